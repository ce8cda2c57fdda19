using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Security;
using Sas.Interop.Hub.Security.Tls;

namespace Sas.Interop.Hub.Polling;

/// <summary>A pool of connections for each vendor, under the vendor's own trust.</summary>
internal sealed class SocketsTransportFactory(HostResolver resolver) : IVendorTransportFactory
{
    /// <summary>Certificates go by true time, whichever clock the hub shows.</summary>
    public HttpMessageHandler Create(VendorModel vendor) => OutboundHandler.Create(
        new OutboundLimits(vendor.Limits.Concurrency, vendor.Limits.Timeout, Decompresses: true),
        vendor.Tls,
        new GuardedConnection(resolver, vendor.PrivateNetwork ? NamesMayLead.IntoPrivateNetworks : NamesMayLead.Outside),
        TimeProvider.System);
}
