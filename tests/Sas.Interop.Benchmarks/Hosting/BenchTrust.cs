using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

using Sas.Interop.TestKit.Certificates;

namespace Sas.Interop.Benchmarks.Hosting;

/// <summary>Certificates and a list of callers for a hub under measure, in a folder that goes with it.</summary>
internal sealed class BenchTrust : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bench-trust-");
    private readonly TestAuthority _authority;
    private readonly X509Certificate2 _platform;

    /// <param name="time">The clock by which the certificates are made; the hub under measure judges them by that of its country.</param>
    public BenchTrust(TimeProvider time)
    {
        var clock = BenchCountry.Start - time.GetUtcNow();
        _authority = TestAuthority.Root("Bench root", time);
        using var server = _authority.Issue(CertificateWish.ForThisMachine with { FromDays = clock.TotalDays - 30, ToDays = Math.Max(clock.TotalDays, 0) + 30 });
        _platform = _authority.Issue(CertificateWish.ForClient("platform") with { FromDays = clock.TotalDays - 30, ToDays = Math.Max(clock.TotalDays, 0) + 30 });
        Platform = new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            EnabledSslProtocols = SslProtocols.Tls13,
            ClientCertificateContext = SslStreamCertificateContext.Create(_platform, null, offline: true),
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
                DisableCertificateDownloads = true,
                CustomTrustStore = { _authority.Certificate },
            },
        };
        Write("root.pem", _authority.Pem);
        Write("root.crl", _authority.RevocationList(clock.TotalDays - 30, Math.Max(clock.TotalDays, 0) + 30));
        Write("hub.pem", server.ExportCertificatePem());
        using var key = server.ExportKey();
        Write("hub.key", key.ExportPkcs8PrivateKeyPem());
        Write("callers.json", """
            {
              "server": {"certificate": "hub.pem", "key": "hub.key"},
              "trust": {"anchors": ["root.pem"], "crls": ["root.crl"], "revocation": "hard"},
              "loopbackHttp": true,
              "callers": [{"id": "platform", "roles": ["platform"], "subject": {"cn": ["platform"]}, "limits": {"requestsPerSecond": 1000000, "burst": 1000000}}]
            }
            """);
    }

    public string CallersFile => Path.Combine(_folder.FullName, "callers.json");

    /// <summary>What the platform shows and believes.</summary>
    public SslClientAuthenticationOptions Platform { get; }

    public void Dispose()
    {
        _platform.Dispose();
        _authority.Dispose();
        _folder.Delete(recursive: true);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);
}
