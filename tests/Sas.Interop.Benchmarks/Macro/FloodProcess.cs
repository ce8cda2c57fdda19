using System.Diagnostics;
using System.Text.Json;

namespace Sas.Interop.Benchmarks.Macro;

/// <summary>The flooding vendor in a process of its own, seen from the measure. It never outlives this object.</summary>
internal sealed class FloodProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;

    private FloodProcess(Process process) => _process = process;

    /// <summary>What the vendor was answered, by route.</summary>
    public IReadOnlyList<Detail> Told { get; private set; } = [];

    /// <param name="hub">Root of the hub.</param>
    /// <param name="bundle">Path of a Bundle that may be pushed.</param>
    public static async Task<FloodProcess> StartAsync(Uri hub, string bundle)
    {
        // The idle class of the system: it runs when nobody else wants the processor, and keeps nobody from it.
        var info = new ProcessStartInfo("chrt")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var argument in new[] { "--idle", "0", Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet", typeof(FloodProcess).Assembly.Location, "flood", "--hub", hub.ToString(), "--bundle", bundle })
        {
            info.ArgumentList.Add(argument);
        }

        var flood = new FloodProcess(Process.Start(info) ?? throw new InvalidOperationException("The vendor's process did not start."));
        await flood.HearAsync();
        return flood;
    }

    public Task FloodAsync() => SayAsync("start");

    public Task RestAsync() => SayAsync("stop");

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        try
        {
            await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(Patience, TimeProvider.System, CancellationToken.None);
        }
        catch (TimeoutException)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private async Task SayAsync(string command)
    {
        await _process.StandardInput.WriteLineAsync(command);
        await _process.StandardInput.FlushAsync();
        await HearAsync();
    }

    private async Task HearAsync()
    {
        var line = await _process.StandardOutput.ReadLineAsync(CancellationToken.None).AsTask().WaitAsync(Patience, TimeProvider.System, CancellationToken.None);
        Told = JsonSerializer.Deserialize<List<Detail>>(line ?? throw new InvalidOperationException("The vendor's process ended.")) ?? [];
    }
}
