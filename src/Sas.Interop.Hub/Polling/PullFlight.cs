using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Polling;

/// <summary>One pull of one target, from the moment somebody wants it until it has ended. Whoever wants the same target meanwhile waits for it.</summary>
internal sealed class PullFlight(PullTarget target)
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _callers;
    private volatile bool _wanted;

    /// <summary>Changed only while it waits, when a poll takes it along and knows the target better.</summary>
    public PullTarget Target { get; set; } = target;

    public TargetKey Key { get; } = TargetKey.Of(target);

    /// <summary>The <c>traceparent</c> of whoever wanted it first; null when that has none.</summary>
    public string? Trace { get; } = TraceContext.Parent;

    /// <summary>Completes when the answer is in the index, or is known not to come. Never fails.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Its place in the desk's queue; null once it is under way. Touched only under the desk's lock.</summary>
    public LinkedListNode<PullFlight>? Waiting { get; set; }

    /// <summary>Whether callers wanted it and none of them waits any more.</summary>
    public bool IsDeserted => _wanted && Volatile.Read(ref _callers) == 0;

    public void Join()
    {
        Interlocked.Increment(ref _callers);
        _wanted = true;
    }

    public void Leave() => Interlocked.Decrement(ref _callers);

    public void End() => _ended.TrySetResult();
}
