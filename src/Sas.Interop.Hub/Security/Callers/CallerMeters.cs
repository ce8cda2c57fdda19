using System.Diagnostics.Metrics;

using Sas.Interop.Hub.Security.Certificates;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Security.Callers;

/// <summary>Refused callers, and how long what callers are judged by still holds.</summary>
internal sealed class CallerMeters
{
    private readonly Counter<long> _refused;

    public CallerMeters(IMeterFactory factory, CallersState state, TimeProvider time)
    {
        var meter = factory.Create(HubActivities.Name);
        _refused = meter.CreateCounter<long>("sas.hub.callers.refused", "{request}", "Requests of callers that are not known or not trusted, by reason.");
        meter.CreateObservableGauge("sas.hub.certificate.left", () => Left(state, time), "s", "Time left to the server certificate; negative when it has expired.");
        meter.CreateObservableGauge("sas.hub.revocation.left", () => LeftOfLists(state, time), "s", "Time left to each revocation list; negative when the next one is overdue, by issuer.");
    }

    public void Refused(CertificateFault reason) => _refused.Add(1, KeyValuePair.Create<string, object?>("reason", reason.ToString()));

    private static IEnumerable<Measurement<double>> Left(CallersState state, TimeProvider time) =>
        state.Current?.Server is { } server ? [new Measurement<double>((server.NotAfter - time.GetUtcNow()).TotalSeconds)] : [];

    private static IEnumerable<Measurement<double>> LeftOfLists(CallersState state, TimeProvider time) =>
        (state.Current?.Trust.Lists ?? []).GroupBy(static list => list.IssuerName, StringComparer.Ordinal).Select(lists => new Measurement<double>(
            (lists.Max(static list => list.NextUpdate) - time.GetUtcNow()).TotalSeconds,
            KeyValuePair.Create<string, object?>("issuer", lists.Key)));
}
