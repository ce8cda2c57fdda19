using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Sas.Interop.Hub.Security.Certificates;

/// <summary>How something is signed: one of those that are strong enough.</summary>
/// <param name="Hash">The hash.</param>
/// <param name="Padding">The padding of RSA; null for ECDSA.</param>
internal sealed record SignatureKind(HashAlgorithmName Hash, RSASignaturePadding? Padding)
{
    private const string Pss = "1.2.840.113549.1.1.10";

    private static readonly Dictionary<string, SignatureKind> Known = new(StringComparer.Ordinal)
    {
        ["1.2.840.113549.1.1.11"] = new(HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        ["1.2.840.113549.1.1.12"] = new(HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
        ["1.2.840.113549.1.1.13"] = new(HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
        ["1.2.840.10045.4.3.2"] = new(HashAlgorithmName.SHA256, null),
        ["1.2.840.10045.4.3.3"] = new(HashAlgorithmName.SHA384, null),
        ["1.2.840.10045.4.3.4"] = new(HashAlgorithmName.SHA512, null),
    };

    private static readonly Dictionary<string, HashAlgorithmName> Hashes = new(StringComparer.Ordinal)
    {
        ["2.16.840.1.101.3.4.2.1"] = HashAlgorithmName.SHA256,
        ["2.16.840.1.101.3.4.2.2"] = HashAlgorithmName.SHA384,
        ["2.16.840.1.101.3.4.2.3"] = HashAlgorithmName.SHA512,
    };

    /// <summary>Whether a certificate's signature, told by its algorithm, is strong enough.</summary>
    public static bool IsStrong(string? oid) => oid == Pss || (oid is not null && Known.ContainsKey(oid));

    /// <param name="algorithm">An AlgorithmIdentifier in DER.</param>
    /// <returns>Null when it is not one of those that are strong enough.</returns>
    /// <exception cref="AsnContentException">It is malformed.</exception>
    public static SignatureKind? Read(ReadOnlyMemory<byte> algorithm)
    {
        var parts = new AsnReader(algorithm, AsnEncodingRules.DER).ReadSequence();
        var oid = parts.ReadObjectIdentifier();
        if (oid != Pss)
        {
            return Known.GetValueOrDefault(oid);
        }

        var parameters = parts.ReadSequence();
        var first = new Asn1Tag(TagClass.ContextSpecific, 0);
        if (!parameters.HasData || !parameters.PeekTag().HasSameClassAndValue(first))
        {
            // Left out means SHA-1.
            return null;
        }

        var hash = parameters.ReadSequence(first).ReadSequence().ReadObjectIdentifier();
        return Hashes.TryGetValue(hash, out var name) ? new SignatureKind(name, RSASignaturePadding.Pss) : null;
    }

    public bool Verify(X509Certificate2 signer, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        try
        {
            if (Padding is { } padding)
            {
                using var rsa = signer.GetRSAPublicKey();
                return rsa?.VerifyData(data, signature, Hash, padding) == true;
            }

            using var curve = signer.GetECDsaPublicKey();
            return curve?.VerifyData(data, signature, Hash, DSASignatureFormat.Rfc3279DerSequence) == true;
        }
        catch (CryptographicException)
        {
            // A key or a signature that cannot even be read verifies nothing.
            return false;
        }
    }
}
