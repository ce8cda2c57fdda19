using System.Diagnostics.Metrics;

namespace Sas.Interop.Hub.Telemetry;

/// <summary>The hub's own meters, under the name <see cref="HubActivities.Name"/>.</summary>
internal sealed class HubMeters
{
    private readonly Counter<long> _polls;
    private readonly Counter<long> _merged;
    private readonly Counter<long> _slots;
    private readonly Counter<long> _failures;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _refreshes;
    private readonly Counter<long> _refreshesJoined;
    private readonly Counter<long> _refreshesRefused;
    private readonly Counter<long> _refreshesLate;
    private readonly Histogram<double> _refreshDuration;

    public HubMeters(IMeterFactory factory, VendorStatusBoard board)
    {
        var meter = factory.Create(HubActivities.Name);
        _polls = meter.CreateCounter<long>("sas.hub.polls", "{poll}", "Polls that ended, by vendor and verdict.");
        _merged = meter.CreateCounter<long>("sas.hub.polls.merged", "{poll}", "Polls that came due while the one before was not over, by vendor.");
        _slots = meter.CreateCounter<long>("sas.hub.poll.slots", "{slot}", "Slots read by polls, by vendor.");
        _failures = meter.CreateCounter<long>("sas.hub.poll.failures", "{failure}", "Failed targets of polls, by vendor and code.");
        _duration = meter.CreateHistogram<double>("sas.hub.poll.duration", "s", "Time from the start to the end of a poll, by vendor.");
        _refreshes = meter.CreateCounter<long>("sas.hub.refreshes", "{pull}", "Pulls for callers who wanted fresher data, by vendor and verdict.");
        _refreshesJoined = meter.CreateCounter<long>("sas.hub.refreshes.joined", "{target}", "Targets that callers wanted and that were on their way, by vendor.");
        _refreshesRefused = meter.CreateCounter<long>("sas.hub.refreshes.refused", "{target}", "Targets not pulled for callers, by vendor and cause.");
        _refreshesLate = meter.CreateCounter<long>("sas.hub.refreshes.late", "{target}", "Targets answered after their callers had gone, by vendor.");
        _refreshDuration = meter.CreateHistogram<double>("sas.hub.refresh.duration", "s", "Time from the start to the end of a pull for callers, by vendor.");
        meter.CreateObservableGauge("sas.hub.vendors", () => CountByState(board), "{vendor}", "Enabled vendors, by state.");
    }

    public void PollEnded(string vendorId, PollReport report)
    {
        var vendor = KeyValuePair.Create<string, object?>("vendor", vendorId);
        _polls.Add(1, vendor, KeyValuePair.Create<string, object?>("verdict", report.Verdict.ToString()));
        _slots.Add(report.Slots, vendor);
        _duration.Record(report.Duration.TotalSeconds, vendor);
    }

    public void PollMerged(string vendorId) => _merged.Add(1, KeyValuePair.Create<string, object?>("vendor", vendorId));

    public void TargetFailed(string vendorId, string code) =>
        _failures.Add(1, KeyValuePair.Create<string, object?>("vendor", vendorId), KeyValuePair.Create<string, object?>("code", code));

    public void RefreshEnded(string vendorId, PollReport report)
    {
        var vendor = KeyValuePair.Create<string, object?>("vendor", vendorId);
        _refreshes.Add(1, vendor, KeyValuePair.Create<string, object?>("verdict", report.Verdict.ToString()));
        _refreshDuration.Record(report.Duration.TotalSeconds, vendor);
    }

    public void RefreshJoined(string vendorId, int targets) => _refreshesJoined.Add(targets, KeyValuePair.Create<string, object?>("vendor", vendorId));

    public void RefreshRefused(string vendorId, int targets, string cause) =>
        _refreshesRefused.Add(targets, KeyValuePair.Create<string, object?>("vendor", vendorId), KeyValuePair.Create<string, object?>("cause", cause));

    public void RefreshLate(string vendorId, int targets) => _refreshesLate.Add(targets, KeyValuePair.Create<string, object?>("vendor", vendorId));

    private static IEnumerable<Measurement<int>> CountByState(VendorStatusBoard board)
    {
        var statuses = board.Read();
        return Enum.GetValues<VendorState>().Select(state =>
            new Measurement<int>(statuses.Count(status => status.State == state), KeyValuePair.Create<string, object?>("state", state.ToString())));
    }
}
