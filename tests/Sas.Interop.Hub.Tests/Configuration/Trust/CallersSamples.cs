using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

using Sas.Interop.Hub.Configuration.Trust;
using Sas.Interop.TestKit.Certificates;

namespace Sas.Interop.Hub.Tests.Configuration.Trust;

/// <summary>A folder with what a file of callers names, and readers over it.</summary>
internal sealed class CallersSamples : IDisposable
{
    public const string Platform = """{ "id": "platform", "roles": ["platform"], "subject": { "cn": ["sas.example"], "ou": ["One"] } }""";

    public CallersSamples()
    {
        Folder.Write("root.pem", Root.Pem);
        Folder.Write("issuing.pem", Issuing.Pem);
        Folder.Write("lists.pem", Root.RevocationList());
        WriteServer(CertificateWish.ForThisMachine);
    }

    public TempFolder Folder { get; } = new();

    public TestAuthority Root { get; } = TestAuthority.Root("Root");

    public TestAuthority Issuing => _issuing ??= Root.Intermediate("Issuing");

    private TestAuthority? _issuing;

    public static string File(string callers, string more = "") => $$"""
        {
          "server": { "certificate": "server.pem", "key": "server.key" },
          "trust": { "anchors": ["root.pem"], "crls": ["lists.pem"] },
          {{more}}
          "callers": [{{callers}}]
        }
        """;

    public void WriteServer(CertificateWish wish)
    {
        using var certificate = Issuing.Issue(wish);
        using var key = certificate.GetECDsaPrivateKey() ?? throw new InvalidOperationException("The certificate has no key.");
        Folder.Write("server.pem", Issuing.ChainPem(certificate));
        Folder.Write("server.key", PemEncoding.WriteString("PRIVATE KEY", key.ExportPkcs8PrivateKey()));
        Folder.Write("locked.key", PemEncoding.WriteString("ENCRYPTED PRIVATE KEY", key.ExportEncryptedPkcs8PrivateKey("secret", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 10_000))));
        System.IO.File.WriteAllBytes(Folder.File("server.pfx"), new X509Certificate2Collection { certificate, Issuing.Certificate.CopyWithoutKey() }.Export(X509ContentType.Pkcs12, "secret") ?? []);
    }

    public CallersReading Read(string json, string[]? secure = null, string[]? plain = null) =>
        new CallersFileReader(
            new CallersSurroundings(Folder.Path, static () => ["keldoc"], secure ?? ["https://127.0.0.1:1"], plain ?? [], static name => name == "PASS" ? "secret" : null),
            TimeProvider.System).Read("callers.json", Encoding.UTF8.GetBytes(json));

    public void Dispose()
    {
        _issuing?.Dispose();
        Root.Dispose();
        Folder.Dispose();
    }
}

/// <summary>Short ways with certificates.</summary>
internal static class CertificateCopies
{
    public static X509Certificate2 CopyWithoutKey(this X509Certificate2 certificate) => X509CertificateLoader.LoadCertificate(certificate.RawData);
}
