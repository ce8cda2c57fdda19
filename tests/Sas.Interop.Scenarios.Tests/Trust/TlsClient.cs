using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

using Sas.Interop.Scenarios.Tests.Hosting;
using Sas.Interop.TestKit.Certificates;

namespace Sas.Interop.Scenarios.Tests.Trust;

/// <summary>A client that shows a certificate of its choice, or none, and believes the hub by the root of the test alone.</summary>
internal sealed class TlsClient : IDisposable
{
    private readonly HttpClient _http;
    private int _connections;

    public TlsClient(Uri address, TestAuthority root, Presented? presented, TlsWay? way = null)
    {
        var chosen = way ?? new TlsWay();
        var handler = new SocketsHttpHandler { UseProxy = false };
        handler.SslOptions.EnabledSslProtocols = chosen.Protocol;
        handler.SslOptions.ClientCertificateContext = presented is null ? null : SslStreamCertificateContext.Create(presented.Certificate, presented.Above, offline: true);
        handler.SslOptions.CertificateChainPolicy = Believe(root);
        handler.ConnectCallback = async (context, cancellationToken) =>
        {
            Interlocked.Increment(ref _connections);
            var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
            try
            {
                if (chosen.From is not null)
                {
                    socket.Bind(new IPEndPoint(chosen.From, 0));
                }

                await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellationToken);
                return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        };
        _http = new HttpClient(handler)
        {
            BaseAddress = address,
            DefaultRequestVersion = chosen.Version,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
    }

    /// <summary>Connections that were made so far.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Belief in servers below this authority alone.</summary>
    public static X509ChainPolicy Believe(TestAuthority root)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(root.Certificate);
        return policy;
    }

    public Task<Answer> GetAsync(string relative) => SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(relative, UriKind.Relative)));

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            request.Version = _http.DefaultRequestVersion;
            request.VersionPolicy = _http.DefaultVersionPolicy;
            using var response = await _http.SendAsync(request);
            Assert.That(response.Version, Is.EqualTo(_http.DefaultRequestVersion));
            return await Answer.ReadAsync(response);
        }
    }

    public void Dispose() => _http.Dispose();
}

/// <summary>How a client speaks.</summary>
internal sealed record TlsWay
{
    public SslProtocols Protocol { get; init; } = SslProtocols.Tls13;

    public Version Version { get; init; } = HttpVersion.Version11;

    /// <summary>Address of this machine that it calls from; null for any.</summary>
    public IPAddress? From { get; init; }
}
