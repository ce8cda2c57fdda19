using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Sas.Interop.Hub.Security.Tls;

/// <summary>Reads the certificate that the hub shows of itself. What is wrong is told in a sentence that repeats nothing of what was read.</summary>
internal sealed class ClientCertificateReader(TlsParts parts, List<TlsFault> faults)
{
    private const string Rsa = "1.2.840.113549.1.1.1";
    private const string EllipticCurve = "1.2.840.10045.2.1";
    private const string Encrypted = "ENCRYPTED PRIVATE KEY";
    private static readonly string[] KeyLabels = [Encrypted, "PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY"];

    /// <returns>The certificate with its key and what stands above it; null with a fault, or when there is none.</returns>
    public (X509Certificate2 Leaf, X509Certificate2Collection Above)? Read()
    {
        if (parts.Pfx is { } pfx)
        {
            return ReadPfx(pfx);
        }

        return parts.Certificate is { } certificate ? ReadPem(certificate) : null;
    }

    public static SslStreamCertificateContext ToContext(X509Certificate2 leaf, X509Certificate2Collection above) =>
        SslStreamCertificateContext.Create(leaf, above, offline: true);

    private (X509Certificate2, X509Certificate2Collection)? ReadPfx(byte[] pfx)
    {
        X509Certificate2Collection all;
        try
        {
            all = X509CertificateLoader.LoadPkcs12Collection(pfx, parts.Secret);
        }
        catch (CryptographicException)
        {
            Fault(TlsParts.ClientPfx, parts.Secret is null
                ? "Not a readable PKCS#12 file, or one that needs a passphrase; none is configured."
                : "Not a readable PKCS#12 file, or the passphrase is not its own.");
            return null;
        }

        var leaves = all.Where(static one => one.HasPrivateKey).ToList();
        if (leaves.Count != 1)
        {
            Fault(TlsParts.ClientPfx, "Must hold one certificate with its private key.");
            return null;
        }

        return (leaves[0], new X509Certificate2Collection(all.Where(one => one != leaves[0]).ToArray()));
    }

    private (X509Certificate2, X509Certificate2Collection)? ReadPem(byte[] pem)
    {
        if (PemCertificates.Read(pem) is not { Count: > 0 } chain)
        {
            Fault(TlsParts.ClientCertificate, "Holds no readable PEM certificate (BEGIN CERTIFICATE).");
            return null;
        }

        using var key = ReadKey(chain[0]);
        if (key is null)
        {
            return null;
        }

        try
        {
            var leaf = key is RSA rsa ? chain[0].CopyWithPrivateKey(rsa) : chain[0].CopyWithPrivateKey((ECDsa)key);
            return (ForThisSystem(leaf), new X509Certificate2Collection(chain.Skip(1).ToArray()));
        }
        catch (ArgumentException)
        {
            Fault(TlsParts.ClientKey, "The key does not belong to the client certificate.");
            return null;
        }
    }

    private AsymmetricAlgorithm? ReadKey(X509Certificate2 leaf)
    {
        var part = parts.Key is null ? TlsParts.ClientCertificate : TlsParts.ClientKey;
        var text = TextOf(parts.Key ?? parts.Certificate ?? []);
        var (label, pem) = FindKey(text);
        if (pem is null)
        {
            Fault(TlsParts.ClientKey, parts.Key is null
                ? "Missing: the file of the client certificate holds no private key."
                : "Holds no readable PEM private key (BEGIN PRIVATE KEY or BEGIN ENCRYPTED PRIVATE KEY).");
            return null;
        }

        if (pem.Contains("Proc-Type", StringComparison.Ordinal))
        {
            Fault(part, "A key that is encrypted in the old way is not read; write it as BEGIN ENCRYPTED PRIVATE KEY (PKCS#8).");
            return null;
        }

        if (label == Encrypted && parts.Secret is null)
        {
            Fault(TlsParts.Passphrase, "Missing: the private key is encrypted.");
            return null;
        }

        return Import(leaf, (label, pem), part);
    }

    private AsymmetricAlgorithm? Import(X509Certificate2 leaf, (string? Label, string Pem) key, string part)
    {
        AsymmetricAlgorithm? algorithm = leaf.PublicKey.Oid.Value switch { Rsa => RSA.Create(), EllipticCurve => ECDsa.Create(), _ => null };
        if (algorithm is null)
        {
            Fault(TlsParts.ClientCertificate, "Its key is neither RSA nor of an elliptic curve.");
            return null;
        }

        try
        {
            if (key.Label == Encrypted)
            {
                algorithm.ImportFromEncryptedPem(key.Pem, parts.Secret);
            }
            else
            {
                algorithm.ImportFromPem(key.Pem);
            }

            return algorithm;
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or ArgumentException)
        {
            algorithm.Dispose();
            Fault(part, key.Label == Encrypted
                ? "The private key cannot be read: the passphrase is not its own, it is of another kind than the certificate, or it is damaged."
                : "The private key cannot be read: it is of another kind than the certificate, or it is damaged.");
            return null;
        }
    }

    private static (string? Label, string? Pem) FindKey(string text)
    {
        for (var rest = text.AsSpan(); PemEncoding.TryFind(rest, out var fields); rest = rest[fields.Location.End..])
        {
            var label = rest[fields.Label].ToString();
            if (KeyLabels.Contains(label))
            {
                return (label, rest[fields.Location].ToString());
            }
        }

        // The old encrypted form is no well-formed PEM of today.
        return text.Contains("Proc-Type", StringComparison.Ordinal) ? (null, text) : (null, null);
    }

    private static string TextOf(byte[] bytes) => Encoding.UTF8.GetString(bytes);

    /// <summary>Windows makes no use in TLS of a key that was only ever in memory.</summary>
    private static X509Certificate2 ForThisSystem(X509Certificate2 leaf) =>
        OperatingSystem.IsWindows() ? X509CertificateLoader.LoadPkcs12(leaf.Export(X509ContentType.Pkcs12), null) : leaf;

    private void Fault(string part, string message) => faults.Add(new TlsFault(part, message));
}
