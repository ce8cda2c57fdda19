using System.Globalization;
using System.Text.Json;

using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Contract;

/// <summary>Bad queries of the three flows: 400 with the element named, or the tolerant answer where CONTRACT §2.2 and §10 say so. Bytes go over the wire as they stand here.</summary>
[TestFixture("R01")]
[TestFixture("R04")]
[TestFixture("SOS")]
[Parallelizable]
internal sealed class BadQueryTests(string flow)
{
    private FlowSearch Good => FlowSearch.Named(flow);

    // "owners", "start" and "status" stand for the flow's own names.
    [TestCase("owners", "", "owners")]
    [TestCase("owners", "%20", "owners")]
    [TestCase("owners", "%09", "owners")]
    [TestCase("owners", ",", "owners")]
    [TestCase("owners", "{0},", "owners")]
    [TestCase("owners", ",{0}", "owners")]
    [TestCase("owners", "{0},,{0}", "owners")]
    [TestCase("owners", "{0},%20,{0}", "owners")]
    [TestCase("owners", "%7C", "owners")]
    [TestCase("owners", "urn:oid:1.2.250.1.71.4.2.1%7C", "owners")]
    [TestCase("owners", "%C0%AF{0}", "owners")]
    [TestCase("owners", "{0}%E0%80%AF", "owners")]
    [TestCase("owners", "{0}%F0%80%80%AF", "owners")]
    [TestCase("owners", "{0}%ED%A0%80", "owners")]
    [TestCase("owners", "{0}%ED%A0%BD%ED%B1%8D", "owners")]
    [TestCase("owners", "{0}%F4%90%80%80", "owners")]
    [TestCase("owners", "{0}%80", "owners")]
    [TestCase("owners", "{0}%C3", "owners")]
    [TestCase("owners", "{0}%00", "owners")]
    [TestCase("owners", "{0}%1B[2J", "owners")]
    [TestCase("owners", "{0}%0D%0ASet-Cookie:%20a=b", "owners")]
    [TestCase("owners", "{0}%", "owners")]
    [TestCase("owners", "{0}%4", "owners")]
    [TestCase("owners", "{0}%GG", "owners")]
    [TestCase("owners", "{0}%u0041", "owners")]
    [TestCase("start", "ge", "start")]
    [TestCase("start", "le", "start")]
    [TestCase("start", "", "start")]
    [TestCase("start", "ge%20", "start")]
    [TestCase("start", "getomorrow", "start")]
    [TestCase("start", "ge2026-02-30", "start")]
    [TestCase("start", "ge2026-13-01T00:00:00Z", "start")]
    [TestCase("start", "ge2026-03-28T24:01:00Z", "start")]
    [TestCase("start", "ge2026-03-28T07:60:00Z", "start")]
    [TestCase("start", "ge2026-03-28T07:00:61Z", "start")]
    [TestCase("start", "ge2026-03-28T07:00:00%2B25:00", "start")]
    [TestCase("start", "ge2026-03-28T07:00:00%2B01:99", "start")]
    [TestCase("start", "ge2026-3-28", "start")]
    [TestCase("start", "ge20260328", "start")]
    [TestCase("start", "ge28/03/2026", "start")]
    [TestCase("start", "ge1774681200", "start")]
    [TestCase("start", "ge-2026-03-28", "start")]
    [TestCase("start", "ge0000-01-01", "start")]
    [TestCase("start", "ge9999-12-31T23:59:59.999Z", "start")]
    [TestCase("start", "ge2026-03-28T07:00:00Z,ge2026-03-29T07:00:00Z", "start")]
    [TestCase("start", "ge2026-03-28T07:00:00Z%00", "start")]
    [TestCase("start", "GE2026-03-28T07:00:00Z", "start")]
    [TestCase("start", "gege2026-03-28", "start")]
    [TestCase("start", "ne2026-03-28", "start")]
    [TestCase("start", "ap2026-03-28", "start")]
    [TestCase("start", "zz2026-03-28", "start")]
    [TestCase("start", "ge2026-03-28T07:00:00%E2%88%9201:00", "start")]
    [TestCase("start", "ge%D9%A2%D9%A0%D9%A2%D9%A6-03-28", "start")]
    [TestCase("start", "%3Cscript%3E", "start")]
    [TestCase("status", "", "status")]
    [TestCase("status", "%20", "status")]
    [TestCase("status", "free%00", "status")]
    [TestCase("status", "fr%C3%28ee", "status")]
    public async Task Parameter_Damaged_IsNamed(string parameter, string value, string named)
    {
        var name = NameOf(parameter);
        var search = Good.Rewrite(name, old => value.Replace("{0}", old, StringComparison.Ordinal));
        var text = await (await HubFixture.HubAsync()).SendRawAsync($"GET /fhir/{search.Url} HTTP/1.1");

        ShouldName(text, NameOf(named));
    }

