using System.Net;
using System.Text;

using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Contract;

/// <summary>Requests that cannot be answered: an OperationOutcome that names the parameter (CONTRACT §3.1).</summary>
[Parallelizable]
internal sealed class BadRequestTests
{
    private const string Identifier = "schedule.actor:Practitioner.identifier";
    private const string Id = Identifier + "=urn:oid:1.2.250.1.71.4.2.1%7C810990000019";
    private const string From = "start=ge2026-03-28T07:00:00Z";
    private const string To = "start=le2026-03-31T07:00:00Z";
    private const string Window = From + "&" + To;

    [TestCase("", Identifier, "start", "start", "status")]
    [TestCase("?", Identifier, "start", "start", "status")]
    [TestCase("?" + Window + "&status=free", Identifier)]
    [TestCase("?" + Id + "&status=free", "start", "start")]
    [TestCase("?" + Id + "&" + From + "&status=free", "start")]
    [TestCase("?" + Id + "&" + To + "&status=free", "start")]
    [TestCase("?" + Id + "&" + Window, "status")]
    [TestCase("?" + Id + "&" + Window + "&status=", "status")]
    [TestCase("?" + Id + "&" + Window + "&status=%20", "status")]
    [TestCase("?" + Id + "&" + Window + "&status", "status")]
    [TestCase("?" + Identifier + "=&" + Window + "&status=free", Identifier)]
    [TestCase("?" + Identifier + "&" + Window + "&status=free", Identifier)]
    [TestCase("?" + Id + ",&" + Window + "&status=free", Identifier)]
    [TestCase("?" + Id + ",,x&" + Window + "&status=free", Identifier)]
    [TestCase("?" + Identifier + "=urn:oid:1.2.250.1.71.4.2.1%7C&" + Window + "&status=free", Identifier)]
    [TestCase("?" + Identifier + "=%7C&" + Window + "&status=free", Identifier)]
    [TestCase("?" + Id + "&" + To + "&start=ge&status=free", "start")]
    [TestCase("?" + Id + "&" + To + "&start=getomorrow&status=free", "start")]
    [TestCase("?" + Id + "&" + To + "&start=ge2026-13-01T00:00:00Z&status=free", "start")]
    [TestCase("?" + Id + "&" + To + "&start=ge2026-02-30&status=free", "start")]
    [TestCase("?" + Id + "&" + To + "&start=ge2026-03-28T25:00:00Z&status=free", "start")]
    [TestCase("?" + Id + "&" + To + "&start=ge28/03/2026&status=free", "start")]
    [TestCase("?" + Id + "&" + To + "&start=ge1774681200&status=free", "start")]
    [TestCase("?" + Id + "&" + To + "&start=ge2026-03-28T07:00:00%2B99:00&status=free", "start")]
    [TestCase("?" + Id + "&" + To + "&start=ge0000-00-00T00:00:00Z&status=free", "start")]
    [TestCase("?" + Id + "&" + To + "&start=ge9999-12-31T23:59:59Z&status=free", "start")]
    [TestCase("?" + Id + "&" + Window + "&start=ne2026-03-28&status=free", "start")]
    [TestCase("?" + Id + "&" + Window + "&start=ap2026-03-28&status=free", "start")]
    [TestCase("?" + Id + "&" + Window + "&start=zz2026-03-28&status=free", "start")]
    [TestCase("?" + Id + "&" + Window + "&start=%3Cscript%3E&status=free", "start")]
    [TestCase("?" + Id + "&" + Window + "&status=free&_count=many", "_count")]
    [TestCase("?" + Id + "&" + Window + "&status=free&_count=-1", "_count")]
    [TestCase("?" + Id + "&" + Window + "&status=free&_count=99999999999999999999", "_count")]
    [TestCase("?" + Id + "&" + Window + "&status=free&_count=", "_count")]
    [TestCase("?" + Id + "&" + Window + "&status=fr%ZZee", "status", "status")]
    [TestCase("?" + Id + "&" + Window + "&status=free%", "status", "status")]
    [TestCase("?" + Id + "&" + Window + "&status=%C3%28", "status", "status")]
    [TestCase("?" + Id + "&" + Window + "&status=free%00", "status", "status")]
    [TestCase("?" + Id + "&" + Window + "&status=free&x=%0d%0aSet-Cookie:a=b", "x")]
    [TestCase("?" + Id + "&" + Window + "&status=free&%FF=1", "%FF")]
    [TestCase("/?" + Id + "&" + Window, "status")]
    public async Task Search_Faulty_NamesEveryParameter(string query, params string[] parameters)
    {
        var text = await (await HubFixture.HubAsync()).SendRawAsync($"GET /fhir/Slot{query} HTTP/1.1");

        var outcome = Outcome(text, 400);
        Assert.That(
            outcome.Items("issue").SelectMany(static issue => issue.Items("location")).Select(static location => location.GetString()),
            Is.EquivalentTo(parameters.Select(static parameter => "http." + parameter)));
        Assert.That(outcome.Items("issue").Select(static issue => issue.Text("severity")), Is.All.EqualTo("error"));
        Assert.That(outcome.Items("issue").Select(static issue => issue.Text("diagnostics")), Is.All.Not.Empty);
    }

