using System.Net;

namespace Sas.Interop.Scenarios.Tests.Trust;

/// <summary>A proxy ends TLS before the hub and says which certificate it saw.</summary>
internal sealed class ProxyTests
{
    private const string Route = "/admin/vendors";
    private const string Urls = "https://127.0.0.1:0;http://127.0.0.1:0";

    private readonly TrustFolder _folder = new();
    private readonly TrustFolder _other = new();
    private TlsHub _structured = null!; // Set before the first test.
    private TlsHub _escaped = null!; // Likewise.

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _structured = await StartAsync(_folder, "\"format\": \"rfc9440\"", string.Empty);
        _escaped = await StartAsync(_other, "\"format\": \"escaped-pem\", \"header\": \"X-Ssl-Cert\"", "\"intermediates\": [\"issuing.pem\"], ");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _structured.DisposeAsync();
        await _escaped.DisposeAsync();
        _folder.Dispose();
        _other.Dispose();
    }

    [Test]
    public async Task Header_FromTheProxy_IsJudgedLikeACertificate()
    {
        var (good, unknown) = (_folder.Issue(TrustFolder.Operator), _folder.Issue("nobody.example"));
        var chain = ("Client-Cert-Chain", Structured(_folder.Issuing.Certificate.RawData));

        Assert.That(await AskAsync(_structured, null, ("Client-Cert", Structured(good.RawData)), chain), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await AskAsync(_structured, null, ("Client-Cert", Structured(unknown.RawData)), chain), Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await AskAsync(_structured, null, ("Client-Cert", Structured(good.RawData))), Is.EqualTo(HttpStatusCode.Forbidden), "without the authority between");
        Assert.That(await AskAsync(_escaped, null, ("X-Ssl-Cert", Uri.EscapeDataString(_other.Issue(TrustFolder.Operator).ExportCertificatePem()))), Is.EqualTo(HttpStatusCode.OK), "the authority is in the file");
        Assert.That(await AskAsync(_escaped, null, ("Client-Cert", Structured(good.RawData))), Is.EqualTo(HttpStatusCode.Unauthorized), "another header says nothing");
    }

    [Test]
    public async Task Header_FromAnotherAddress_IsIgnored()
    {
        var header = ("Client-Cert", Structured(_folder.Issue(TrustFolder.Operator).RawData));
        var chain = ("Client-Cert-Chain", Structured(_folder.Issuing.Certificate.RawData));

        Assert.That(await AskAsync(_structured, IPAddress.Parse("127.0.0.2"), header, chain), Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await AskAsync(_structured, IPAddress.Parse("127.0.0.1"), header, chain), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Header_InDirectTls_NeverReplacesTheCertificate()
    {
        using var platform = _folder.Issue(TrustFolder.Platform);
        using var client = _structured.Client(_folder.Present(platform));
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Route, UriKind.Relative));
        request.Headers.Add("Client-Cert", Structured(_folder.Issue(TrustFolder.Operator).RawData));
        request.Headers.Add("Client-Cert-Chain", Structured(_folder.Issuing.Certificate.RawData));

        Assert.That((await client.SendAsync(request)).Status, Is.EqualTo(HttpStatusCode.Forbidden), "the proxy's address with a certificate of its own is that certificate");
    }

    [TestCase("x")]
    [TestCase("::")]
    [TestCase(":AAAA:")]
    [TestCase(":not base64:")]
    [TestCase(":AAAA:, :AAAA:")]
    [TestCase("%2D%2D%2D%2D%2DBEGIN%20CERTIFICATE%2D%2D%2D%2D%2D")]
    [TestCase("-----BEGIN CERTIFICATE-----AAAA-----END CERTIFICATE-----")]
    [TestCase("-----BEGIN PRIVATE KEY-----AAAA-----END PRIVATE KEY-----")]
    [TestCase("%")]
    [TestCase("%zz%00")]
    public async Task Header_ThatIsNoCertificate_IsRefused(string header)
    {
        Assert.That(await AskAsync(_structured, null, ("Client-Cert", header)), Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await AskAsync(_escaped, null, ("X-Ssl-Cert", header)), Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Header_TwiceOrEmpty_NamesNobody()
    {
        var header = ("Client-Cert", Structured(_folder.Issue(TrustFolder.Operator).RawData));
        var chain = ("Client-Cert-Chain", Structured(_folder.Issuing.Certificate.RawData));

        Assert.That(await AskAsync(_structured, null, header, header, chain), Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await AskAsync(_structured, null, ("Client-Cert", " ")), Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await AskAsync(_structured, null), Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    private static string Structured(byte[] der) => $":{Convert.ToBase64String(der)}:";

    private static async Task<HttpStatusCode> AskAsync(TlsHub hub, IPAddress? from, params (string Name, string Value)[] headers)
    {
        using var client = new TlsClient(hub.PlainAddress, hub.Root, null, new TlsWay { From = from ?? IPAddress.Loopback });
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Route, UriKind.Relative));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return (await client.SendAsync(request)).Status;
    }

    private static async Task<TlsHub> StartAsync(TrustFolder folder, string format, string intermediates)
    {
        folder.Write("issuing.pem", folder.Issuing.Pem);
        folder.WriteCallers(TrustFolder.Callers($$"""
            "loopbackHttp": true, "proxy": { "enabled": true, "from": ["127.0.0.1"], {{format}} },
            """).Replace("\"crls\"", intermediates + "\"crls\"", StringComparison.Ordinal));
        return await TlsHub.StartAsync(folder, Urls);
    }
}
