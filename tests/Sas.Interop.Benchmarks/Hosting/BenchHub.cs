using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

using Sas.Interop.Hub;
using Sas.Interop.Hub.Availability;

namespace Sas.Interop.Benchmarks.Hosting;

/// <summary>The real hub in this process, without mocked vendors, on a loopback port of its own, with its clock at the start of the benchmark's country.</summary>
internal sealed class BenchHub : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;

    private BenchHub(WebApplication application, DirectoryInfo folder)
    {
        Application = application;
        _folder = folder;
    }

    public WebApplication Application { get; }

    public IAvailabilityWriter Writer => Application.Services.GetRequiredService<IAvailabilityWriter>();

    public TimeProvider Time => Application.Services.GetRequiredService<TimeProvider>();

    public Uri Address => new(Application.Urls.First(static url => url.StartsWith("http:", StringComparison.Ordinal)));

    /// <summary>Where the hub listens with TLS; null without a list of callers.</summary>
    public Uri? SecureAddress => Application.Urls.FirstOrDefault(static url => url.StartsWith("https:", StringComparison.Ordinal)) is { } url ? new Uri(url) : null;

    /// <summary>Makes the hub ready; it listens once <see cref="WebApplication.StartAsync"/> is called.</summary>
    /// <param name="files">Paths of the vendors' file, the directory and the list of callers; null for none.</param>
    /// <param name="before">Adds what must come before the hub's own pipeline.</param>
    /// <param name="cancellationToken">Ends the loading of the configuration.</param>
    public static async Task<BenchHub> CreateAsync(BenchFiles files, Action<WebApplication>? before, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("bench-hub-");
        var adapters = files.Adapters ?? Path.Combine(folder.FullName, "adapters.json");
        if (files.Adapters is null)
        {
            await File.WriteAllTextAsync(adapters, """{"vendors":[]}""", cancellationToken);
        }

        var (application, refusal) = HubApplication.Build(
        [
            files.Callers is null ? "--urls=http://127.0.0.1:0" : "--urls=http://127.0.0.1:0;https://127.0.0.1:0",
            $"--Hub:DataFolder={folder.FullName}",
            $"--Hub:AdaptersFile={adapters}",
            .. files.Directory is null ? Array.Empty<string>() : [$"--Hub:DirectoryFile={files.Directory}"],
            .. files.Callers is null ? Array.Empty<string>() : [$"--Hub:CallersFile={files.Callers}"],
            $"--Hub:StartClockAt={BenchCountry.Start.ToString("O", CultureInfo.InvariantCulture)}",
            "--Hub:Sandbox:Enabled=false",
            "--Hub:Log:FilesKept=0",
            "--Serilog:MinimumLevel:Default=Fatal",
        ]);
        if (application is null)
        {
            throw new InvalidOperationException($"The hub refused to start: {refusal}");
        }

        before?.Invoke(application);
        await HubApplication.PrepareAsync(application, cancellationToken);
        return new BenchHub(application, folder);
    }

    public async ValueTask DisposeAsync()
    {
        await Application.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}

/// <summary>Paths of files of a hub under measure; null for none.</summary>
internal sealed record BenchFiles(string? Adapters, string? Directory, string? Callers)
{
    public static BenchFiles None { get; } = new(null, null, null);
}
