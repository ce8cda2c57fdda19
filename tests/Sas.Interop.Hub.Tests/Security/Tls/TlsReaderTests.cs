using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

using Sas.Interop.Hub.Security.Tls;
using Sas.Interop.TestKit.Certificates;

namespace Sas.Interop.Hub.Tests.Security.Tls;

/// <summary>What is told of certificates and keys that cannot be used.</summary>
internal sealed class TlsReaderTests
{
    private const string Secret = "s3cret-of-the-key";
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private readonly TestAuthority _root = TestAuthority.Root();
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private byte[] Certificate => TlsClient.Bytes(_root.Issue(CertificateWish.ForClient("hub"), _key).ExportCertificatePem());

    private byte[] Key => TlsClient.Bytes(_key.ExportPkcs8PrivateKeyPem());

    private byte[] Locked => TlsClient.Bytes(_key.ExportEncryptedPkcs8PrivateKeyPem(Secret, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1_000)));

    [OneTimeTearDown]
    public void Forget()
    {
        _root.Dispose();
        _key.Dispose();
    }

    [Test]
    public void Read_KeyOfAnother_IsTold()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var otherKind = RSA.Create(2048);

        Told(new TlsParts { Certificate = Certificate, Key = TlsClient.Bytes(other.ExportPkcs8PrivateKeyPem()) }, "clientKey", "does not belong");
        Told(new TlsParts { Certificate = Certificate, Key = TlsClient.Bytes(otherKind.ExportPkcs8PrivateKeyPem()) }, "clientKey", "another kind");
    }

    [Test]
    public void Read_NoKey_IsTold() => Told(new TlsParts { Certificate = Certificate }, "clientKey", "Missing");

    [Test]
    public void Read_Passphrase_MustBeGivenAndRight()
    {
        Told(new TlsParts { Certificate = Certificate, Key = Locked }, "passphrase", "Missing");
        Told(new TlsParts { Certificate = Certificate, Key = Locked, Secret = "another-s3cret" }, "clientKey", "passphrase is not its own");
        Assert.That(TlsReader.Read(new TlsParts { Certificate = Certificate, Key = Locked, Secret = Secret }, Now).Faults, Is.Empty);
    }

    [Test]
    public void Read_Pfx_MustBeReadable()
    {
        var pfx = _root.Issue(CertificateWish.ForClient("hub")).ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, Secret);

        Told(new TlsParts { Pfx = pfx }, "clientPfx", "none is configured");
        Told(new TlsParts { Pfx = pfx, Secret = "another-s3cret" }, "clientPfx", "passphrase is not its own");
        Told(new TlsParts { Pfx = TlsClient.Bytes("s3cret rubbish"), Secret = Secret }, "clientPfx", "Not a readable");
        Told(new TlsParts { Pfx = new X509Certificate2Collection(_root.Certificate).Export(X509ContentType.Pkcs12, Secret), Secret = "x" }, "clientPfx", "Not a readable");
    }

    [Test]
    public void Read_Rubbish_IsToldOfEachPart()
    {
        var reading = TlsReader.Read(
            new TlsParts { Certificate = TlsClient.Bytes("s3cret"), Anchors = [TlsClient.Bytes("s3cret")], Crls = [TlsClient.Bytes("s3cret"), [0x30, 0x82]], Pins = ["s3cret", Convert.ToBase64String(new byte[31])] },
            Now);

        Assert.That(reading.Faults.Select(static fault => fault.Part), Is.EqualTo(new[] { "clientCertificate", "anchors[0]", "pins[0]", "pins[1]", "crls[0]", "crls[1]" }));
        Assert.That(reading.Faults.Select(static fault => fault.Message), Is.All.Not.Contains("s3cret"));
    }

    [Test]
    public void Read_AnchorsWithoutARoot_AreTold()
    {
        using var between = _root.Intermediate();

        Told(new TlsParts { Anchors = [TlsClient.Bytes(between.Pem)] }, "anchors", "no root");
    }

    [TestCase(-10, -1, "ended on")]
    [TestCase(1, 90, "holds from")]
    [TestCase(-10, 29, "replace it before")]
    [TestCase(-10, 31, null)]
    public void Read_TimeOfTheCertificate_IsWarnedOfAndNoFault(double from, double to, string? warning)
    {
        var pem = _root.Issue(CertificateWish.ForClient("hub") with { FromDays = from, ToDays = to }, _key).ExportCertificatePem();
        var reading = TlsReader.Read(new TlsParts { Certificate = TlsClient.Bytes(pem), Key = Key }, Now);

        Assert.That(reading.Faults, Is.Empty);
        Assert.That(reading.Warnings.Select(static told => told.Message), warning is null ? Is.Empty : Has.One.Contains(warning));
    }

    [Test]
    public void Read_CertificateOfAServer_IsWarnedOf()
    {
        var pem = _root.Issue(CertificateWish.ForHost("hub.example"), _key).ExportCertificatePem();

        Assert.That(TlsReader.Read(new TlsParts { Certificate = TlsClient.Bytes(pem), Key = Key }, Now).Warnings.Single().Message, Does.Contain("not made for clients"));
    }

    [Test]
    public void Read_SameContent_HasTheSameStampAndOtherContentAnother()
    {
        string Stamp(TlsParts parts) => TlsReader.Read(parts, Now).Material?.Stamp ?? string.Empty;
        var certificate = Certificate;
        var one = Stamp(new TlsParts { Certificate = certificate, Key = Key });

        Assert.That(Stamp(new TlsParts { Certificate = certificate, Key = Key }), Is.EqualTo(one));
        Assert.That(Stamp(new TlsParts { Certificate = Certificate, Key = Key }), Is.Not.EqualTo(one), "a renewal under the same key");
        Assert.That(Stamp(new TlsParts { Certificate = certificate, Key = Key, Anchors = [TlsClient.Bytes(_root.Pem)] }), Is.Not.EqualTo(one));
        Assert.That(Stamp(new TlsParts { Certificate = certificate, Key = Key, ServerName = "a.example" }), Is.Not.EqualTo(one));
    }

    private static void Told(TlsParts parts, string part, string message)
    {
        var fault = TlsReader.Read(parts, Now).Faults.Single();

        Assert.That((fault.Part, fault.Message), Is.EqualTo((part, fault.Message)));
        Assert.That(fault.Message, Does.Contain(message).And.Not.Contain("s3cret"));
    }
}
