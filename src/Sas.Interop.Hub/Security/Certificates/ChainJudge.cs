using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Sas.Interop.Hub.Security.Certificates;

/// <summary>
/// Judges a certificate by our own anchors alone, at our own clock's time, without ever calling anybody: chain, validity, use, strength of keys, revocation.
/// Safe for many threads.
/// </summary>
internal sealed class ChainJudge(TrustAnchors trust, TimeProvider time)
{
    /// <summary>How long a refusal stands without another look: what is not valid yet becomes so.</summary>
    public static readonly TimeSpan RefusalHolds = TimeSpan.FromSeconds(30);

    private const int LongestChain = 10;

    /// <summary>In the order in which a refusal is told: what is not believed at all is not said to have ended.</summary>
    private static readonly (X509ChainStatusFlags Flags, CertificateFault Fault, string Sentence)[] Statuses =
    [
        (X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain, CertificateFault.Untrusted, "No chain leads from the certificate to an authority that is trusted here."),
        (X509ChainStatusFlags.NotSignatureValid, CertificateFault.ChainBroken, "A signature in the chain of the certificate does not hold."),
        (X509ChainStatusFlags.NotTimeValid, CertificateFault.Expired, "The certificate, or one above it, has expired."),
        (X509ChainStatusFlags.NotValidForUsage, CertificateFault.WrongUse, "The certificate, or one above it, is for another purpose: its extended key usage does not fit."),
    ];

    /// <param name="certificate">What the peer showed of itself.</param>
    /// <param name="sent">What it sent along: authorities above it, in any order.</param>
    /// <param name="use">What it is used for, of <see cref="CertificateUse"/>.</param>
    public ChainVerdict Judge(X509Certificate2 certificate, IReadOnlyList<X509Certificate2> sent, Oid use)
    {
        var now = time.GetUtcNow();
        using var chain = new X509Chain { ChainPolicy = Policy(sent, use, now) };
        try
        {
            var built = chain.Build(certificate);
            var above = chain.ChainElements.Select(static element => element.Certificate).ToList();
            return built && above.Count <= LongestChain
                ? JudgeBuilt(above, now)
                : Refused(chain, certificate, now);
        }
        catch (CryptographicException)
        {
            return Refusal(CertificateFault.Unreadable, "The certificate cannot be read.", now);
        }
        finally
        {
            foreach (var element in chain.ChainElements)
            {
                element.Certificate.Dispose();
            }
        }
    }

    private X509ChainPolicy Policy(IReadOnlyList<X509Certificate2> sent, Oid use, DateTimeOffset now)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
            VerificationTime = now.UtcDateTime,
            VerificationTimeIgnored = false,
        };
        policy.ApplicationPolicy.Add(use);
        policy.CustomTrustStore.AddRange(trust.Roots.ToArray());
        policy.ExtraStore.AddRange(trust.Intermediates.Concat(sent).ToArray());
        return policy;
    }

    private static ChainVerdict Refused(X509Chain chain, X509Certificate2 certificate, DateTimeOffset now)
    {
        var flags = chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, static (all, status) => all | status.Status);
        foreach (var (mask, fault, sentence) in Statuses.Where(known => (flags & known.Flags) != 0))
        {
            return fault switch
            {
                CertificateFault.Untrusted when certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData) =>
                    Refusal(CertificateFault.SelfSigned, "The certificate is signed by itself and by no authority that is trusted here.", now),
                CertificateFault.Expired when chain.ChainElements.Any(element => element.Certificate.NotBefore.ToUniversalTime() > now.UtcDateTime) =>
                    Refusal(CertificateFault.NotYetValid, "The certificate, or one above it, is not valid yet.", now),
                _ => Refusal(fault, sentence, now),
            };
        }

        return Refusal(CertificateFault.ChainBroken, "The chain of the certificate breaks a rule of certificates.", now);
    }

    private ChainVerdict JudgeBuilt(List<X509Certificate2> chain, DateTimeOffset now)
    {
        if (CertificateUse.Fault(chain[0]) is { } wrong)
        {
            return Refusal(CertificateFault.WrongUse, $"The certificate may not be used here: {wrong}.", now);
        }

        if (chain.Any(static one => !KeyStrength.IsEnough(one)))
        {
            return Refusal(CertificateFault.Weak, "A key in the chain of the certificate is too short, or of a kind that is not known here.", now);
        }

        // How a root signs itself carries no weight: it is believed because it is listed.
        if (chain.Take(chain.Count - 1).Any(static one => !SignatureKind.IsStrong(one.SignatureAlgorithm.Value)))
        {
            return Refusal(CertificateFault.Weak, "A signature in the chain of the certificate is of a kind that is too weak or not known here.", now);
        }

        var until = chain.Min(static one => new DateTimeOffset(one.NotAfter.ToUniversalTime()));
        var accepted = new ChainVerdict(null, null, until);
        return trust.Revocation == RevocationMode.None ? accepted : new RevocationCheck(trust, now).Judge(chain, accepted);
    }

    private static ChainVerdict Refusal(CertificateFault fault, string sentence, DateTimeOffset now) => new(fault, sentence, now + RefusalHolds);
}
