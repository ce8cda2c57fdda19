namespace Sas.Interop.Adapters.Mapping;

/// <summary>The offset of a whole local day without clock change near it, remembered because the times of an answer lie on few days.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="Day">Days since the calendar began.</param>
/// <param name="Offset">The offset; null on a day that has a change, or is next to one.</param>
internal sealed record SteadyDay(TimeZoneInfo Zone, long Day, TimeSpan? Offset)
{
    private const int HoursBetweenLooks = 6;

    [ThreadStatic]
    private static SteadyDay? _last;

    /// <returns>The offset at a local time, or null when the day is not steady.</returns>
    public static TimeSpan? OffsetAt(DateTime local, TimeZoneInfo zone)
    {
        var day = local.Ticks / TimeSpan.TicksPerDay;
        var last = _last;
        if (last is null || last.Day != day || !ReferenceEquals(last.Zone, zone))
        {
            last = new SteadyDay(zone, day, Find(local.Date, zone));
            _last = last;
        }

        return last.Offset;
    }

    private static TimeSpan? Find(DateTime day, TimeZoneInfo zone)
    {
        if (day < DateTime.MinValue.AddDays(3) || day > DateTime.MaxValue.AddDays(-3))
        {
            return null;
        }

        var offset = zone.GetUtcOffset(day);
        for (var look = day.AddDays(-1); look <= day.AddDays(2); look = look.AddHours(HoursBetweenLooks))
        {
            if (zone.GetUtcOffset(look) != offset)
            {
                return null;
            }
        }

        return offset;
    }
}
