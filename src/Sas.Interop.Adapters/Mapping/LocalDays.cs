namespace Sas.Interop.Adapters.Mapping;

/// <summary>Calendar days of a place, which are 23 or 25 hours long at the clock changes.</summary>
internal static class LocalDays
{
    /// <summary>The first instant of a day.</summary>
    public static DateTimeOffset Start(DateOnly day, TimeZoneInfo zone) => PlaceZone.ToInstant(day.ToDateTime(TimeOnly.MinValue), zone);
}
