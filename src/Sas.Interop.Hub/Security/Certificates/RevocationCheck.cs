using System.Security.Cryptography.X509Certificates;

namespace Sas.Interop.Hub.Security.Certificates;

/// <summary>Looks a whole chain up in the revocation lists, each certificate in those of the authority above it. The root has nobody above it.</summary>
internal sealed class RevocationCheck(TrustAnchors trust, DateTimeOffset now)
{
    private readonly List<string> _doubts = [];
    private DateTimeOffset _until = DateTimeOffset.MaxValue;

    /// <param name="chain">The certificate, then those above it, up to the root.</param>
    /// <param name="accepted">The verdict when nothing is found.</param>
    public ChainVerdict Judge(IReadOnlyList<X509Certificate2> chain, ChainVerdict accepted)
    {
        _until = accepted.Until;
        for (var place = 0; place + 1 < chain.Count; place++)
        {
            var (fault, sentence) = Judge(chain[place], chain[place + 1], place == 0 ? "The certificate" : "An authority above the certificate");
            if (fault is not null)
            {
                return new ChainVerdict(fault, sentence, now + ChainJudge.RefusalHolds) { Place = place };
            }
        }

        return accepted with { Until = _until, Doubts = _doubts };
    }

    private (CertificateFault? Fault, string? Sentence) Judge(X509Certificate2 certificate, X509Certificate2 authority, string who)
    {
        if (!SerialNumber.TryRead(certificate.SerialNumberBytes.Span, out var serial))
        {
            return (CertificateFault.ChainBroken, $"{who} has a serial number that is longer than any may be.");
        }

        var lists = trust.Lists.Where(list => list.IsSignedBy(authority)).ToList();
        if (lists.Exists(list => list.Lists(serial)))
        {
            return (CertificateFault.Revoked, $"{who} is revoked.");
        }

        var newest = lists.Where(list => list.IsCurrent(now) && list.Scope.Covers(certificate)).MaxBy(static list => list.NextUpdate);
        if (newest is not null)
        {
            _until = newest.NextUpdate < _until ? newest.NextUpdate : _until;
            return (null, null);
        }

        if (trust.Revocation == RevocationMode.Hard)
        {
            return (CertificateFault.RevocationUnknown, $"{who} cannot be checked for revocation: no current list of its authority is here.");
        }

        // It is looked at again when a list that is not of this time yet may have become so.
        _until = now + ChainJudge.RefusalHolds < _until ? now + ChainJudge.RefusalHolds : _until;
        _doubts.Add(PrintableText.Of(SubjectName.Read(authority.SubjectName.RawData)?.CommonName));
        return (null, null);
    }
}
