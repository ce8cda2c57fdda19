using System.Collections.Concurrent;

namespace Sas.Interop.Hub.Availability.Rendering;

/// <summary>Offsets of one time zone by table: formatting a slot asks for two, so a look-up must cost next to nothing.</summary>
internal sealed class ZoneOffsets
{
    private const int SecondsPerDay = 86_400;
    private const int Days = 366 * 30;
    private const short Mixed = short.MaxValue;
    private static readonly ConcurrentDictionary<string, ZoneOffsets> Known = new(StringComparer.Ordinal);
    private readonly TimeZoneInfo _zone;
    private readonly short[] _minutesByDay;

    private ZoneOffsets(TimeZoneInfo zone)
    {
        _zone = zone;
        _minutesByDay = new short[Days];
        var day = SlotClock.Epoch.UtcDateTime;
        var start = (short)zone.GetUtcOffset(day).TotalMinutes;
        for (var i = 0; i < Days; i++)
        {
            day = day.AddDays(1);
            var end = (short)zone.GetUtcOffset(day).TotalMinutes;
            _minutesByDay[i] = start == end ? start : Mixed;
            start = end;
        }
    }

    /// <summary>IANA name of the zone.</summary>
    public string Name => _zone.Id;

    public static ZoneOffsets Of(TimeZoneInfo zone) => Known.GetOrAdd(zone.Id, static (_, zone) => new ZoneOffsets(zone), zone);

    /// <summary>Minutes to add to UTC at an instant.</summary>
    public int MinutesAt(uint seconds)
    {
        var day = seconds / SecondsPerDay;
        var minutes = day < Days ? _minutesByDay[day] : Mixed;
        return minutes != Mixed ? minutes : (int)_zone.GetUtcOffset(SlotClock.ToInstant(seconds)).TotalMinutes;
    }
}
