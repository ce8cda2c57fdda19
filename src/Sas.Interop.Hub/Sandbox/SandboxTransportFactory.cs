using Sas.Interop.Adapters.Replay;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Configuration.Vendors;
using Sas.Interop.Hub.Polling;

namespace Sas.Interop.Hub.Sandbox;

/// <summary>Plays the mocked feeds for vendors whose address is a sandbox address; every other vendor is called for real.</summary>
internal sealed class SandboxTransportFactory(SandboxPlayers players, SocketsTransportFactory sockets, TimeProvider time) : IVendorTransportFactory
{
    public HttpMessageHandler Create(VendorModel vendor) =>
        SandboxHosts.IsMocked(vendor.BaseUrl) && players.Of(vendor.Dialect) is { } player
            ? new ReplayMessageHandler(new Dictionary<string, ReplayPlayer>(StringComparer.OrdinalIgnoreCase) { [vendor.BaseUrl.Host] = player }, time)
            : sockets.Create(vendor);
}
