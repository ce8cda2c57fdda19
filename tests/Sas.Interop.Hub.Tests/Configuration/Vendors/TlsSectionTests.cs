using Sas.Interop.Hub.Configuration.Vendors;
using Sas.Interop.Hub.Security.Certificates;
using Sas.Interop.Hub.Security.Tls;
using Sas.Interop.TestKit.Certificates;

namespace Sas.Interop.Hub.Tests.Configuration.Vendors;

/// <summary><c>tls</c>, <c>allowedHosts</c>, <c>bookingHosts</c> and <c>privateNetwork</c> of an entry.</summary>
internal sealed class TlsSectionTests
{
    private readonly TempFolder _folder = new();
    private readonly TestAuthority _root = TestAuthority.Root();

    [OneTimeSetUp]
    public void Write()
    {
        using var leaf = _root.Issue(CertificateWish.ForClient("hub"));
        using var ending = _root.Issue(CertificateWish.ForClient("hub") with { ToDays = 10 });
        using var key = leaf.ExportKey();
        _folder.Write("root.pem", _root.Pem);
        _folder.Write("client.pem", leaf.ExportCertificatePem());
        _folder.Write("client.key", key.ExportPkcs8PrivateKeyPem());
        _folder.Write("ending.pem", ending.ExportCertificatePem() + "\n" + ending.ExportKey().ExportPkcs8PrivateKeyPem());
        _folder.Write("other.key", ending.ExportKey().ExportPkcs8PrivateKeyPem());
        _folder.Write("list.crl", _root.RevocationList());
        _folder.Write("old.crl", _root.RevocationList(-9, -1));
    }

    [OneTimeTearDown]
    public void Forget()
    {
        _folder.Dispose();
        _root.Dispose();
    }

    [Test]
    public void Read_WholeSection_IsTaken()
    {
        var vendor = AdaptersSamples.Only(Read("""
            "tls": { "clientCertificate": { "file": "client.pem" }, "clientKey": { "file": "client.key" }, "anchors": [{ "file": "root.pem" }],
              "pins": ["AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="], "crls": [{ "file": "list.crl" }], "revocation": "hard", "serverName": "API.acme.example" },
            "bookingHosts": ["rdv.acme.example", "*.cabinet.example"], "privateNetwork": true
            """));

        Assert.Multiple(() =>
        {
            Assert.That(vendor.Tls.ClientEnds, Is.Not.Null);
            Assert.That((vendor.Tls.Trust.Roots.Count, vendor.Tls.Pins.Count, vendor.Tls.Trust.Lists.Count), Is.EqualTo((1, 1, 1)));
            Assert.That((vendor.Tls.Trust.Revocation, vendor.Tls.ServerName), Is.EqualTo((RevocationMode.Hard, "api.acme.example")));
            Assert.That(vendor.BookingPages.Hosts.Select(static host => $"{host}"), Is.EqualTo(new[] { "rdv.acme.example", "*.cabinet.example" }));
            Assert.That(vendor.PrivateNetwork, Is.True);
            Assert.That($"{vendor}", Does.Not.Contain("PRIVATE KEY"));
        });
    }

    [Test]
    public void Read_NothingSaid_TrustsTheSystemAndShowsPagesOfTheBaseHostAlone()
    {
        var vendor = AdaptersSamples.Only(AdaptersSamples.Read(AdaptersSamples.File(AdaptersSamples.Acme)));

        Assert.That(vendor.Tls, Is.SameAs(TlsMaterial.Usual));
        Assert.That(vendor.AllowedHosts, Is.Empty);
        Assert.That(vendor.BookingPages.Hosts.Select(static host => $"{host}"), Is.EqualTo(new[] { "acme.example", "*.acme.example" }));
    }

    [Test]
    public void Read_NoBookingHosts_MeansNoPageAtAll() =>
        Assert.That(AdaptersSamples.Only(Read("\"bookingHosts\": []")).BookingPages.Allows(new Uri("https://acme.example/rdv")), Is.False);

    [Test]
    public void Read_ListsWithoutAMode_AreSoft() => Assert.That(
        AdaptersSamples.Only(Read("\"tls\": { \"crls\": [{ \"file\": \"list.crl\" }] }")).Tls.Trust.Revocation, Is.EqualTo(RevocationMode.Soft));

