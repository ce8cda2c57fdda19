using System.Globalization;

using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.Mapping;

/// <summary>The local days that a window touches, for vendors that are asked by days.</summary>
/// <param name="First">First day.</param>
/// <param name="Last">Last day, included.</param>
/// <param name="Zone">Zone of the place.</param>
internal sealed record DayWindow(DateOnly First, DateOnly Last, TimeZoneInfo Zone)
{
    public static DayWindow Of(TimeWindow window, TimeZoneInfo zone) => new(DayOf(window.From, zone), DayOf(window.To, zone), zone);

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly DayOf(DateTimeOffset instant, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>The first instant of a day, which is 23 or 25 hours long at the clock changes.</summary>
    public static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone) => PlaceZone.ToInstant(day.ToDateTime(TimeOnly.MinValue), zone);

    /// <summary>Days from one to the end of the window, at most so many.</summary>
    public int CountFrom(DateOnly day, int most) => Math.Min(most, Last.DayNumber - day.DayNumber + 1);

    /// <summary>The last second of a day, clock changes included.</summary>
    public DateTimeOffset EndOf(DateOnly day) => StartOf(day.AddDays(1), Zone).AddSeconds(-1);
}
