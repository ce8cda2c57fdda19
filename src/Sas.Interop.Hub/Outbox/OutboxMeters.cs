using System.Diagnostics.Metrics;

using Sas.Interop.Hub.Persistence.Outbox;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Outbox;

/// <summary>What is delivered, and what waits, by destination.</summary>
internal sealed class OutboxMeters
{
    private readonly Counter<long> _attempts;
    private readonly Histogram<double> _duration;
    private readonly TimeProvider _time;
    private volatile IReadOnlyList<OutboxCount> _counts = [];

    public OutboxMeters(IMeterFactory factory, TimeProvider time)
    {
        _time = time;
        var meter = factory.Create(HubActivities.Name);
        _attempts = meter.CreateCounter<long>("sas.hub.outbox.attempts", "{attempt}", "Attempts to deliver a message, by destination and end.");
        _duration = meter.CreateHistogram<double>("sas.hub.outbox.duration", "s", "Time from the start to the end of an attempt, by destination.");
        meter.CreateObservableGauge("sas.hub.outbox.waiting", () => Read(static count => count.Waiting), "{message}", "Messages that wait, by destination.");
        meter.CreateObservableGauge("sas.hub.outbox.dead", () => Read(static count => count.Dead), "{message}", "Messages that were given up, by destination.");
        meter.CreateObservableGauge("sas.hub.outbox.age", () => Read(Age), "s", "Age of the oldest message that waits, by destination.");
    }

    public void Ended(string destination, DeliveryEnd end, TimeSpan elapsed)
    {
        var tag = KeyValuePair.Create<string, object?>("destination", destination);
        _attempts.Add(1, tag, KeyValuePair.Create<string, object?>("end", end.ToString()));
        _duration.Record(elapsed.TotalSeconds, tag);
    }

    /// <summary>Takes what the database says now; the gauges tell it until the next time.</summary>
    public void Counted(IReadOnlyList<OutboxCount> counts) => _counts = counts;

    private long Age(OutboxCount count) => count.Oldest is { } oldest ? Math.Max(0, (long)(_time.GetUtcNow() - oldest).TotalSeconds) : 0;

    private IEnumerable<Measurement<long>> Read(Func<OutboxCount, long> value) =>
        _counts.Select(count => new Measurement<long>(value(count), KeyValuePair.Create<string, object?>("destination", count.Destination)));
}