    [TestCase("""{ "clientCertificate": "-----BEGIN CERTIFICATE-----" }""", "clientCertificate", "reference")]
    [TestCase("""{ "clientCertificate": { "file": "client.pem" } }""", "clientKey", "Missing")]
    [TestCase("""{ "clientCertificate": { "file": "client.pem" }, "clientKey": { "file": "other.key" } }""", "clientKey", "does not belong")]
    [TestCase("""{ "clientCertificate": { "file": "client.pem" }, "clientKey": { "file": "missing.key" } }""", "clientKey", "is not there")]
    [TestCase("""{ "clientCertificate": { "file": "client.key" }, "clientKey": { "file": "client.key" } }""", "clientCertificate", "no readable PEM certificate")]
    [TestCase("""{ "clientKey": { "file": "client.key" } }""", "clientKey", "without its clientCertificate")]
    [TestCase("""{ "passphrase": { "env": "ACME_TOKEN" } }""", "passphrase", "without a key")]
    [TestCase("""{ "clientPfx": { "file": "client.pem" } }""", "clientPfx", "PKCS#12")]
    [TestCase("""{ "clientPfx": { "file": "client.pem" }, "clientKey": { "file": "client.key" } }""", "clientPfx", "Either")]
    [TestCase("""{ "anchors": [{ "file": "root.pem" }, { "file": "client.key" }] }""", "anchors[1]", "no readable PEM certificate")]
    [TestCase("""{ "anchors": [{ "file": "client.pem" }] }""", "anchors", "no root")]
    [TestCase("""{ "pins": ["AAAA"] }""", "pins[0]", "SHA-256")]
    [TestCase("""{ "crls": [{ "file": "root.pem" }] }""", "crls[0]", "revocation list")]
    [TestCase("""{ "revocation": "hard" }""", "revocation", "Needs crls")]
    [TestCase("""{ "revocation": "online", "crls": [{ "file": "list.crl" }] }""", "revocation", "none, soft, hard")]
    [TestCase("""{ "serverName": "https://acme.example" }""", "serverName", "name")]
    [TestCase("""{ "verify": false }""", "verify", "Unknown member")]
    public void Read_OneFault_IsToldWithPathAndLine(string tls, string member, string told)
    {
        var fault = Read($"\n\"tls\": {tls}").Faults.Single();

        Assert.That((fault.Path, fault.Line), Is.EqualTo(($"$.vendors[0].tls.{member}", 2)));
        Assert.That(fault.Message, Does.Contain(told).And.Not.Contain("BEGIN CERTIFICATE-----"));
    }

    [TestCase("\"bookingHosts\": [\"https://rdv.example\"]", "$.vendors[0].bookingHosts[0]", "no host")]
    [TestCase("\"bookingHosts\": [\"*.fr\"]", "$.vendors[0].bookingHosts[0]", "two parts")]
    [TestCase("\"allowedHosts\": [\"a.example\", \"A.example\"]", "$.vendors[0].allowedHosts[1]", "twice")]
    [TestCase("\"allowedHosts\": [\"a.example\"], \"tls\": { \"serverName\": \"b.example\" }", "$.vendors[0].tls.serverName", "no allowedHosts")]
    [TestCase("\"privateNetwork\": \"yes\"", "$.vendors[0].privateNetwork", "true or false")]
    public void Read_FaultOfHosts_IsTold(string member, string path, string told)
    {
        var fault = Read(member).Faults.Single();

        Assert.That(fault.Path, Is.EqualTo(path));
        Assert.That(fault.Message, Does.Contain(told));
    }

    [TestCase("""{ "clientCertificate": { "file": "ending.pem" } }""", "clientCertificate", "in 9 days")]
    [TestCase("""{ "crls": [{ "file": "old.crl" }] }""", "crls[0]", "bring a current one")]
    [TestCase("""{ "crls": [{ "file": "list.crl" }], "revocation": "none" }""", "crls", "Not looked at")]
    public void Read_Doubtful_IsWarnedOf(string tls, string member, string told)
    {
        var reading = Read($"\"tls\": {tls}");

        Assert.That(reading.Faults, Is.Empty);
        Assert.That(reading.Warnings.Single().Path, Is.EqualTo($"$.vendors[0].tls.{member}"));
        Assert.That(reading.Warnings.Single().Message, Does.Contain(told));
    }

    [Test]
    public void Read_VendorSwitchedOff_NeedsNoFiles() => Assert.That(
        Read("\"enabled\": false, \"tls\": { \"clientCertificate\": { \"file\": \"missing.pem\" } }").Faults, Is.Empty);

    private AdaptersReading Read(string member) => AdaptersSamples.Read(AdaptersSamples.With(member), folder: _folder.Path);
}
