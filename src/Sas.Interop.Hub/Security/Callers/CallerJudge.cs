using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

using Sas.Interop.Hub.Security.Certificates;

namespace Sas.Interop.Hub.Security.Callers;

/// <summary>Finds the one caller that a certificate stands for: first whether it is believed at all, then whose it is.</summary>
internal sealed class CallerJudge(CallersModel model, TimeProvider time)
{
    private readonly ChainJudge _chains = new(model.Trust, time);

    public CallerVerdict Judge(ShownCertificate shown)
    {
        var all = new List<X509Certificate2>();
        try
        {
            var own = X509CertificateLoader.LoadCertificate(shown.Own);
            all.Add(own);
            foreach (var sent in shown.Above)
            {
                all.Add(X509CertificateLoader.LoadCertificate(sent));
            }

            return Judge(own, all[1..]) with { Facts = FactsOf(own) };
        }
        catch (CryptographicException)
        {
            return Refused(CertificateFault.Unreadable, "The certificate, or one sent along with it, cannot be read.");
        }
        finally
        {
            all.ForEach(static one => one.Dispose());
        }
    }

    private CallerVerdict Judge(X509Certificate2 own, List<X509Certificate2> sent)
    {
        var chain = _chains.Judge(own, sent, CertificateUse.Client);
        if (chain.Fault is not null)
        {
            return new CallerVerdict(null, chain.Fault, chain.Sentence, chain.Until);
        }

        var verdict = Match(own);
        return verdict.Caller is null ? verdict : verdict with { Until = chain.Until, Doubts = chain.Doubts };
    }

    private CallerVerdict Match(X509Certificate2 own)
    {
        if (SubjectName.Read(own.SubjectName.RawData) is not { CommonName: { } name } subject)
        {
            return Refused(CertificateFault.WrongCommonName, "The subject of the certificate has not exactly one common name that can be read.");
        }

        var named = model.Callers.Where(rule => rule.CommonNames.Contains(name)).ToList();
        if (named.Count == 0)
        {
            return Refused(CertificateFault.WrongCommonName, "The common name of the certificate is not that of a caller.");
        }

        var fitting = named.Where(rule => rule.Units is null || subject.Units.Any(rule.Units.Contains)).ToList();
        if (fitting.Count == 0)
        {
            return Refused(CertificateFault.WrongUnit, "The organizational unit of the certificate is not one that is expected of its common name.");
        }

        var issuer = SubjectName.Read(own.IssuerName.RawData)?.CommonName;
        fitting = [.. fitting.Where(rule => rule.Issuers is null || (issuer is not null && rule.Issuers.Contains(issuer)))];
        if (fitting.Count == 0)
        {
            return Refused(CertificateFault.WrongIssuer, "The authority that signed the certificate is not one that is expected of its common name.");
        }

        var pin = PinOf(own);
        fitting = [.. fitting.Where(rule => rule.Pins is null || rule.Pins.Contains(pin))];
        return fitting.Count switch
        {
            0 => Refused(CertificateFault.WrongPin, "The key of the certificate is not one that is expected of its common name."),
            1 => new CallerVerdict(fitting[0].Identity, null, null, default),
            _ => Refused(CertificateFault.Ambiguous, "The certificate fits several callers, so it stands for none."),
        };
    }

    /// <summary>The pin of a certificate: the SHA-256 of its public key with the kind of key, in base64.</summary>
    public static string PinOf(X509Certificate2 certificate) => Convert.ToBase64String(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo()));

    private CallerVerdict Refused(CertificateFault fault, string sentence) => new(null, fault, sentence, time.GetUtcNow() + ChainJudge.RefusalHolds);

    private static CertificateFacts FactsOf(X509Certificate2 own) => new(
        PrintableText.Of(SubjectName.Read(own.SubjectName.RawData)?.CommonName),
        PrintableText.Of(SubjectName.Read(own.IssuerName.RawData)?.CommonName),
        PrintableText.Of(own.SerialNumber),
        Convert.ToHexStringLower(SHA256.HashData(own.RawData)));
}
