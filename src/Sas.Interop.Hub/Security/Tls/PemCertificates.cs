using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Sas.Interop.Hub.Security.Tls;

/// <summary>Certificates of a PEM text.</summary>
internal static class PemCertificates
{
    private const int Most = 200;

    /// <returns>Null when one of them cannot be read, or there are too many.</returns>
    public static IReadOnlyList<X509Certificate2>? Read(byte[] pem)
    {
        try
        {
            var all = new X509Certificate2Collection();
            all.ImportFromPem(Encoding.UTF8.GetString(pem));
            return all.Count <= Most ? [.. all] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
