namespace Sas.Interop.Hub.Admin;

/// <summary>Trust between the hub and one vendor; no secret, and nothing of a certificate but its end.</summary>
/// <param name="ClientCertificateEnds">Null when the vendor's calls show none.</param>
/// <param name="OwnAnchors">Whether authorities of its own are trusted instead of the system's.</param>
/// <param name="BookingHosts">Where its pages to book on may be.</param>
/// <param name="RefusedPages">Hosts of pages that it told of and that are not shown, with how often since it was started.</param>
internal sealed record TrustView(DateTimeOffset? ClientCertificateEnds, bool OwnAnchors, IReadOnlyList<string> BookingHosts, IReadOnlyDictionary<string, long> RefusedPages);
