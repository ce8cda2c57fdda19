using Sas.Interop.Hub.Security;
using Sas.Interop.Hub.Security.Tls;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Outbox;

/// <summary>The connections of one destination. Files of its trust are looked at again every few seconds; new content is for new attempts.</summary>
internal sealed class OutboxTrust(OutboxDestination destination, TimeProvider time, ILogger logger) : IDisposable
{
    /// <summary>How often files are looked at, at most.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(3);

    // A destination is named by the operator, wherever it is; nothing that it answers leads elsewhere.
    private static readonly GuardedConnection Anywhere = new(HostResolver.System, NamesMayLead.Anywhere);
    private readonly Lock _gate = new();
    private HttpMessageInvoker? _invoker;
    private RenewableTransport? _transport;
    private string? _stamp;
    private string? _material;
    private long _lookedAt;

    /// <summary>The setting of a part, such as <c>Anchors:0</c>.</summary>
    public static string SettingOf(string part) => char.ToUpperInvariant(part[0]) + part[1..].Replace("[", ":", StringComparison.Ordinal).Replace("]", string.Empty, StringComparison.Ordinal);

    /// <returns>Null while nothing of the trust could ever be read.</returns>
    public HttpMessageInvoker? Current()
    {
        lock (_gate)
        {
            if (_stamp is null || time.GetElapsedTime(_lookedAt) >= LookEvery)
            {
                Look();
            }

            return _invoker;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _invoker?.Dispose();
        }
    }

    private void Look()
    {
        _lookedAt = time.GetTimestamp();
        var stamp = destination.Trust.Stamp();
        if (stamp == _stamp)
        {
            return;
        }

        _stamp = stamp;
        var reading = destination.Trust.Load(TimeProvider.System.GetUtcNow());
        if (reading.Material is not { } material)
        {
            logger.TrustRefused(destination.Name, string.Join(' ', reading.Faults.Select(static fault => $"{SettingOf(fault.Part)}: {fault.Message}")));
        }
        else if (_transport is null)
        {
            _transport = new RenewableTransport(Open(material), destination.Timeout, time);
            _invoker = new HttpMessageInvoker(new TraceHandler(_transport), disposeHandler: true);
            _material = material.Stamp;
        }
        else if (material.Stamp != _material)
        {
            _transport.Renew(Open(material));
            _material = material.Stamp;
            logger.TrustRenewed(destination.Name);
        }
    }

    private CertificateWitness Open(TlsMaterial material) =>
        OutboundHandler.Create(new OutboundLimits(destination.Concurrency, destination.Timeout, Decompresses: false), material, Anywhere, TimeProvider.System);
}
