namespace Sas.Interop.Scenarios.Tests.Hosting;

/// <summary>A clock that starts at a chosen instant, runs at the pace of the real one and can be put forward; timers and timestamps are the real ones.</summary>
internal sealed class AdvancingTimeProvider(DateTimeOffset start) : TimeProvider
{
    private long _ahead = (start - System.GetUtcNow()).Ticks;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _ahead));

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);
}
