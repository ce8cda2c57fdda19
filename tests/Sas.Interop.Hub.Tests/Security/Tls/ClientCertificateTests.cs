using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

using Microsoft.AspNetCore.Server.Kestrel.Https;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Security.Tls;
using Sas.Interop.TestKit.Certificates;

namespace Sas.Interop.Hub.Tests.Security.Tls;

/// <summary>What the hub shows of itself to a server that asks.</summary>
internal sealed class ClientCertificateTests
{
    private const string Secret = "s3cret-of-the-key";
    private readonly TestAuthority _root = TestAuthority.Root();

    [OneTimeTearDown]
    public void Forget() => _root.Dispose();

    [TestCase("pem")]
    [TestCase("one file")]
    [TestCase("encrypted")]
    [TestCase("pfx")]
    [TestCase("rsa")]
    public async Task Call_ServerAsks_GetsOurs(string form)
    {
        await using var server = await AskingAsync(null);
        await using var sut = new TlsClient(server.Address, Shown("hub", form));

        Assert.That((await sut.GetAsync("/who")).Value, Is.EqualTo("CN=hub"));
    }

    [Test]
    public async Task Call_ServerDoesNotAsk_GetsNothing()
    {
        await using var server = await TlsServer.StartAsync(_root.Issue(CertificateWish.ForThisMachine));
        await using var sut = new TlsClient(server.Address, Shown("hub", "pem"));

        Assert.That((await sut.GetAsync("/who")).Value, Is.EqualTo("nobody"));
    }

    [TestCase(SslProtocols.Tls12)]
    [TestCase(SslProtocols.Tls13)]
    public async Task Call_ServerRefusesOurs_SaysWhatToDo(SslProtocols protocol)
    {
        await using var server = await AskingAsync(https =>
        {
            https.SslProtocols = protocol;
            https.ClientCertificateValidation = static (_, _, _) => false;
        });
        await using var sut = new TlsClient(server.Address, Shown("hub", "pem"));

        var outcome = await sut.GetAsync("/who");

        Assert.That(outcome.Error?.Code, Is.EqualTo(HubErrorCode.VendorRejectedCertificate), outcome.Error?.Detail);
        Assert.That(outcome.Error?.Detail, Does.Contain("client certificate"));
    }

    [TestCase(SslProtocols.Tls12)]
    [TestCase(SslProtocols.Tls13)]
    public async Task Call_ServerAsksAndNoneIsConfigured_SaysWhatToDo(SslProtocols protocol)
    {
        await using var server = await AskingAsync(https => https.SslProtocols = protocol);
        await using var sut = new TlsClient(server.Address, new TlsParts { Anchors = [TlsClient.Bytes(_root.Pem)] });

        var outcome = await sut.GetAsync("/who");

        Assert.That(outcome.Error?.Code, Is.EqualTo(HubErrorCode.VendorRejectedCertificate), outcome.Error?.Detail);
        Assert.That(outcome.Error?.Detail, Does.Contain("client certificate"));
    }

    [Test]
    public async Task Renew_CallUnderWay_EndsOnTheOldOneAndTheNextShowsTheNew()
    {
        await using var server = await AskingAsync(null);
        await using var sut = new TlsClient(server.Address, Shown("before", "pem"));
        var underWay = sut.GetAsync("/slow");
        await server.SlowBegun.Task;

        sut.Renew(Shown("after", "pfx"));
        var next = await sut.GetAsync("/who");
        server.Release();

        Assert.That(next.Value, Is.EqualTo("CN=after"));
        Assert.That((await underWay).Value, Is.EqualTo("first last"));
    }

    [Test]
    public async Task Renew_ManyCallsWhileItChanges_NoneFails()
    {
        await using var server = await AskingAsync(null);
        await using var sut = new TlsClient(server.Address, Shown("hub-0", "pem"));
        var calls = new List<Task<Outcome<string>>>();
        for (var i = 1; i <= 10; i++)
        {
            calls.AddRange(Enumerable.Range(0, 8).Select(_ => sut.GetAsync("/who")));
            sut.Renew(Shown($"hub-{i}", "pem"));
        }

        var answers = await Task.WhenAll(calls);

        Assert.That(answers.Select(static answer => answer.Error?.Detail), Is.All.Null);
        Assert.That((await sut.GetAsync("/who")).Value, Is.EqualTo("CN=hub-10"));
    }

    [Test]
    public async Task Failures_Any_TellNoSecret()
    {
        await using var server = await AskingAsync(static https => https.ClientCertificateValidation = static (_, _, _) => false);
        await using var sut = new TlsClient(server.Address, Shown("hub", "encrypted"));

        var outcome = await sut.GetAsync("/who?key=s3cret-of-the-query");

        Assert.That(outcome.Error?.ToString(), Does.Not.Contain("s3cret").And.Not.Contain("PRIVATE KEY"));
    }

    private Task<TlsServer> AskingAsync(Action<HttpsConnectionAdapterOptions>? more) => TlsServer.StartAsync(_root.Issue(CertificateWish.ForThisMachine), https =>
    {
        https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
        more?.Invoke(https);
    });

    private TlsParts Shown(string subject, string form)
    {
        using var rsa = RSA.Create(2048);
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var certificate = form == "rsa" ? _root.Issue(CertificateWish.ForClient(subject), rsa) : _root.Issue(CertificateWish.ForClient(subject), curve);
        var anchors = new[] { TlsClient.Bytes(_root.Pem) };
        var pem = certificate.ExportCertificatePem();
        var key = form == "rsa" ? rsa.ExportRSAPrivateKeyPem() : curve.ExportPkcs8PrivateKeyPem();
        var locked = curve.ExportEncryptedPkcs8PrivateKeyPem(Secret, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 10_000));
        return form switch
        {
            "pfx" => new TlsParts { Pfx = certificate.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, Secret), Secret = Secret, Anchors = anchors },
            "encrypted" => new TlsParts { Certificate = TlsClient.Bytes(pem), Key = TlsClient.Bytes(locked), Secret = Secret, Anchors = anchors },
            "one file" => new TlsParts { Certificate = TlsClient.Bytes(pem + "\n" + key), Anchors = anchors },
            _ => new TlsParts { Certificate = TlsClient.Bytes(pem), Key = TlsClient.Bytes(key), Anchors = anchors },
        };
    }
}
