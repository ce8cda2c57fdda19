using System.Net;
using System.Net.Sockets;

using Sas.Interop.Adapters.Http;

namespace Sas.Interop.Hub.Security;

/// <summary>
/// Connects to where a name leads, unless that is a network that is not meant. Looked at here and not before the call, so that the address that was judged is
/// the one that is used, whatever the name says a moment later.
/// </summary>
/// <param name="resolver">Looks names up.</param>
/// <param name="mayLead">Where names may lead.</param>
internal sealed class GuardedConnection(HostResolver resolver, NamesMayLead mayLead)
{
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await FindAsync(host, cancellationToken);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<IPAddress[]> FindAsync(string host, CancellationToken cancellationToken)
    {
        // Written as an address, it stands in the configuration: nobody else may name one.
        if (IPAddress.TryParse(host, out var written))
        {
            return [written];
        }

        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
        {
            return [IPAddress.Loopback, IPAddress.IPv6Loopback];
        }

        var addresses = await resolver.ResolveAsync(host, cancellationToken);
        if (addresses.Length == 0)
        {
            throw new SocketException((int)SocketError.HostNotFound);
        }

        return Array.TrueForAll(addresses, address => NetworkRange.Admits(address, mayLead))
            ? addresses
            : throw new RefusedAddressException(
                $"The name '{host}' leads to this machine or into a network that is not public; nothing was sent there. If the vendor is in a private network, set privateNetwork.");
    }
}
