using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace Sas.Interop.Scenarios.Tests.RealWireMock;

/// <summary>One JVM with the real WireMock on a free loopback port, whose root folder is filled anew for each mapping folder.</summary>
internal sealed partial class WireMockProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly string _root;
    private readonly HttpClient _client;

    // A full pipe would stop the JVM; what it says after its start is of no interest.
    private readonly Task<string> _drained;

    private WireMockProcess(Process process, string root, Uri address)
    {
        _process = process;
        _drained = process.StandardOutput.ReadToEndAsync();
        _root = root;
        Address = address;
        _client = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };
    }

    public Uri Address { get; }

    public static async Task<WireMockProcess> StartAsync(string java, string jar, CancellationToken cancellationToken)
    {
        var root = Directory.CreateTempSubdirectory("wiremock-root-").FullName;
        var start = new ProcessStartInfo(java) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in new[]
        {
            // The clock zone of the JVM is the default zone of dates without one.
            "-Duser.timezone=UTC", "-Duser.language=en", "-XX:TieredStopAtLevel=1", "-Xmx512m", "-jar", jar,
            "--port", "0", "--bind-address", "127.0.0.1", "--root-dir", root, "--disable-banner", "--no-request-journal",
        })
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("The JVM did not start.");
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (PortLine().Match(line) is { Success: true } match)
            {
                return new WireMockProcess(process, root, new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{match.Groups[1].Value}/")));
            }
        }

        process.Kill();
        throw new InvalidOperationException("WireMock ended without saying its port.");
    }

    /// <summary>Serves the files of a mapping folder and nothing else.</summary>
    public async Task LoadAsync(string folder, CancellationToken cancellationToken)
    {
        foreach (var part in new[] { "mappings", "__files" })
        {
            var target = Path.Combine(_root, part);
            if (Directory.Exists(target))
            {
                Directory.Delete(target, recursive: true);
            }

            Directory.CreateDirectory(target);
            var source = Path.Combine(folder, part);
            foreach (var file in Directory.Exists(source) ? Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories) : [])
            {
                var copy = Path.Combine(target, Path.GetRelativePath(source, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy) ?? target);
                File.Copy(file, copy);
            }
        }

        using var reset = await _client.PostAsync("__admin/mappings/reset", null, cancellationToken);
        using var scenarios = await _client.PostAsync("__admin/scenarios/reset", null, cancellationToken);
        if (!reset.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"WireMock refuses the folder {folder}: {(await reset.Content.ReadAsStringAsync(cancellationToken))[..400]}");
        }
    }

    public async Task SetStateAsync(string scenario, string state, CancellationToken cancellationToken)
    {
        using var answer = await _client.PutAsJsonAsync($"__admin/scenarios/{Uri.EscapeDataString(scenario)}/state", new { state }, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _client.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        await _drained;
        _process.Dispose();
        Directory.Delete(_root, recursive: true);
    }

    [GeneratedRegex(@"^port:\s+(\d+)")]
    private static partial Regex PortLine();
}
