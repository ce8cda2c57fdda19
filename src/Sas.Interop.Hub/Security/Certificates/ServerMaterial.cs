using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Sas.Interop.Hub.Security.Certificates;

/// <summary>The certificate that the hub shows to its callers, its key, and what it sends along. Never disposed: handshakes under way may still use it.</summary>
internal sealed class ServerMaterial(X509Certificate2 certificate, X509Certificate2Collection above)
{
    public X509Certificate2 Certificate { get; } = certificate;

    /// <summary>Made once for all connections; offline, so that nothing is fetched from anywhere.</summary>
    public SslStreamCertificateContext Context { get; } = SslStreamCertificateContext.Create(certificate, above, offline: true);

    public DateTimeOffset NotAfter { get; } = certificate.NotAfter.ToUniversalTime();
}
