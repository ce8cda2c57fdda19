using System.Collections.Concurrent;
using System.Net;

using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Sas.Interop.Hub.Security.Limits;

/// <summary>Open connections by address. There are never more entries than connections.</summary>
internal sealed class ConnectionCounts(IOptions<LimitsOptions> options, TimeProvider time, LimitMeters meters, ILogger<ConnectionCounts> logger)
{
    private readonly ConcurrentDictionary<ulong, int> _open = new();
    private readonly SparseLine _line = new(time);
    private readonly int _most = options.Value.Connections.MostOfAnAddress;

    /// <summary>Counts a connection until it is closed.</summary>
    /// <returns>False when its address has too many already; it was not counted then.</returns>
    public bool TryEnter(ConnectionContext connection)
    {
        var network = CallerAccounts.Network((connection.RemoteEndPoint as IPEndPoint)?.Address);
        if (_open.AddOrUpdate(network, 1, static (_, open) => open + 1) <= _most)
        {
            connection.ConnectionClosed.UnsafeRegister(static state => (state as Counted)?.Leave(), new Counted(this, network));
            return true;
        }

        Leave(network);
        meters.Cut();
        if (_line.IsDue(out var cut))
        {
            logger.ConnectionsLimited(_most, cut);
        }

        return false;
    }

    private void Leave(ulong network)
    {
        // Removed when it is the last one; another may come between the two steps, so each takes only what it saw.
        while (_open.TryGetValue(network, out var open))
        {
            if (open == 1 ? _open.TryRemove(KeyValuePair.Create(network, 1)) : _open.TryUpdate(network, open - 1, open))
            {
                return;
            }
        }
    }

    private sealed record Counted(ConnectionCounts Counts, ulong Network)
    {
        public void Leave() => Counts.Leave(Network);
    }
}
