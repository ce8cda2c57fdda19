using System.Net.Security;

using Sas.Interop.Hub.Security.Certificates;

namespace Sas.Interop.Hub.Security.Tls;

/// <summary>Whom the hub trusts on the other side of a connection, and what it shows of itself. Immutable; old connections keep the one that they began with.</summary>
internal sealed class TlsMaterial
{
    /// <summary>The system's authorities, and no certificate of our own.</summary>
    public static TlsMaterial Usual { get; } = new() { Stamp = string.Empty };

    /// <summary>The client certificate, its key and the authorities that go with it; null when there is none.</summary>
    public SslStreamCertificateContext? Client { get; init; }

    /// <summary>From when on the client certificate holds; null when there is none.</summary>
    public DateTimeOffset? ClientBegins { get; init; }

    /// <summary>When the client certificate ends; null when there is none.</summary>
    public DateTimeOffset? ClientEnds { get; init; }

    /// <summary>The only authorities that are trusted, or none for those of the system; those between, should the other side not send them; and revocation lists.</summary>
    public TrustAnchors Trust { get; init; } = new([], [], [], RevocationMode.None);

    /// <summary>SHA-256 of public keys, one of which must be in the chain; empty for none.</summary>
    public IReadOnlyList<byte[]> Pins { get; init; } = [];

    /// <summary>The name that the certificate must carry; null for the host of the address.</summary>
    public string? ServerName { get; init; }

    /// <summary>Tells this material from others; made of public parts only.</summary>
    public required string Stamp { get; init; }
}
