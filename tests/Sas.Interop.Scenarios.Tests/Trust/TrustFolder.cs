using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

using Sas.Interop.TestKit.Certificates;
using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Scenarios.Tests.Trust;

/// <summary>A folder with a list of callers and the certificates that it names, all made for one test.</summary>
internal sealed class TrustFolder : IDisposable
{
    public const string Platform = "platform.example";
    public const string Vendor = "keldoc.example";
    public const string Other = "maiia.example";
    public const string Operator = "operator.example";
    public const string Tester = "tester.example";
    public const string Unit = "Unit A";

    private readonly TestFolder _folder = new TestFolder("hub-trust-");

    public TrustFolder()
    {
        Issuing = Root.Intermediate("Issuing authority");
        Write("root.pem", Root.Pem);
        RotateServer();
        WriteLists();
        WriteCallers(Callers());
    }

    public TestAuthority Root { get; } = TestAuthority.Root("Root of callers");

    /// <summary>The authority that signs everybody's certificates; callers send it along, the hub does not know it.</summary>
    public TestAuthority Issuing { get; }

    public string CallersFile => File("callers.json");

    /// <summary>Serial number of the server certificate that was written last.</summary>
    public string ServerSerial { get; private set; } = string.Empty;

    /// <summary>The list of callers of these tests; an entry a role, and two vendors.</summary>
    /// <param name="more">Further members of the file, such as a proxy.</param>
    /// <param name="revocation">How much lists weigh.</param>
    public static string Callers(string more = "", string revocation = "hard") => $$"""
        {
          "server": { "certificate": "server.pem", "key": "server.key" },
          "trust": { "anchors": ["root.pem"], "crls": ["lists.pem"], "revocation": "{{revocation}}" },
          {{more}}
          "callers": [
            { "id": "platform", "roles": ["platform"], "subject": { "cn": ["{{Platform}}"], "ou": ["{{Unit}}"] } },
            { "id": "keldoc", "roles": ["vendor"], "vendor": "keldoc", "subject": { "cn": ["{{Vendor}}"], "ou": ["{{Unit}}"] } },
            { "id": "maiia", "roles": ["vendor"], "vendor": "maiia", "subject": { "cn": ["{{Other}}"], "ou": ["{{Unit}}"] } },
            { "id": "tester", "roles": ["tester"], "subject": { "cn": ["{{Tester}}"], "ou": ["{{Unit}}"] } },
            { "id": "operator", "roles": ["operator"], "subject": { "cn": ["{{Operator}}"], "ou": ["{{Unit}}"] } }
          ]
        }
        """;

    /// <summary>A certificate of a caller.</summary>
    public X509Certificate2 Issue(string name, string unit = Unit) => Issuing.Issue(CertificateWish.ForClient($"{name},OU={unit}"));

    /// <summary>What a client shows: the certificate, and the authority below the root.</summary>
    public Presented Present(X509Certificate2 certificate) => new(certificate, [Issuing.Certificate]);

    public void WriteCallers(string json) => Write("callers.json", json);

    /// <summary>Writes a new server certificate and its key, one file after the other, as scripts do.</summary>
    public void RotateServer()
    {
        using var certificate = Issuing.Issue(CertificateWish.ForThisMachine);
        using var key = certificate.GetECDsaPrivateKey() ?? throw new InvalidOperationException("The certificate has no key.");
        ServerSerial = certificate.SerialNumber;
        Write("server.pem", Issuing.ChainPem(certificate));
        Write("server.key", PemEncoding.WriteString("PRIVATE KEY", key.ExportPkcs8PrivateKey()));
    }

    /// <summary>Writes the revocation lists of both authorities.</summary>
    public void WriteLists(double fromDays = -0.5, double toDays = 7) =>
        Write("lists.pem", $"{Root.RevocationList()}\n{Issuing.RevocationList(fromDays, toDays)}\n");

    /// <summary>Puts a file in the place of the one before, which is never half written.</summary>
    public void Write(string name, string text)
    {
        var beside = File(name + ".new");
        System.IO.File.WriteAllText(beside, text);
        System.IO.File.Move(beside, File(name), overwrite: true);
    }

    public string File(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose()
    {
        Issuing.Dispose();
        Root.Dispose();
        _folder.Dispose();
    }
}
