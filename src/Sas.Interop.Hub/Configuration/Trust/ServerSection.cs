using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

using Sas.Interop.Hub.Configuration.Source;
using Sas.Interop.Hub.Configuration.Vendors;
using Sas.Interop.Hub.Security.Certificates;

namespace Sas.Interop.Hub.Configuration.Trust;

/// <summary>Reads <c>server</c>: what the hub shows to its callers.</summary>
internal sealed class ServerSection(MaterialFiles files, SecretStore secrets, DateTimeOffset now)
{
    public const int MostCertificates = 10;

    private static readonly TimeSpan Soon = TimeSpan.FromDays(14);

    /// <returns>Null when there is no such section, or, with faults, when it cannot be used.</returns>
    public ServerMaterial? Read(ObjectReader file)
    {
        if (file.Section("server") is not { } server)
        {
            return null;
        }

        var (pem, key, pfx) = (server.Find("certificate"), server.Find("key"), server.Find("pfx"));
        var passphrase = server.Find("passphrase") is { } at && SecretReference.Read(at, server.Faults) is { } reference ? secrets.Resolve(reference, server.Faults) : null;
        server.Close();
        if ((pem is null) == (pfx is null) || (pfx is not null && key is not null))
        {
            server.Faults.Add(server.At, "Name either certificate, with key where the key stands in a file of its own, or pfx.");
            return null;
        }

        try
        {
            return pem is not null ? ReadPem(server, (pem, key ?? pem), passphrase) : ReadPfx(server, pfx ?? server.At, passphrase);
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or ArgumentException)
        {
            // What the framework says of a key is not repeated.
            server.Faults.AddTorn(
                server.At.Path,
                server.At.Line,
                "Certificate and key cannot be used together: a file is no PEM or PFX, the key is another one's, or the passphrase is missing or wrong.");
            return null;
        }
    }

    private ServerMaterial? ReadPem(ObjectReader server, (SourceValue Certificate, SourceValue Key) at, string? passphrase)
    {
        var all = files.ReadCertificates(at.Certificate, MostCertificates, server.Faults);
        var key = files.ReadText(at.Key, server.Faults);
        if (all.Count == 0 || key is null)
        {
            return null;
        }

        var own = all[0].ExportCertificatePem();
        var certificate = passphrase is null ? X509Certificate2.CreateFromPem(own, key) : X509Certificate2.CreateFromEncryptedPem(own, key, passphrase);
        return Judge(server, at.Certificate, certificate, [.. all.Skip(1)]);
    }

    private ServerMaterial? ReadPfx(ObjectReader server, SourceValue at, string? passphrase)
    {
        if (files.Read(at, MaterialFiles.MostBytes, server.Faults) is not { } bytes)
        {
            return null;
        }

        var all = X509CertificateLoader.LoadPkcs12Collection(bytes, passphrase);
        var own = all.Where(static one => one.HasPrivateKey).ToList();
        if (own.Count != 1 || all.Count > MostCertificates)
        {
            server.Faults.AddTorn(at.Path, at.Line, string.Create(CultureInfo.InvariantCulture, $"The file must hold one certificate with its key, and at most {MostCertificates} certificates in all."));
            return null;
        }

        return Judge(server, at, own[0], [.. all.Where(one => !ReferenceEquals(one, own[0]))]);
    }

    private ServerMaterial? Judge(ObjectReader server, SourceValue at, X509Certificate2 certificate, X509Certificate2Collection above)
    {
        var ends = certificate.NotAfter.ToUniversalTime();
        var fault = CertificateUse.Fault(certificate) is { } wrong ? $"The certificate cannot be shown by a server: {wrong}."
            : CertificateUse.Excludes(certificate, CertificateUse.Server) ? "The certificate cannot be shown by a server: its extended key usage lacks serverAuth."
            : !KeyStrength.IsEnough(certificate) ? $"The key is too short: RSA from {KeyStrength.LeastRsaBits} bits, elliptic curves from {KeyStrength.LeastCurveBits}."
            : ends <= now.UtcDateTime ? string.Create(CultureInfo.InvariantCulture, $"The certificate has expired, on {ends:yyyy-MM-dd}.")
            : null;
        if (fault is not null)
        {
            server.Faults.AddTorn(at.Path, at.Line, fault);
            return null;
        }

        if (ends <= (now + Soon).UtcDateTime)
        {
            server.Faults.Warn(at, string.Create(CultureInfo.InvariantCulture, $"The certificate expires soon, on {ends:yyyy-MM-dd}."));
        }

        if (certificate.NotBefore.ToUniversalTime() > now.UtcDateTime)
        {
            server.Faults.Warn(at, "The certificate is not valid yet; callers will refuse it.");
        }

        return new ServerMaterial(certificate, above);
    }
}
