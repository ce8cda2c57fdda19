using System.Net;
using System.Security.Authentication;

using Sas.Interop.Scenarios.Tests.Hosting;
using Sas.Interop.TestKit.Certificates;

namespace Sas.Interop.Scenarios.Tests.Trust;

/// <summary>Every kind of certificate at the routes of the platform, of vendors and of operators, over both versions of TLS and of HTTP.</summary>
internal sealed class CertificateMatrixTests
{
    private const string Platform = "/fhir/Slot?_include=Slot:schedule&_include:iterate=Schedule:actor&start=ge2026-01-01T00:00:00Z&start=le2026-01-03T00:00:00Z"
        + "&schedule.actor:Practitioner.identifier=urn:oid:1.2.250.1.71.4.2.1%7C810101215225&status=free";
    private const string Vendor = "/fhir/Appointment?_count=1";
    private const string VendorWrite = "/fhir/Appointment";
    private const string Operator = "/admin/vendors";

    private static readonly string[] Names = [TrustFolder.Platform, TrustFolder.Vendor, TrustFolder.Operator];
    private static readonly string[] Kinds = ["wrong CN", "wrong OU", "other CA", "expired", "not yet valid", "revoked", "self-signed", "none"];
    private static readonly (SslProtocols Tls, Version Http)[] Ways =
    [
        (SslProtocols.Tls12, HttpVersion.Version11),
        (SslProtocols.Tls12, HttpVersion.Version20),
        (SslProtocols.Tls13, HttpVersion.Version11),
        (SslProtocols.Tls13, HttpVersion.Version20),
    ];

    private readonly TrustFolder _folder = new();
    private readonly TestAuthority _foreign = TestAuthority.Root("Foreign root");
    private readonly Dictionary<(string Kind, string Name), Presented?> _presented = [];
    private TlsHub _hub = null!; // Set before the first test.

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        foreach (var name in Names)
        {
            foreach (var kind in Kinds.Append("valid"))
            {
                _presented.Add((kind, name), Make(kind, name));
            }
        }

