using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Sas.Interop.Hub.Security.Tls;

/// <summary>A list of revoked certificates (RFC 5280 §5). Whose it is shows only when its signature is checked with the issuer's key.</summary>
internal sealed class RevocationList
{
    public required byte[] Issuer { get; init; }

    public required DateTimeOffset ThisUpdate { get; init; }

    public required DateTimeOffset NextUpdate { get; init; }

    /// <summary>Serial numbers, in hexadecimal.</summary>
    public required IReadOnlySet<string> Serials { get; init; }

    /// <summary>Speaks of certificates of people and servers only, or of authorities only; null of both.</summary>
    public bool? OfAuthorities { get; init; }

    public required byte[] Signed { get; init; }

    public required byte[] Signature { get; init; }

    public required string Algorithm { get; init; }

    public bool IsCurrent(DateTimeOffset now) => ThisUpdate <= now && now < NextUpdate;

    /// <summary>Whether it speaks of a certificate and was signed by the certificate's issuer.</summary>
    public bool Covers(X509Certificate2 certificate, X509Certificate2 issuer)
    {
        if (!Issuer.AsSpan().SequenceEqual(certificate.IssuerName.RawData) || (OfAuthorities is { } only && only != IsAuthority(certificate)))
        {
            return false;
        }

        try
        {
            return IsSignedBy(issuer);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    public bool Names(X509Certificate2 certificate) => Serials.Contains(Convert.ToHexString(certificate.SerialNumberBytes.Span.TrimStart((byte)0)));

    private static bool IsAuthority(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(static limits => limits.CertificateAuthority);

    private bool IsSignedBy(X509Certificate2 issuer)
    {
        if (issuer.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault() is { } usage && !usage.KeyUsages.HasFlag(X509KeyUsageFlags.CrlSign))
        {
            return false;
        }

        using var rsa = issuer.GetRSAPublicKey();
        using var curve = issuer.GetECDsaPublicKey();
        return Algorithm switch
        {
            "1.2.840.113549.1.1.11" => rsa?.VerifyData(Signed, Signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1) == true,
            "1.2.840.113549.1.1.12" => rsa?.VerifyData(Signed, Signature, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1) == true,
            "1.2.840.113549.1.1.13" => rsa?.VerifyData(Signed, Signature, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1) == true,
            "1.2.840.10045.4.3.2" => curve?.VerifyData(Signed, Signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence) == true,
            "1.2.840.10045.4.3.3" => curve?.VerifyData(Signed, Signature, HashAlgorithmName.SHA384, DSASignatureFormat.Rfc3279DerSequence) == true,
            "1.2.840.10045.4.3.4" => curve?.VerifyData(Signed, Signature, HashAlgorithmName.SHA512, DSASignatureFormat.Rfc3279DerSequence) == true,
            _ => false,
        };
    }
}
