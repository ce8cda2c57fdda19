namespace Sas.Interop.Hub.Availability;

/// <summary>Instants as the index keeps them: whole seconds since 2020, in 32 bits, good until 2156.</summary>
internal static class SlotClock
{
    public static readonly DateTimeOffset Epoch = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The second that holds an instant; clamped to what the index can hold.</summary>
    public static uint ToSeconds(DateTimeOffset instant)
    {
        var seconds = (instant - Epoch).Ticks / TimeSpan.TicksPerSecond;
        return seconds <= 0 ? 0 : seconds >= uint.MaxValue ? uint.MaxValue : (uint)seconds;
    }

    /// <summary>The first second that is not before an instant.</summary>
    public static uint ToSecondsUp(DateTimeOffset instant)
    {
        var floor = ToSeconds(instant);
        return floor < uint.MaxValue && ToInstant(floor) < instant ? floor + 1 : floor;
    }

    public static DateTimeOffset ToInstant(uint seconds) => Epoch.AddSeconds(seconds);
}
