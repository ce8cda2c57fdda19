using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

using Sas.Interop.Adapters.Http;
using Sas.Interop.Hub.Security.Certificates;

namespace Sas.Interop.Hub.Security.Tls;

/// <summary>Judges the certificate of the other side: chain, name and time by the platform, then pins and revocation lists. Why one is refused is told by an exception.</summary>
internal sealed class PeerJudge(TlsMaterial material, TimeProvider trueTime)
{
    /// <summary>The rules for the chain: nothing is fetched, and only the given authorities are trusted when there are any.</summary>
    public X509ChainPolicy ChainPolicy()
    {
        var policy = new X509ChainPolicy
        {
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
            TrustMode = material.Trust.Roots.Count > 0 ? X509ChainTrustMode.CustomRootTrust : X509ChainTrustMode.System,
        };
        policy.CustomTrustStore.AddRange(material.Trust.Roots.ToArray());
        policy.ExtraStore.AddRange(material.Trust.Intermediates.ToArray());
        return policy;
    }

    /// <exception cref="UntrustedPeerException">The other side is not trusted.</exception>
    public bool Accepts(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        var name = (sender as SslStream)?.TargetHostName ?? string.Empty;
        var reason = certificate is null || chain is null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable) ? "it shows none"
            : errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors) ? ChainFault(chain)
            : errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) ? $"it is not for '{name}'"
            : PinFault(chain) ?? RevocationFault(chain);
        return reason is null ? true : throw new UntrustedPeerException($"The certificate of '{name}' is not trusted: {reason}.");
    }

    private string ChainFault(X509Chain chain)
    {
        var now = trueTime.GetUtcNow();
        foreach (var element in chain.ChainElements)
        {
            if (now >= element.Certificate.NotAfter.ToUniversalTime())
            {
                return string.Create(CultureInfo.InvariantCulture, $"{Which(chain, element)} ended on {element.Certificate.NotAfter.ToUniversalTime():yyyy-MM-dd HH:mm}Z");
            }

            if (now < element.Certificate.NotBefore.ToUniversalTime())
            {
                return string.Create(CultureInfo.InvariantCulture, $"{Which(chain, element)} holds from {element.Certificate.NotBefore.ToUniversalTime():yyyy-MM-dd HH:mm}Z on only");
            }
        }

        var all = chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, static (flags, status) => flags | status.Status);
        return (all & (X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain)) != 0
            ? material.Trust.Roots.Count > 0 ? "it leads to none of the configured anchors" : "it leads to no authority that the system trusts"
            : $"its chain is faulty ({all})";
    }

    private static string Which(X509Chain chain, X509ChainElement element) => ReferenceEquals(chain.ChainElements[0], element) ? "it" : "an authority of it";

    private string? PinFault(X509Chain chain)
    {
        if (material.Pins.Count == 0)
        {
            return null;
        }

        foreach (var element in chain.ChainElements)
        {
            var key = SHA256.HashData(element.Certificate.PublicKey.ExportSubjectPublicKeyInfo());
            if (material.Pins.Any(pin => pin.AsSpan().SequenceEqual(key)))
            {
                return null;
            }
        }

        return "no key of its chain is pinned";
    }

    private string? RevocationFault(X509Chain chain)
    {
        if (material.Trust.Revocation == RevocationMode.None)
        {
            return null;
        }

        var certificates = chain.ChainElements.Select(static element => element.Certificate).ToList();
        var verdict = new RevocationCheck(material.Trust, trueTime.GetUtcNow()).Judge(certificates, new ChainVerdict(null, null, DateTimeOffset.MaxValue));
        var which = verdict.Place == 0 ? "it" : "an authority of it";
        return verdict.Fault switch
        {
            null => null,
            CertificateFault.Revoked => $"{which} is revoked",
            CertificateFault.RevocationUnknown => $"no current revocation list speaks of {which}",
            _ => $"{which} cannot be looked up in revocation lists",
        };
    }
}
