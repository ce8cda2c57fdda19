namespace Sas.Interop.Hub.Hosting;

/// <summary>A clock that starts at a chosen instant and then runs at the pace of the real one; timers and timestamps are the real ones.</summary>
internal sealed class OffsetTimeProvider(DateTimeOffset startAt, TimeProvider real) : TimeProvider
{
    private readonly TimeSpan _offset = startAt - real.GetUtcNow();

    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    public override long TimestampFrequency => real.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + _offset;

    public override long GetTimestamp() => real.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        real.CreateTimer(callback, state, dueTime, period);
}
