using System.Net;

using Sas.Interop.Hub.Configuration;

namespace Sas.Interop.Hub.Polling;

/// <summary>
/// A pool of connections for each vendor. Nothing follows redirects, keeps cookies or sends credentials by itself, and nothing here logs addresses,
/// which may carry keys.
/// </summary>
internal sealed class SocketsTransportFactory : IVendorTransportFactory
{
    private static readonly TimeSpan LongestConnect = TimeSpan.FromSeconds(5);

    public HttpMessageHandler Create(VendorModel vendor) => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        Credentials = null,
        DefaultProxyCredentials = null,
        PreAuthenticate = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate | DecompressionMethods.Brotli,
        MaxConnectionsPerServer = vendor.Limits.Concurrency,
        ConnectTimeout = vendor.Limits.Timeout < LongestConnect ? vendor.Limits.Timeout : LongestConnect,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
        MaxResponseHeadersLength = 64,
        MaxResponseDrainSize = 64 * 1024,
        ResponseDrainTimeout = TimeSpan.FromSeconds(1),
        ActivityHeadersPropagator = null,
    };
}
