using System.Net;

namespace Sas.Interop.Hub.Security;

/// <summary>Looks a name up.</summary>
internal sealed class HostResolver(Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    public static HostResolver System { get; } = new(Dns.GetHostAddressesAsync);

    public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) => resolve(host, cancellationToken);
}