        _folder.WriteLists();
        _hub = await TlsHub.StartAsync(_folder);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _hub.DisposeAsync();
        _foreign.Dispose();
        _folder.Dispose();
    }

    [Test]
    public async Task Request_CertificateThatIsNoGood_IsRefusedOnEveryRoute(
        [ValueSource(nameof(Kinds))] string kind,
        [ValueSource(nameof(Names))] string name,
        [Range(0, 3)] int way)
    {
        using var client = _hub.Client(_presented[(kind, name)], Way(way));
        var status = kind == "none" ? HttpStatusCode.Unauthorized : HttpStatusCode.Forbidden;

        foreach (var answer in new[] { await client.GetAsync(Platform), await client.SendAsync(Write()), await client.GetAsync(Vendor) })
        {
            Assert.That(answer.Status, Is.EqualTo(status));
            Assert.That(answer.Type, Is.EqualTo("OperationOutcome"));
            Assert.That(answer.Issues.Single().Text("code"), Is.EqualTo(kind == "none" ? "login" : "security"));
            Assert.That(answer.Issues.Single().Text("diagnostics") ?? $"{answer.Issues.Single().At("details")}", Does.Contain(Sentence(kind)));
        }

        var page = await client.GetAsync(Operator);
        Assert.That(page.Status, Is.EqualTo(status));
        Assert.That($"{page.Json}", Does.Contain(kind == "none" ? "caller-unknown" : "caller-not-trusted"));
        Assert.That(client.Connections, Is.EqualTo(1), "the handshake succeeds, and the connection stays after a refusal");
    }

    [TestCaseSource(nameof(Allowed))]
    public async Task Request_ValidCertificate_MayWhatItsRoleMay(string name, string route, bool may)
    {
        for (var way = 0; way < Ways.Length; way++)
        {
            using var client = _hub.Client(_presented[("valid", name)], Way(way));

            var answer = route == VendorWrite ? await client.SendAsync(Write()) : await client.GetAsync(route);

            // What a vendor writes here is no appointment, which is told to those who may write.
            var expected = !may ? HttpStatusCode.Forbidden : route == VendorWrite ? HttpStatusCode.BadRequest : HttpStatusCode.OK;
            Assert.That(answer.Status, Is.EqualTo(expected), $"{name} {route}");
            if (!may && route.StartsWith("/fhir", StringComparison.Ordinal))
            {
                Assert.That(answer.Issues.Single().Text("code"), Is.EqualTo("forbidden"));
            }
        }
    }

    [Test]
    public async Task OpenRoutes_WithoutCertificate_AnswerAndTellNothingOfVendors()
    {
        using var nobody = _hub.Client(null);
        using var platform = _hub.Client(_presented[("valid", TrustFolder.Platform)]);
        using var anOperator = _hub.Client(_presented[("valid", TrustFolder.Operator)]);

        Assert.That((await nobody.GetAsync("/health/live")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await nobody.GetAsync("/redirect/nothing")).Status, Is.EqualTo(HttpStatusCode.NotFound).Or.EqualTo(HttpStatusCode.Gone));
        foreach (var answer in new[] { await nobody.GetAsync("/health/ready"), await platform.GetAsync("/health/ready") })
        {
            Assert.That(answer.Json.EnumerateObject().Select(static member => member.Name), Is.EqualTo(new[] { "status" }));
        }

        var whole = (await anOperator.GetAsync("/health/ready")).Json;
        Assert.That(whole.At("vendors"), Is.Not.Null);
        Assert.That(whole.At("callers")?.Text("mode"), Is.EqualTo("certificates"));
        Assert.That(whole.At("callers")?.Items("lists").Count(), Is.EqualTo(2));
    }

    [Test]
    public async Task VendorHeader_BesideACertificate_IdentifiesNobody()
    {
        Assert.That(await NamingAsync(TrustFolder.Vendor, "keldoc"), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await NamingAsync(TrustFolder.Vendor, "maiia"), Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await NamingAsync(TrustFolder.Platform, "keldoc"), Is.EqualTo(HttpStatusCode.Forbidden));

        using var nobody = _hub.Client(null);
        var named = new HttpRequestMessage(HttpMethod.Get, new Uri(Vendor, UriKind.Relative));
        named.Headers.Add("X-Sas-Vendor", "keldoc");
        Assert.That((await nobody.SendAsync(named)).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task ProxyHeader_OverTls_IsIgnored()
    {
        var header = $":{Convert.ToBase64String(_presented[("valid", TrustFolder.Operator)]?.Certificate.RawData ?? [])}:";
        using var nobody = _hub.Client(null);
        using var platform = _hub.Client(_presented[("valid", TrustFolder.Platform)]);
        foreach (var (client, status) in new[] { (nobody, HttpStatusCode.Unauthorized), (platform, HttpStatusCode.Forbidden) })
        {
            var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Operator, UriKind.Relative));
            request.Headers.Add("Client-Cert", header);
            Assert.That((await client.SendAsync(request)).Status, Is.EqualTo(status));
        }
    }

    private static IEnumerable<object[]> Allowed()
    {
        foreach (var name in Names)
        {
            yield return [name, Platform, true];
            yield return [name, "/v1/editors", name == TrustFolder.Platform];
            yield return [name, Vendor, true];
            yield return [name, VendorWrite, name == TrustFolder.Vendor];
            yield return [name, Operator, name == TrustFolder.Operator];
        }
    }

    private static string Sentence(string kind) => kind switch
    {
        "wrong CN" => "common name",
        "wrong OU" => "organizational unit",
        "other CA" => "No chain leads",
        "expired" => "has expired",
        "not yet valid" => "not valid yet",
        "revoked" => "is revoked",
        "self-signed" => "signed by itself",
        _ => "none was shown",
    };

    private static TlsWay Way(int way) => new() { Protocol = Ways[way].Tls, Version = Ways[way].Http };

    private static HttpRequestMessage Write() => new(HttpMethod.Post, new Uri(VendorWrite, UriKind.Relative))
    {
        Content = new StringContent("{}", new System.Net.Http.Headers.MediaTypeHeaderValue("application/fhir+json")),
    };

    private async Task<HttpStatusCode> NamingAsync(string caller, string vendor)
    {
        using var client = _hub.Client(_presented[("valid", caller)]);
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Vendor, UriKind.Relative));
        request.Headers.Add("X-Sas-Vendor", vendor);
        return (await client.SendAsync(request)).Status;
    }

    private Presented? Make(string kind, string name)
    {
        var wish = CertificateWish.ForClient($"{name},OU={TrustFolder.Unit}");
        switch (kind)
        {
            case "valid":
                return _folder.Present(_folder.Issue(name));
            case "wrong CN":
                return _folder.Present(_folder.Issue("x" + name));
            case "wrong OU":
                return _folder.Present(_folder.Issue(name, "Unit B"));
            case "other CA":
                return new Presented(_foreign.Issue(wish), [_foreign.Certificate]);
            case "expired":
                return _folder.Present(_folder.Issuing.Issue(wish with { FromDays = -20, ToDays = -1 }));
            case "not yet valid":
                return _folder.Present(_folder.Issuing.Issue(wish with { FromDays = 1, ToDays = 20 }));
            case "revoked":
                var revoked = _folder.Issue(name);
                _folder.Issuing.Revoke(revoked);
                return _folder.Present(revoked);
            case "self-signed":
                return new Presented(TestAuthority.SelfSigned(wish), []);
            default:
                return null;
        }
    }
}
