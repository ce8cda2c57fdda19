using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

using Sas.Interop.Scenarios.Tests.Certification;

namespace Sas.Interop.Scenarios.Tests.Trust;

/// <summary>Rows 1.1.01 to 1.1.05 and 1.2.01 of the official kit (CERTIFICATION §2), with its own requests, in both flavours.</summary>
internal sealed class KitSecurityTests
{
    private static readonly KitFlavour[] Flavours = [KitFlavour.Practitioners, KitFlavour.Communities];

    private readonly TrustFolder _folder = new();
    private TlsHub _hub = null!; // Set before the first test.
    private X509Certificate2 _revoked = null!; // Likewise.

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _revoked = _folder.Issue(TrustFolder.Platform);
        _folder.Issuing.Revoke(_revoked);
        _folder.WriteLists();
        _hub = await TlsHub.StartAsync(_folder);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _hub.DisposeAsync();
        _revoked.Dispose();
        _folder.Dispose();
    }

    [TestCaseSource(nameof(Flavours))]
    public async Task Row1101_ValidCertificate_Is200(KitFlavour flavour) =>
        Assert.That(await AskAsync(flavour, _folder.Present(_folder.Issue(TrustFolder.Platform))), Is.EqualTo(HttpStatusCode.OK));

    [TestCaseSource(nameof(Flavours))]
    public async Task Row1102_WrongCommonName_Is4xx(KitFlavour flavour) =>
        Assert.That(await AskAsync(flavour, _folder.Present(_folder.Issue("wrong.example"))), Is.EqualTo(HttpStatusCode.Forbidden));

    [TestCaseSource(nameof(Flavours))]
    public async Task Row1103_WrongUnit_Is4xx(KitFlavour flavour) =>
        Assert.That(await AskAsync(flavour, _folder.Present(_folder.Issue(TrustFolder.Platform, "Wrong"))), Is.EqualTo(HttpStatusCode.Forbidden));

    [TestCaseSource(nameof(Flavours))]
    public async Task Row1104_Revoked_Is4xx(KitFlavour flavour) =>
        Assert.That(await AskAsync(flavour, _folder.Present(_revoked)), Is.EqualTo(HttpStatusCode.Forbidden));

    [TestCaseSource(nameof(Flavours))]
    public async Task Row1105_NoCertificate_Is4xx(KitFlavour flavour) =>
        Assert.That(await AskAsync(flavour, null), Is.EqualTo(HttpStatusCode.Unauthorized));

    [Test]
    public async Task Row1201_Versions_Only12And13AreAcceptedWithoutCertificate()
    {
        foreach (var hello in new[] { RawHello.OfSsl2(), RawHello.Of(0x0300), RawHello.Of(0x0301), RawHello.Of(0x0302) })
        {
            var answer = await RawHello.SendAsync(_hub.Address.Port, hello);
            Assert.That(answer.Length == 0 || answer[0] != RawHello.Handshake, Is.True, Convert.ToHexString(answer));
        }

        foreach (var version in new[] { SslProtocols.Tls12, SslProtocols.Tls13 })
        {
            Assert.That(await GreetAsync(version), Is.EqualTo(version));
            using var client = _hub.Client(null, new TlsWay { Protocol = version });
            Assert.That((await client.GetAsync("/fhir")).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        }
    }

    private async Task<SslProtocols> GreetAsync(SslProtocols version)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, _hub.Address.Port);
        await using var tls = new SslStream(socket.GetStream());
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "localhost", EnabledSslProtocols = version, CertificateChainPolicy = TlsClient.Believe(_folder.Root) });
        return tls.SslProtocol;
    }

    private async Task<HttpStatusCode> AskAsync(KitFlavour flavour, Presented? presented)
    {
        var search = flavour == KitFlavour.Practitioners
            ? new KitSearch(flavour, ["810101215225"], "2024-01-01T00:00:00.000+00:00", "2024-01-03T00:00:00.000+00:00")
            : new KitSearch(flavour, ["810002909371", "810001288385"], "2024-06-12T16:20:00.000+02:00", "2024-06-15T16:20:00.000+02:00");
        using var client = _hub.Client(presented, new TlsWay { Protocol = SslProtocols.Tls12 });
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/fhir/{search.Query}", UriKind.Relative)) { Content = new ByteArrayContent([]) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TryAddWithoutValidation("Accept", "application/json+fhir");
        return (await client.SendAsync(request)).Status;
    }
}
