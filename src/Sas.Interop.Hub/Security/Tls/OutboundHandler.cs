using System.Net;
using System.Net.Security;
using System.Security.Authentication;

namespace Sas.Interop.Hub.Security.Tls;

/// <summary>How every call leaves the hub: TLS 1.2 or 1.3 with name and chain checked, no redirect, cookie, proxy or credential by itself. Nothing here logs addresses, which may carry keys.</summary>
internal static class OutboundHandler
{
    private static readonly TimeSpan LongestConnect = TimeSpan.FromSeconds(5);

    public static CertificateWitness Create(OutboundLimits limits, TlsMaterial material, GuardedConnection connection, TimeProvider trueTime) =>
        new(Connections(limits, material, connection, trueTime), material, trueTime);

    private static SocketsHttpHandler Connections(OutboundLimits limits, TlsMaterial material, GuardedConnection connection, TimeProvider trueTime) => new()
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
        ConnectCallback = material.ServerName is { } name
            ? (context, cancellationToken) => ConnectAsync(context, connection, Options(material, trueTime, name), cancellationToken)
            : connection.ConnectAsync,
        SslOptions = Options(material, trueTime, null),
    };

    /// <summary>The handler itself always asks for the name of the address; where another one is due, the secure connection is made here.</summary>
    private static async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context,
        GuardedConnection connection,
        SslClientAuthenticationOptions options,
        CancellationToken cancellationToken)
    {
        var plain = await connection.ConnectAsync(context, cancellationToken);
        if (context.InitialRequestMessage.RequestUri?.Scheme != Uri.UriSchemeHttps)
        {
            return plain;
        }

        var secure = new SslStream(plain);
        try
        {
            await secure.AuthenticateAsClientAsync(options, cancellationToken);
            return secure;
        }
        catch
        {
            await secure.DisposeAsync();
            throw;
        }
    }

    private static SslClientAuthenticationOptions Options(TlsMaterial material, TimeProvider trueTime, string? name)
    {
        var judge = new PeerJudge(material, trueTime);
        return new SslClientAuthenticationOptions
        {
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            EncryptionPolicy = EncryptionPolicy.RequireEncryption,
            AllowRenegotiation = false,

            // Each connection proves anew who it is, so that what was revoked or exchanged is seen.
            AllowTlsResume = false,
            TargetHost = name,
            ClientCertificateContext = material.Client,
            CertificateChainPolicy = judge.ChainPolicy(),
            RemoteCertificateValidationCallback = judge.Accepts,
        };
    }
}

/// <summary>Bounds of one pool of connections.</summary>
internal readonly record struct OutboundLimits(int Concurrency, TimeSpan Timeout, bool Decompresses);
