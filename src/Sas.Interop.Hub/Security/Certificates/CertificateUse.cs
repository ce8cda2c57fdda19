using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Sas.Interop.Hub.Security.Certificates;

/// <summary>What a certificate may be used for.</summary>
internal static class CertificateUse
{
    /// <summary>To show who calls.</summary>
    public static Oid Client { get; } = new("1.3.6.1.5.5.7.3.2");

    /// <summary>To show who answers.</summary>
    public static Oid Server { get; } = new("1.3.6.1.5.5.7.3.1");

    /// <summary>Why a certificate, that of an end and not of an authority, may not sign a handshake; null when it may.</summary>
    public static string? Fault(X509Certificate2 certificate)
    {
        if (IsAuthority(certificate))
        {
            return "it is that of an authority";
        }

        return certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault() is { } usage && !usage.KeyUsages.HasFlag(X509KeyUsageFlags.DigitalSignature)
            ? "its key usage lacks digitalSignature"
            : null;
    }

    /// <summary>Whether a certificate that lists uses leaves this one out.</summary>
    public static bool Excludes(X509Certificate2 certificate, Oid use)
    {
        const string Any = "2.5.29.37.0";
        return certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().FirstOrDefault() is { } uses
            && !uses.EnhancedKeyUsages.Cast<Oid>().Any(listed => listed.Value == use.Value || listed.Value == Any);
    }

    public static bool IsAuthority(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509BasicConstraintsExtension>().FirstOrDefault() is { CertificateAuthority: true };
}
