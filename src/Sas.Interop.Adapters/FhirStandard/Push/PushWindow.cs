using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Fhir;

namespace Sas.Interop.Adapters.FhirStandard.Push;

/// <summary>What time a pushed schedule speaks for: its planning horizon, else all of its future.</summary>
internal static class PushWindow
{
    public static readonly TimeSpan Future = TimeSpan.FromDays(366);

    /// <returns>The window; null when the horizon ends before it starts.</returns>
    public static TimeWindow? Of(Schedule schedule, PlaceDetails place, DateTimeOffset receivedAt)
    {
        var zone = PlaceZone.Resolve(null, place.PostalCode) ?? TimeZoneInfo.Utc;
        var from = First(schedule.PlanningHorizon?.Start, zone) ?? receivedAt;
        var to = Last(schedule.PlanningHorizon?.End, zone) ?? (from > receivedAt ? from : receivedAt) + Future;
        return to < from ? null : new TimeWindow(from, to);
    }

    private static DateTimeOffset? First(FhirDateTime? start, TimeZoneInfo zone) => start switch
    {
        null => null,
        { Value: { } moment } => moment,
        { } day => PlaceZone.ToInstant(FirstDay(day), zone),
    };

    /// <summary>A date without time as the end of a period holds that whole day, month or year (FHIR Period).</summary>
    private static DateTimeOffset? Last(FhirDateTime? end, TimeZoneInfo zone) => end switch
    {
        null => null,
        { Value: { } moment } => moment,
        { } day => PlaceZone.ToInstant(
            day.Precision switch
            {
                FhirDateTimePrecision.Year => FirstDay(day).AddYears(1),
                FhirDateTimePrecision.Month => FirstDay(day).AddMonths(1),
                _ => FirstDay(day).AddDays(1),
            },
            zone).AddTicks(-1),
    };

    private static DateTime FirstDay(FhirDateTime date) =>
        DateTime.ParseExact(date.Text, ["yyyy", "yyyy-MM", "yyyy-MM-dd"], System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None);
}