    [TestCase("_count", "many")]
    [TestCase("_count", "-1")]
    [TestCase("_count", "1.5")]
    [TestCase("_count", "")]
    [TestCase("_count", "0x10")]
    [TestCase("_count", "99999999999999999999")]
    [TestCase("_count", "%D9%A5")]
    [TestCase("_offset", "-1")]
    [TestCase("_offset", "next")]
    [TestCase("_lastUpdated", "yesterday")]
    [TestCase("_lastUpdated", "ge")]
    [TestCase("_lastUpdated", "ne2026-03-28")]
    [TestCase("_security", "")]
    [TestCase("_security", ",")]
    [TestCase("service-type", "AMB,,VR")]
    [TestCase("specialty", "%20")]
    [TestCase("appointment-type", "ROUTINE%00")]
    [TestCase("_id", "")]
    [TestCase("_id", "a,,b")]
    [TestCase("colour", "%C0%80")]
    [TestCase("colour", "%0Ablue")]
    [TestCase("%FF", "1")]
    public async Task Parameter_DamagedBesideGoodOnes_IsNamed(string name, string value)
    {
        var text = await (await HubFixture.HubAsync()).SendRawAsync($"GET /fhir/{Good.With(name, value).Url} HTTP/1.1");

        ShouldName(text, name);
    }

    [TestCase("owners")]
    [TestCase("start")]
    [TestCase("status")]
    public async Task Parameter_Missing_IsNamed(string parameter)
    {
        var text = await (await HubFixture.HubAsync()).SendRawAsync($"GET /fhir/{Good.Without(NameOf(parameter)).Url} HTTP/1.1");

        ShouldName(text, NameOf(parameter));
    }

    [Test]
    public async Task Bound_Missing_IsNamed([Values("ge", "le")] string prefix)
    {
        var search = Good with { Pairs = [.. Good.Pairs.Where(pair => pair.Name != Good.Start || !pair.Value.StartsWith(prefix, StringComparison.Ordinal))] };

        ShouldName(await (await HubFixture.HubAsync()).SendRawAsync($"GET /fhir/{search.Url} HTTP/1.1"), Good.Start);
    }

    [Test]
    public async Task Everything_Missing_IsNamedAtOnce()
    {
        var text = await (await HubFixture.HubAsync()).SendRawAsync($"GET /fhir/{Good.Resource} HTTP/1.1");

        Assert.That(Locations(text), Is.EqualTo(new[] { Good.Owners, Good.Start, Good.Start, Good.Status }.Select(static name => "http." + name)));
    }

    [TestCase(1001)]
    [TestCase(10_000)]
    public async Task Identifiers_TooMany_AreRefused(int count)
    {
        var ids = string.Join(',', Enumerable.Range(0, count).Select(static number => string.Create(CultureInfo.InvariantCulture, $"8{number:00000000000}")));
        ShouldName(await (await HubFixture.HubAsync()).SendRawAsync($"GET /fhir/{Good.Rewrite(Good.Owners, _ => ids).Url} HTTP/1.1"), Good.Owners);
    }

    [Test]
    public async Task Parameters_TooMany_AreRefused() =>
        ShouldName(await (await HubFixture.HubAsync()).SendRawAsync($"GET /fhir/{Good.Url}{string.Concat(Enumerable.Repeat("&x=1", 10_000))} HTTP/1.1"), "(query)");

    [Test]
    public async Task Token_OfFourHundredThousandBytes_IsRefused() =>
        ShouldName(await (await HubFixture.HubAsync()).SendRawAsync($"GET /fhir/{Good.Rewrite(Good.Owners, static _ => new string('8', 400_000)).Url} HTTP/1.1"), Good.Owners);

