using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Sas.Interop.TestKit.RealProcess;

/// <summary>The hub as its users start it: its own process, from its own build output. It never outlives the test run.</summary>
public sealed partial class HubProcess : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<int, Process> Alive = new();
    private static readonly string[] Scrubbed = ["Hub__", "ASPNETCORE_", "DOTNET_ENVIRONMENT", "DOTNET_URLS", "Serilog__", "Kestrel__", "urls", "http_ports", "https_ports"];
    private readonly Process _process;
    private readonly Task _drained;

    static HubProcess() => AppDomain.CurrentDomain.ProcessExit += static (_, _) => KillAll();

    private HubProcess(Process process)
    {
        _process = process;
        Id = process.Id;
        _drained = Task.WhenAll(Output.DrainAsync(process.StandardOutput), Errors.DrainAsync(process.StandardError));
    }

    public int Id { get; }

    public bool HasExited => _process.HasExited;

    public HubOutput Output { get; } = new();

    public HubOutput Errors { get; } = new();

    /// <summary>The hub's build output of the configuration that the tests were built with.</summary>
    public static string Binary { get; } = FindBinary();

    public static HubProcess Start(HubStart start)
    {
        var info = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet")
        {
            WorkingDirectory = start.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var name in info.Environment.Keys.Where(static name => Scrubbed.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))).ToList())
        {
            info.Environment.Remove(name);
        }

        foreach (var (name, value) in start.Variables)
        {
            info.Environment[name] = value;
        }

        foreach (var argument in start.Arguments.Prepend(Binary))
        {
            info.ArgumentList.Add(argument);
        }

        var process = Process.Start(info) ?? throw new InvalidOperationException("The hub's process did not start.");
        Alive[process.Id] = process;
        return new HubProcess(process);
    }

    /// <summary>The address on which the hub says that it listens.</summary>
    public async Task<Uri> AddressAsync()
    {
        var line = await LineAsync(static line => ListeningLine().IsMatch(line), "the address on which the hub listens");
        return new Uri(ListeningLine().Match(line).Groups[1].Value + "/");
    }

    /// <summary>The first line on standard output that fits.</summary>
    /// <exception cref="InvalidOperationException">The process ended without it.</exception>
    public Task<string> LineAsync(Func<string, bool> fits, string what) => Eventually.GetAsync(
        () =>
        {
            var ended = HasExited && _drained.IsCompleted;
            var found = Output.Lines.FirstOrDefault(fits);
            return found is null && ended
                ? throw new InvalidOperationException($"The hub ended with {_process.ExitCode} without {what}: {Errors.Text}\n{Output.Text}")
                : Task.FromResult(found);
        },
        what);

    /// <summary>Waits for the end of the process.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> ExitAsync(TimeSpan within)
    {
        await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(within, TimeProvider.System, CancellationToken.None);
        await _drained;
        return _process.ExitCode;
    }

    /// <summary>Asks the process to stop, as an init system does.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>Ends the process in the middle of whatever it does.</summary>
    public void Kill() => _process.Kill(entireProcessTree: true);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        await _drained;
        Alive.TryRemove(Id, out _);
        _process.Dispose();
    }

    private static void KillAll()
    {
        foreach (var process in Alive.Values.Where(static process => !process.HasExited))
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static string FindBinary()
    {
        // bin/<configuration>/<framework>, as in the folder of these tests.
        var own = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);
        var framework = Path.GetFileName(own);
        var configuration = Path.GetFileName(Path.GetDirectoryName(own)) ?? string.Empty;
        var binary = Path.Combine(SolutionFolder.FullName, "src", "Sas.Interop.Hub", "bin", configuration, framework, "Sas.Interop.Hub.dll");
        return File.Exists(binary) ? binary : throw new InvalidOperationException($"The hub is not built: {binary}.");
    }

    [GeneratedRegex(@"Now listening on: ""?(https?://[^\s""]+)")]
    private static partial Regex ListeningLine();
}
