namespace Sas.Interop.Hub.Polling;

/// <summary>The one place of a partition in its vendor's lane. Touched only under the lane's lock.</summary>
internal sealed class PollTurn(PollPartition partition)
{
    private ITimer? _timer;

    public PollPartition Partition => partition;

    public PollTurnState State { get; set; }

    /// <summary>Whether this poll is the one that tries the vendor after it was left alone.</summary>
    public bool IsProbe { get; set; }

    /// <summary>No longer a turn of the lane: its owners are polled by another one, or not at all.</summary>
    public bool Retired { get; private set; }

    public void WaitFor(TimeSpan delay, TimeProvider time, Action<PollTurn> due)
    {
        State = PollTurnState.Waiting;
        _timer ??= time.CreateTimer(_ => due(this), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(delay, Timeout.InfiniteTimeSpan);
    }

    public void Retire()
    {
        Retired = true;
        _timer?.Dispose();
    }
}
