using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Security.Certificates;
using Sas.Interop.Hub.Security;
using Sas.Interop.Hub.Security.Tls;
using Sas.Interop.TestKit.Certificates;

namespace Sas.Interop.Hub.Tests.Security.Tls;

/// <summary>Whom the hub trusts, against real servers.</summary>
internal sealed class PeerTrustTests
{
    private readonly TestAuthority _root = TestAuthority.Root();

    private TlsParts Trust => new() { Anchors = [TlsClient.Bytes(_root.Pem)] };

    [OneTimeTearDown]
    public void Forget() => _root.Dispose();

    [Test]
    public async Task Call_ChainToTheAnchor_Passes()
    {
        await using var server = await TlsServer.StartAsync(_root.Issue(CertificateWish.ForThisMachine));
        await using var sut = new TlsClient(server.Address, Trust);

        Assert.That((await sut.GetAsync("/good")).Value, Is.EqualTo("good"));
    }

    [Test]
    public async Task Call_ThroughAnAuthorityBetween_PassesWhetherItIsSentOrConfigured()
    {
        using var between = _root.Intermediate();
        var leaf = between.Issue(CertificateWish.ForThisMachine);
        await using var sending = await TlsServer.StartAsync(leaf, https => https.ServerCertificateChain = [between.Certificate]);
        await using var silent = await TlsServer.StartAsync(leaf);
        await using var one = new TlsClient(sending.Address, Trust);
        await using var other = new TlsClient(silent.Address, new TlsParts { Anchors = [TlsClient.Bytes(_root.Pem + "\n" + between.Pem)] });

        Assert.That((await one.GetAsync("/good")).Value, Is.EqualTo("good"));
        Assert.That((await other.GetAsync("/good")).Value, Is.EqualTo("good"));
    }

    [Test]
    public Task Call_NoAnchors_TrustsTheSystemAlone() => RefusesAsync(_root.Issue(CertificateWish.ForThisMachine), new TlsParts(), "leads to no authority that the system trusts");

    [Test]
    public Task Call_WrongName_IsRefused() => RefusesAsync(_root.Issue(CertificateWish.ForHost("other.example")), Trust, "it is not for 'localhost'");

    [Test]
    public async Task Call_OtherAuthority_IsRefused()
    {
        using var other = TestAuthority.Root("Another root");

        await RefusesAsync(other.Issue(CertificateWish.ForThisMachine), Trust, "leads to none of the configured anchors");
    }

    [Test]
    public async Task Call_OtherAuthorityOfTheSameName_IsRefused()
    {
        using var other = TestAuthority.Root();

        await RefusesAsync(other.Issue(CertificateWish.ForThisMachine), Trust, "not trusted");
    }

    [Test]
    public Task Call_Expired_IsRefused() => RefusesAsync(_root.Issue(CertificateWish.ForThisMachine with { FromDays = -10, ToDays = -1 }), Trust, "it ended on");

    [Test]
    public Task Call_NotYetValid_IsRefused() => RefusesAsync(_root.Issue(CertificateWish.ForThisMachine with { FromDays = 1 }), Trust, "it holds from");

    [Test]
    public Task Call_SelfSigned_IsRefused() => RefusesAsync(TestAuthority.SelfSigned(CertificateWish.ForThisMachine), Trust, "leads to none of the configured anchors");

    [Test]
    public Task Call_CertificateOfAClient_IsRefused() =>
        RefusesAsync(_root.Issue(CertificateWish.ForThisMachine with { Server = false, Client = true }), Trust, "not trusted", lenientServer: true);

    [Test]
    public async Task Call_SelfSignedThatIsAnAnchor_Passes()
    {
        var own = TestAuthority.SelfSigned(CertificateWish.ForThisMachine);
        await using var server = await TlsServer.StartAsync(own);
        await using var sut = new TlsClient(server.Address, new TlsParts { Anchors = [TlsClient.Bytes(own.ExportCertificatePem())] });

        Assert.That((await sut.GetAsync("/good")).Value, Is.EqualTo("good"));
    }

    [Test]
    public async Task Call_PinOfAnyCertificateOfTheChain_Passes()
    {
        var leaf = _root.Issue(CertificateWish.ForThisMachine);
        await using var server = await TlsServer.StartAsync(leaf);
        foreach (var pinned in new[] { leaf, _root.Certificate })
        {
            await using var sut = new TlsClient(server.Address, new TlsParts { Anchors = Trust.Anchors, Pins = [PinOf(leaf), PinOf(pinned)] });
            Assert.That((await sut.GetAsync("/good")).Value, Is.EqualTo("good"));
        }
    }

    [Test]
    public Task Call_WrongPin_IsRefused() =>
        RefusesAsync(_root.Issue(CertificateWish.ForThisMachine), new TlsParts { Anchors = Trust.Anchors, Pins = [PinOf(_root.Issue(CertificateWish.ForThisMachine))] }, "no key of its chain is pinned");

    [TestCase(RevocationMode.Soft)]
    [TestCase(RevocationMode.Hard)]
    public async Task Call_Revoked_IsRefused(RevocationMode mode)
    {
        using var authority = TestAuthority.Root();
        var leaf = authority.Issue(CertificateWish.ForThisMachine);
        authority.Revoke(leaf);

        await RefusesAsync(leaf, Listed(authority, mode, authority.RevocationList()), "it is revoked");
    }

