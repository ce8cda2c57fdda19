using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>The clock of searches, and how long each took.</summary>
internal sealed class SearchClock(TimeProvider time, SearchMeters meters)
{
    public TimeProvider Time => time;

    public void Refused(SlotFlow flow, long started) => meters.Ended(NameOf(flow), "refused", 0, gaps: false, time.GetElapsedTime(started));

    public void Answered(SearchAnswer answer, int status, long started)
    {
        var survey = answer.Survey;
        var result = status == StatusCodes.Status304NotModified ? "unchanged" : survey.Total > 0 ? "found" : "empty";
        meters.Ended(NameOf(answer.Query.Flow), result, survey.Total, survey.Freshness.Gaps.Count > 0, time.GetElapsedTime(started));
    }

    /// <summary>The search by the name that the contract gives it.</summary>
    public static string NameOf(SlotFlow flow) => flow switch
    {
        SlotFlow.Individual => "INT_R01",
        SlotFlow.Community => "INT_R04",
        _ => "SOS",
    };
}
