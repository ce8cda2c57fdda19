using System.Threading.Channels;

namespace Sas.Interop.Hub.Configuration.Reload;

/// <summary>Wakes the one owner of the configuration: many raises before it looks are one.</summary>
internal sealed class ChangeSignal
{
    private readonly Channel<bool> _raised = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Raise() => _raised.Writer.TryWrite(true);

    /// <summary>Waits for a raise, or for a time to pass.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var timer = time.CreateTimer(static signal => ((ChangeSignal?)signal)?.Raise(), this, atMost, Timeout.InfiniteTimeSpan);
        await _raised.Reader.ReadAsync(cancellationToken);
    }
}
