using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

using Microsoft.Extensions.DependencyInjection;

using Sas.Interop.Benchmarks.Hosting;
using Sas.Interop.Hub;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Availability.WarmStart;
using Sas.Interop.NationalLoad.Agendas;
using Sas.Interop.NationalLoad.Driving;
using Sas.Interop.NationalLoad.Feeds;
using Sas.Interop.NationalLoad.Population;

namespace Sas.Interop.Benchmarks.Macro;

/// <summary>Time from the start of the hub's process to the first complete answer, from the snapshot on disk; no vendor can be reached meanwhile.</summary>
internal sealed class WarmStartMeasure : IMeasure
{
    private const int Practitioners = 20_000;
    private const int QuickPractitioners = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public string Name => "warm-start";

    public async Task RunAsync(MacroContext context)
    {
        var folder = Directory.CreateTempSubdirectory("bench-warm-");
        try
        {
            var country = BenchCountry.Of(context.Options.Quick ? QuickPractitioners : Practitioners);
            var files = await WriteFilesAsync(country, folder.FullName);
            var search = PlatformMix.List(country, 0, PlatformMix.LongestList, BenchCountry.Start.AddMinutes(10));
            var (slots, complete) = await FillAsync(country, files, search);
            var size = new FileInfo(Directory.EnumerateFiles(files.Data).MaxBy(static path => new FileInfo(path).Length) ?? files.Adapters).Length;
            var seconds = new List<double>();
            for (var round = 0; round < (context.Options.Rounds + 1) / 2; round++)
            {
                seconds.Add(await StartAsync(files, search.Target, complete));
            }

            context.Report.Add(new Finding(
                Budget.WarmStart,
                Spread.Of(seconds),
                $"The hub's own program, started anew each time with a snapshot of {slots:N0} slots, a directory of {country.Options.Practitioners:N0} practitioners, and vendors that refuse every connection: from before the process starts until an INT_R01 search for 25 practitioners gives all {complete} slots that it gave before. The runtime's start, the database and the directory are in it.",
                [new Detail("slots in the snapshot", slots.ToString("N0", CultureInfo.InvariantCulture)), new Detail("largest file of the data folder", string.Create(CultureInfo.InvariantCulture, $"{size / 1e6:0.0} MB"))]));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(string Adapters, string Directory, string Data)> WriteFilesAsync(Country country, string folder)
    {
        var files = (Adapters: Path.Combine(folder, "adapters.json"), Directory: Path.Combine(folder, "directory.json"), Data: Path.Combine(folder, "data"));
        await using (var directory = File.Create(files.Directory))
        {
            await DirectoryFile.WriteAsync(country, directory, CancellationToken.None);
        }

        var nowhere = new Uri($"http://127.0.0.1:{FreePort()}/");
        var every = TimeSpan.FromMinutes(5);
        await File.WriteAllTextAsync(
            files.Adapters,
            AdaptersFile.Write(country.Options.Vendors.Select(vendor => (vendor, vendor.Id, every)), nowhere, AdaptersFile.Wide));
        return files;
    }

    /// <summary>A first life of the hub: filled, asked once, saved.</summary>
    private static async Task<(long Slots, int Complete)> FillAsync(Country country, (string Adapters, string Directory, string Data) files, SlotSearchRequest search)
    {
        var (application, refusal) = HubApplication.Build([.. Arguments(files, "http://127.0.0.1:0", BenchCountry.Start)]);
        if (application is null)
        {
            throw new InvalidOperationException($"The hub refused to start: {refusal}");
        }

        await using (application)
        {
            await HubApplication.PrepareAsync(application, CancellationToken.None);
            var filler = new IndexFiller(application.Services.GetRequiredService<IAvailabilityWriter>());
            var time = application.Services.GetRequiredService<TimeProvider>();
            foreach (var said in new SnapshotMaker(country).All(0))
            {
                filler.Apply(said, time.GetUtcNow());
            }

            await application.StartAsync(CancellationToken.None);
            using var client = new HttpClient { BaseAddress = new Uri(application.Urls.First()) };
            var complete = await TotalAsync(client, search.Target);
            if (!await application.Services.GetRequiredService<WarmStartKeeper>().SaveAsync(CancellationToken.None) || complete == 0)
            {
                throw new InvalidOperationException("The hub saved no snapshot: a warm start would show nothing.");
            }

            await application.StopAsync(CancellationToken.None);
            return (filler.Slots, complete);
        }
    }

    private static async Task<double> StartAsync((string Adapters, string Directory, string Data) files, string target, int complete)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var info = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        info.ArgumentList.Add(typeof(HubApplication).Assembly.Location);
        foreach (var argument in Arguments(files, address, BenchCountry.Start.AddMinutes(5)))
        {
            info.ArgumentList.Add(argument);
        }

        using var client = new HttpClient { BaseAddress = new Uri(address) };
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(info) ?? throw new InvalidOperationException("The hub did not start.");
        var drained = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        try
        {
            while (await TotalAsync(client, target) != complete)
            {
                if (process.HasExited || Stopwatch.GetElapsedTime(started) > Patience)
                {
                    throw new InvalidOperationException("The hub gave no complete answer from its snapshot.");
                }

                await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, CancellationToken.None);
            }

            return Stopwatch.GetElapsedTime(started).TotalSeconds;
        }
        finally
        {
            // Killed, so that its own stop does not write the snapshot that the next round starts from.
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            await drained;
        }
    }

    private static IEnumerable<string> Arguments((string Adapters, string Directory, string Data) files, string address, DateTimeOffset clock) =>
    [
        $"--urls={address}",
        $"--Hub:DataFolder={files.Data}",
        $"--Hub:AdaptersFile={files.Adapters}",
        $"--Hub:DirectoryFile={files.Directory}",
        $"--Hub:StartClockAt={clock.ToString("O", CultureInfo.InvariantCulture)}",
        "--Hub:Sandbox:Enabled=false",
        "--Hub:Log:FilesKept=0",
        "--Serilog:MinimumLevel:Default=Fatal",
    ];

    /// <summary>Slots that a search finds; -1 while nobody answers.</summary>
    private static async Task<int> TotalAsync(HttpClient client, string target)
    {
        try
        {
            await using var answer = await client.GetStreamAsync(new Uri(target, UriKind.Relative));
            using var bundle = await JsonDocument.ParseAsync(answer);
            return bundle.RootElement.GetProperty("total").GetInt32();
        }
        catch (HttpRequestException)
        {
            return -1; // Not listening yet; the caller bounds the wait.
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
