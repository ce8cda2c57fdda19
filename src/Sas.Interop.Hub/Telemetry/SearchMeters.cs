using System.Diagnostics.Metrics;

namespace Sas.Interop.Hub.Telemetry;

/// <summary>Meters of searches. Tags are constant texts, so that counting allocates nothing.</summary>
internal sealed class SearchMeters
{
    private readonly Counter<long> _searches;
    private readonly Counter<long> _slots;
    private readonly Counter<long> _gaps;
    private readonly Histogram<double> _duration;

    public SearchMeters(IMeterFactory factory)
    {
        var meter = factory.Create(HubActivities.Name);
        _searches = meter.CreateCounter<long>("sas.hub.searches", "{search}", "Searches answered, by flow and result.");
        _slots = meter.CreateCounter<long>("sas.hub.search.slots", "{slot}", "Slots that searches found, by flow.");
        _gaps = meter.CreateCounter<long>("sas.hub.search.gaps", "{search}", "Searches whose answer lacked a vendor or held old slots, by flow.");
        _duration = meter.CreateHistogram<double>("sas.hub.search.duration", "s", "Time from the start to the end of a search, by flow.");
    }

    /// <param name="flow">Name of the flow.</param>
    /// <param name="result"><c>found</c>, <c>empty</c>, <c>unchanged</c> or <c>refused</c>.</param>
    /// <param name="slots">Slots found.</param>
    /// <param name="gaps">Whether something was missing or old.</param>
    /// <param name="elapsed">How long it took.</param>
    public void Ended(string flow, string result, int slots, bool gaps, TimeSpan elapsed)
    {
        var tag = KeyValuePair.Create<string, object?>("flow", flow);
        _searches.Add(1, tag, KeyValuePair.Create<string, object?>("result", result));
        _slots.Add(slots, tag);
        _duration.Record(elapsed.TotalSeconds, tag);
        if (gaps)
        {
            _gaps.Add(1, tag);
        }
    }
}