    [Test]
    public async Task Name_OfFourHundredThousandBytes_IsIgnored() =>
        Assert.That(await (await HubFixture.HubAsync()).SendRawAsync($"GET /fhir/{Good.Url}&{new string('x', 400_000)}=1 HTTP/1.1"), Does.StartWith("HTTP/1.1 200 "));

    [Test]
    public async Task Line_OfAMegabyte_Answers414() =>
        Assert.That(await (await HubFixture.HubAsync()).SendRawAsync($"GET /fhir/{Good.Url}&x={new string('8', 1_000_000)} HTTP/1.1"), Does.StartWith("HTTP/1.1 414 "));

    // Being asked for somebody unknown is everyday life (CONTRACT §2.2), whatever the identifier looks like.
    [TestCase("nobody")]
    [TestCase("urn:oid:1.2.3.4%7C810990000019")]
    [TestCase("urn:oid:1.2.250.1.71.4.2.1%7C3456780581/11242343")]
    [TestCase("urn:oid:1.2.250.1.71.4.2.1%257C810990000019")]
    [TestCase("%25252525")]
    [TestCase("%27%20OR%201=1--")]
    [TestCase("%3Cscript%3Ealert(1)%3C/script%3E")]
    [TestCase("${{jndi:ldap://x}}")]
    [TestCase("%22%5C")]
    [TestCase("%EF%BB%BF810990000019")]
    [TestCase("%E2%80%AE810990000019")]
    [TestCase("%F0%9F%98%80")]
    [TestCase("%D9%A8%D9%A1%D9%A0")]
    [TestCase("-1")]
    [TestCase("../../etc/passwd")]
    public async Task Identifier_OfNobody_FindsNothing(string token)
    {
        var hub = await HubFixture.HubAsync();
        var text = await hub.SendRawAsync($"GET /fhir/{Good.Rewrite(Good.Owners, _ => token).Url} HTTP/1.1");
        var bundle = Body(text);

        Assert.That(text, Does.StartWith("HTTP/1.1 200 "));
        Assert.That((bundle.At("total")?.GetInt32(), bundle.At("entry") is null), Is.EqualTo((0, true)));
        Assert.That(Uri.TryCreate(bundle.Items("link").Single().Text("url"), UriKind.Absolute, out _));
    }

    [TestCase("busy")]
    [TestCase("FREE")]
    [TestCase("nonsense")]
    [TestCase("%3Cb%3E")]
    public async Task Status_Other_FindsNothing(string status)
    {
        var answer = await Good.Rewrite(Good.Status, _ => status).SendAsync(await HubFixture.HubAsync());
        Assert.That(((int)answer.Status, answer.Json.At("total")?.GetInt32()), Is.EqualTo((200, 0)));
    }

    [TestCase("/fhir/{0}/_history?{1}", 404)]
    [TestCase("/fhir/{0}%2F?{1}", 404)]
    [TestCase("/fhir/{0}s?{1}", 404)]
    public async Task Path_OfNothing_IsToldAsAnOutcome(string path, int status)
    {
        var text = await (await HubFixture.HubAsync()).SendRawAsync($"GET {string.Format(CultureInfo.InvariantCulture, path, Good.Resource, Good.Query)} HTTP/1.1");

        Assert.That(text, Does.StartWith($"HTTP/1.1 {status} "));
        Assert.That(Body(text).Text("resourceType"), Is.EqualTo("OperationOutcome"));
    }

    private string NameOf(string parameter) => parameter switch
    {
        "owners" => Good.Owners,
        "start" => Good.Start,
        "status" => Good.Status,
        _ => parameter,
    };

    private static void ShouldName(string text, string parameter)
    {
        Assert.That(text, Does.StartWith("HTTP/1.1 400 ").And.Contain("Content-Type: application/fhir+json; charset=utf-8"));
        Assert.That(Locations(text).Distinct(), Does.Contain("http." + parameter));
        Assert.That(Body(text).Items("issue").Select(static issue => issue.Text("severity")), Is.All.EqualTo("error"));
        Assert.That(text[..text.IndexOf("\r\n\r\n", StringComparison.Ordinal)], Does.Not.Contain("Set-Cookie"));
    }

    private static IEnumerable<string?> Locations(string text) =>
        Body(text).Items("issue").SelectMany(static issue => issue.Items("location")).Select(static location => location.GetString());

    private static JsonElement Body(string text) => JsonElement.Parse(text[(text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
}