    [TestCase(1001, 0, Identifier)]
    [TestCase(1, 300, "(query)")]
    public async Task Search_TooMuch_IsRefusedByTheSearchItself(int identifiers, int parameters, string named)
    {
        var query = new StringBuilder($"?{Window}&status=free&{Identifier}=");
        query.AppendJoin(',', Enumerable.Repeat("urn:oid:1.2.250.1.71.4.2.1%7C810990000019", identifiers));
        query.Insert(query.Length, "&x=1", parameters);

        var outcome = Outcome(await (await HubFixture.HubAsync()).SendRawAsync($"GET /fhir/Slot{query} HTTP/1.1"), 400);

        Assert.That(outcome.Items("issue").Select(static issue => issue.Text("code")), Does.Contain("too-costly"));
        Assert.That(outcome.Items("issue").SelectMany(static issue => issue.Items("location")).Select(static location => location.GetString()), Does.Contain("http." + named));
    }

    [Test]
    public async Task Search_TokenOf300000Characters_IsRefusedByTheSearchItself()
    {
        var line = $"GET /fhir/Slot?{Window}&status=free&{Identifier}={new string('8', 300_000)} HTTP/1.1";

        var outcome = Outcome(await (await HubFixture.HubAsync()).SendRawAsync(line), 400);

        Assert.That(outcome.Items("issue").SelectMany(static issue => issue.Items("location")).Select(static location => location.GetString()), Is.EqualTo(new[] { "http." + Identifier }));
    }

    [Test]
    public async Task Search_LongerThanTheServerReads_Answers414() =>
        Assert.That(
            await (await HubFixture.HubAsync()).SendRawAsync($"GET /fhir/Slot?x={new string('8', 600_000)} HTTP/1.1"),
            Does.StartWith("HTTP/1.1 414 "));

    [Test]
    public async Task Search_StrictHandling_NamesUnknownParameters()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"Slot?{Id}&{Window}&status=free&colour=blue", UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Prefer", "handling=strict");
        var strict = await (await HubFixture.HubAsync()).SendAsync(request);
        var lenient = await (await HubFixture.HubAsync()).GetAsync($"Slot?{Id}&{Window}&status=free&colour=blue");

        Assert.That((int)strict.Status, Is.EqualTo(400));
        Assert.That(strict.Issues.SelectMany(static issue => issue.Items("location")).Select(static location => location.GetString()), Is.EqualTo(new[] { "http.colour" }));
        Assert.That((int)lenient.Status, Is.EqualTo(200));
    }

    [TestCase("GET", "/fhir", 405)]
    [TestCase("GET", "/fhir/", 405)]
    [TestCase("GET", "/fhir/Patient", 404)]
    [TestCase("GET", "/fhir/Slot/1", 404)]
    [TestCase("GET", "/fhir/Slot/../../etc/passwd", 404)]
    [TestCase("GET", "/fhir/%2e%2e/%00", 400)]
    [TestCase("GET", "/fhir/no<thing>", 404)]
    [TestCase("POST", "/fhir/Slot", 405)]
    [TestCase("PUT", "/fhir/Slot", 405)]
    [TestCase("DELETE", "/fhir/Slot", 405)]
    [TestCase("PATCH", "/fhir/metadata", 405)]
    [TestCase("BREW", "/fhir/Slot", 405)]
    public async Task Fhir_NotOffered_IsToldAsAnOutcome(string method, string path, int status)
    {
        var text = await (await HubFixture.HubAsync()).SendRawAsync($"{method} {path} HTTP/1.1\r\nContent-Length: 0");

        // What does not come through the server's own reading, or leaves the FHIR base, has no outcome.
        if (path.Contains("..", StringComparison.Ordinal) || path.Contains("%00", StringComparison.Ordinal))
        {
            Assert.That(text, Does.StartWith($"HTTP/1.1 {status} "));
            return;
        }

        Outcome(text, status);
    }

    [Test]
    public async Task Push_OtherMediaType_IsRefused()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri((await HubFixture.HubAsync()).FhirBase)) { Content = new StringContent("<Bundle/>", Encoding.UTF8, "application/fhir+xml") };
        request.Headers.Add("X-Sas-Vendor", "sas-agenda");

        var answer = await (await HubFixture.HubAsync()).SendAsync(request);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
        Assert.That(answer.Type, Is.EqualTo("OperationOutcome"));
    }

    [TestCase("start=ge2026-03-28T08:00:00+01:00&start=le2026-03-31T08:00:00+02:00")]
    [TestCase("start=ge2026-03-28T08:00:00%2001:00&start=le2026-03-31T08:00:00%2002:00")]
    [TestCase("start=ge2026-03-28T08:00&start=le2026-03-31T08:00")]
    [TestCase("start=ge2026-03-28&start=le2026-03-30")]
    [TestCase("start=gt2026-03-27&start=lt2026-03-31")]
    [TestCase("start=ge2026-03&start=le2026")]
    public async Task Search_OtherFormsOfTheWindow_FindSlots(string window)
    {
        var text = await (await HubFixture.HubAsync()).SendRawAsync($"GET /fhir/Slot/?status=free&{window}&{Id.Replace("%7C", "|", StringComparison.Ordinal)} HTTP/1.1");

        Assert.That(text, Does.StartWith("HTTP/1.1 200 ").And.Contain("\"resourceType\":\"Slot\""));
    }

    private static System.Text.Json.JsonElement Outcome(string response, int status)
    {
        Assert.That(response, Does.StartWith($"HTTP/1.1 {status} ").And.Contain("Content-Type: application/fhir+json; charset=utf-8"));
        var outcome = System.Text.Json.JsonElement.Parse(response[(response.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
        Assert.That(outcome.Text("resourceType"), Is.EqualTo("OperationOutcome"));
        return outcome;
    }
}
