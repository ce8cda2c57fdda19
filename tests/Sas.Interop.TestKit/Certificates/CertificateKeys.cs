using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Sas.Interop.TestKit.Certificates;

/// <summary>The keys of certificates of a test.</summary>
public static class CertificateKeys
{
    /// <summary>The private key of a certificate that a <see cref="TestAuthority"/> has issued for a key of an elliptic curve; for the caller to dispose.</summary>
    public static ECDsa ExportKey(this X509Certificate2 certificate)
    {
        using var own = certificate.GetECDsaPrivateKey() ?? throw new ArgumentException("No key of an elliptic curve.", nameof(certificate));
        var key = ECDsa.Create();
        key.ImportParameters(own.ExportParameters(includePrivateParameters: true));
        return key;
    }
}
