using System.Security.Cryptography.X509Certificates;

namespace Sas.Interop.Hub.Security.Certificates;

/// <summary>Whom certificates are believed. Immutable.</summary>
/// <param name="Roots">Authorities that are believed because they are listed.</param>
/// <param name="Intermediates">Authorities below them that peers may leave out; believed only when a root vouches for them.</param>
/// <param name="Lists">Revocation lists.</param>
/// <param name="Revocation">How much they weigh.</param>
internal sealed record TrustAnchors(
    IReadOnlyList<X509Certificate2> Roots,
    IReadOnlyList<X509Certificate2> Intermediates,
    IReadOnlyList<RevocationList> Lists,
    RevocationMode Revocation);
