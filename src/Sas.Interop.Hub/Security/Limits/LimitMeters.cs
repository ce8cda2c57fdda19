using System.Diagnostics.Metrics;

using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Security.Limits;

/// <summary>What the limits did.</summary>
internal sealed class LimitMeters
{
    private readonly Counter<long> _refused;

    public LimitMeters(IMeterFactory factory, OverloadGauge gauge, UploadMemory uploads, CallerAccounts accounts)
    {
        var meter = factory.Create(HubActivities.Name);
        _refused = meter.CreateCounter<long>("sas.hub.limits.refused", "{request}", "Requests and connections refused, by limit and kind of work.");
        meter.CreateObservableGauge("sas.hub.limits.level", () => gauge.Level, "{level}", "Overload level: 0 lets everything in, 4 refuses searches.");
        meter.CreateObservableGauge("sas.hub.limits.under_way", () => gauge.UnderWay, "{request}", "Requests under way.");
        meter.CreateObservableGauge("sas.hub.limits.upload_bytes", () => uploads.Taken, "By", "Bytes held for bodies under way.");
        meter.CreateObservableGauge("sas.hub.limits.callers", () => accounts.Count, "{caller}", "Callers and addresses that are kept apart.");
    }

    public void Refused(LimitHit hit, WorkKind kind) =>
        _refused.Add(1, KeyValuePair.Create<string, object?>("limit", hit.ToString()), KeyValuePair.Create<string, object?>("kind", kind.ToString()));

    public void Cut() => _refused.Add(1, KeyValuePair.Create<string, object?>("limit", nameof(LimitHit.Connections)));
}
