namespace Sas.Interop.Hub.Configuration;

/// <summary>A clock that starts at a chosen instant and runs on at the usual pace, for replaying recordings.</summary>
internal sealed class HubClock(DateTimeOffset start, TimeProvider inner) : TimeProvider
{
    private readonly TimeSpan _shift = start - inner.GetUtcNow();

    public override TimeZoneInfo LocalTimeZone => inner.LocalTimeZone;

    public override long TimestampFrequency => inner.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + _shift;

    public override long GetTimestamp() => inner.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        inner.CreateTimer(callback, state, dueTime, period);
}
