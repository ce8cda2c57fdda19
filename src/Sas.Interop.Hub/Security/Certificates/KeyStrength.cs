using System.Security.Cryptography.X509Certificates;

namespace Sas.Interop.Hub.Security.Certificates;

/// <summary>Whether a certificate's own key is strong enough: RSA from 2048 bits, elliptic curves from 256.</summary>
internal static class KeyStrength
{
    public const int LeastRsaBits = 2_048;
    public const int LeastCurveBits = 256;

    public static bool IsEnough(X509Certificate2 certificate)
    {
        using var rsa = certificate.GetRSAPublicKey();
        if (rsa is not null)
        {
            return rsa.KeySize >= LeastRsaBits;
        }

        using var curve = certificate.GetECDsaPublicKey();
        return curve?.KeySize >= LeastCurveBits;
    }
}