    [Test]
    public async Task Call_RevokedAuthorityBetween_IsRefused()
    {
        using var authority = TestAuthority.Root();
        using var between = authority.Intermediate();
        authority.Revoke(between.Certificate);
        var trust = new TlsParts { Anchors = [TlsClient.Bytes(authority.Pem), TlsClient.Bytes(between.Pem)], Crls = [TlsClient.Bytes(authority.RevocationList())], Revocation = RevocationMode.Soft };

        await RefusesAsync(between.Issue(CertificateWish.ForThisMachine), trust, "an authority of it is revoked");
    }

    [Test]
    public async Task Call_ListThatDoesNotNameIt_PassesBothWays()
    {
        using var authority = TestAuthority.Root();
        authority.Revoke(authority.Issue(CertificateWish.ForThisMachine));
        await using var server = await TlsServer.StartAsync(authority.Issue(CertificateWish.ForThisMachine));
        foreach (var mode in new[] { RevocationMode.Soft, RevocationMode.Hard })
        {
            await using var sut = new TlsClient(server.Address, Listed(authority, mode, authority.RevocationList()));
            Assert.That((await sut.GetAsync("/good")).Value, Is.EqualTo("good"));
        }
    }

    [Test]
    public async Task Call_ListIsOld_PassesSoftAndIsRefusedHard()
    {
        using var authority = TestAuthority.Root();
        var old = authority.RevocationList(fromDays: -9, toDays: -1);
        var leaf = authority.Issue(CertificateWish.ForThisMachine);
        await using var server = await TlsServer.StartAsync(leaf);
        await using var soft = new TlsClient(server.Address, Listed(authority, RevocationMode.Soft, old));

        Assert.That((await soft.GetAsync("/good")).Value, Is.EqualTo("good"));
        await RefusesAsync(leaf, Listed(authority, RevocationMode.Hard, old), "no current revocation list speaks of it");
    }

    [Test]
    public async Task Call_ListForgedUnderTheAuthoritysName_CountsForNothing()
    {
        using var authority = TestAuthority.Root();
        using var forger = TestAuthority.Root();
        var leaf = authority.Issue(CertificateWish.ForThisMachine);
        forger.Revoke(leaf);
        await using var server = await TlsServer.StartAsync(leaf);
        await using var soft = new TlsClient(server.Address, Listed(authority, RevocationMode.Soft, forger.RevocationList()));

        Assert.That((await soft.GetAsync("/good")).Value, Is.EqualTo("good"));
        await RefusesAsync(leaf, Listed(authority, RevocationMode.Hard, forger.RevocationList()), "no current revocation list speaks of it");
    }

    [Test]
    public async Task Call_ServerNameGiven_IsWhatTheCertificateMustCarry()
    {
        await using var server = await TlsServer.StartAsync(_root.Issue(CertificateWish.ForHost("api.vendor.example")));
        await using var right = new TlsClient(server.Address, new TlsParts { Anchors = Trust.Anchors, ServerName = "api.vendor.example" });

        Assert.That((await right.GetAsync("/good")).Value, Is.EqualTo("good"));
        await RefusesAsync(_root.Issue(CertificateWish.ForThisMachine), new TlsParts { Anchors = Trust.Anchors, ServerName = "api.vendor.example" }, "it is not for 'api.vendor.example'");
    }

    [Test]
    public async Task Call_ServerSpeaksOldTlsOnly_IsUnreachable()
    {
#pragma warning disable CA5397 // TLS 1.1 is what the test is about.
        await using var server = await TlsServer.StartAsync(_root.Issue(CertificateWish.ForThisMachine), static https => https.SslProtocols = (SslProtocols)768);
#pragma warning restore CA5397
        await using var sut = new TlsClient(server.Address, Trust);

        Assert.That((await sut.GetAsync("/good")).Error?.Code, Is.EqualTo(HubErrorCode.VendorUnreachable).Or.EqualTo(HubErrorCode.VendorTruncated));
    }

    [Test]
    public void Handler_Protocols_AreTls12And13AndNothingIsFetchedOrResumed()
    {
        using var witness = OutboundHandler.Create(
            new OutboundLimits(1, TimeSpan.FromSeconds(1), false), TlsMaterial.Usual, new GuardedConnection(HostResolver.System, NamesMayLead.Outside), TimeProvider.System);
        var handler = witness.Connections;

        Assert.That(handler.SslOptions.EnabledSslProtocols, Is.EqualTo(SslProtocols.Tls12 | SslProtocols.Tls13));
        Assert.That((handler.UseProxy, handler.AllowAutoRedirect, handler.SslOptions.AllowTlsResume, handler.SslOptions.AllowRenegotiation), Is.EqualTo((false, false, false, false)));
        Assert.That(handler.SslOptions.CertificateChainPolicy?.DisableCertificateDownloads, Is.True);
    }

    private static TlsParts Listed(TestAuthority authority, RevocationMode mode, string list) =>
        new() { Anchors = [TlsClient.Bytes(authority.Pem)], Crls = [TlsClient.Bytes(list)], Revocation = mode };

    private static string PinOf(X509Certificate2 certificate) => Convert.ToBase64String(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo()));

    private static async Task RefusesAsync(X509Certificate2 certificate, TlsParts trust, string reason, bool lenientServer = false)
    {
        await using var server = lenientServer ? await RawTlsServer.StartAsync(certificate) : (IAsyncDisposable)await TlsServer.StartAsync(certificate);
        await using var sut = new TlsClient(server is TlsServer kestrel ? kestrel.Address : ((RawTlsServer)server).Address, trust);

        var outcome = await sut.GetAsync("/good");

        Assert.That(outcome.Error?.Code, Is.EqualTo(HubErrorCode.VendorUntrusted), outcome.Error?.Detail);
        Assert.That(outcome.Error?.Detail, Does.Contain(reason));
    }
}
