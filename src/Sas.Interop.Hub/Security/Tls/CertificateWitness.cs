using System.Security.Cryptography.X509Certificates;

using Sas.Interop.Adapters.Http;

namespace Sas.Interop.Hub.Security.Tls;

/// <summary>
/// Tells a server that refuses our certificate from one that is not well. Many servers say so in an alert; others just close. When one that asks for a certificate
/// closes before it has ever answered under this trust, or after ours has ended, that is taken for a refusal.
/// </summary>
internal sealed class CertificateWitness : DelegatingHandler
{
    private readonly TlsMaterial _material;
    private readonly TimeProvider _trueTime;
    private volatile bool _asked;
    private volatile bool _answered;

    public CertificateWitness(SocketsHttpHandler connections, TlsMaterial material, TimeProvider trueTime)
        : base(connections)
    {
        Connections = connections;
        _material = material;
        _trueTime = trueTime;
        if (material.Client is null)
        {
            connections.SslOptions.LocalCertificateSelectionCallback = ShowNone;
        }
        else
        {
            _asked = true;
        }
    }

    public SocketsHttpHandler Connections { get; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            _answered = true;
            return response;
        }
        catch (HttpRequestException closed) when (request.RequestUri?.Scheme == Uri.UriSchemeHttps && IsRefusal(closed))
        {
            var reason = _material.Client is null
                ? "The other side wants a client certificate, and none is configured: set one."
                : HasEnded ? "The client certificate has ended; replace it."
                : "The other side closes without a word once it has seen the hub's client certificate: look whether it is registered there and signed by the authority that is expected.";
            throw new HttpRequestException(closed.HttpRequestError, "The client certificate is refused.", new RefusedCertificateException(reason, closed));
        }
    }

    private bool HasEnded => _material.ClientEnds <= _trueTime.GetUtcNow();

    private bool IsRefusal(HttpRequestException closed)
    {
        if (!_asked || (_answered && !HasEnded))
        {
            return false;
        }

        for (Exception? cause = closed; cause is not null; cause = cause.InnerException)
        {
            if (cause is UntrustedPeerException or RefusedAddressException)
            {
                return false;
            }
        }

        return closed.HttpRequestError is HttpRequestError.ResponseEnded or HttpRequestError.InvalidResponse or HttpRequestError.Unknown
            || (closed.HttpRequestError == HttpRequestError.SecureConnectionError && _material.Client is null);
    }

    /// <summary>Asked once before the other side is known, and again when it wants one.</summary>
    private X509Certificate ShowNone(object sender, string targetHost, X509CertificateCollection own, X509Certificate? remote, string[] acceptableIssuers)
    {
        if (remote is not null)
        {
            _asked = true;
        }

        return null!; // The signature of the platform says that there is always one; it takes none for none.
    }
}
