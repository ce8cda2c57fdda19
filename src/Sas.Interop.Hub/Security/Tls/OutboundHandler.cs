using System.Net;
using System.Net.Security;
using System.Security.Authentication;

namespace Sas.Interop.Hub.Security.Tls;

/// <summary>How every call leaves the hub: TLS 1.2 or 1.3 with name and chain checked, no redirect, cookie, proxy or credential by itself. Nothing here logs addresses, which may carry keys.</summary>
internal static class OutboundHandler
{
    private static readonly TimeSpan LongestConnect = TimeSpan.FromSeconds(5);

    public static SocketsHttpHandler Create(OutboundLimits limits, TlsMaterial material, GuardedConnection connection, TimeProvider trueTime) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        Credentials = null,
        DefaultProxyCredentials = null,
        PreAuthenticate = false,
        AutomaticDecompression = limits.Decompresses ? DecompressionMethods.GZip | DecompressionMethods.Deflate | DecompressionMethods.Brotli : DecompressionMethods.None,
        MaxConnectionsPerServer = limits.Concurrency,
        ConnectTimeout = limits.Timeout < LongestConnect ? limits.Timeout : LongestConnect,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
        MaxResponseHeadersLength = 64,
        MaxResponseDrainSize = 64 * 1024,
        ResponseDrainTimeout = TimeSpan.FromSeconds(1),
        ActivityHeadersPropagator = null,
        ConnectCallback = connection.ConnectAsync,
        SslOptions = Options(material, trueTime),
    };

    private static SslClientAuthenticationOptions Options(TlsMaterial material, TimeProvider trueTime)
    {
        var judge = new PeerJudge(material, trueTime);
        return new SslClientAuthenticationOptions
        {
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            EncryptionPolicy = EncryptionPolicy.RequireEncryption,
            AllowRenegotiation = false,

            // Each connection proves anew who it is, so that what was revoked or exchanged is seen.
            AllowTlsResume = false,
            TargetHost = material.ServerName,
            ClientCertificateContext = material.Client,
            CertificateChainPolicy = judge.ChainPolicy(),
            RemoteCertificateValidationCallback = judge.Accepts,
        };
    }
}

/// <summary>Bounds of one pool of connections.</summary>
internal readonly record struct OutboundLimits(int Concurrency, TimeSpan Timeout, bool Decompresses);
