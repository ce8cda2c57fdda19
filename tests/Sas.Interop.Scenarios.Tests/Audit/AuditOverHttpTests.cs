using System.Net;
using System.Text;

using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Json;
using Sas.Interop.Hub.Audit;
using Sas.Interop.Scenarios.Tests.Hosting;
using Sas.Interop.Scenarios.Tests.Outbox;
using Sas.Interop.Scenarios.Tests.Preferences;

namespace Sas.Interop.Scenarios.Tests.Audit;

/// <summary>What callers do over real HTTP can be searched, read and exported afterwards, and holds nothing of what they sent.</summary>
internal sealed class AuditOverHttpTests
{
    private Workspace _files = null!; // Set before the first test.
    private RunningHub _hub = null!; // Set before the first test.

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _files = new Workspace();
        _hub = await OutboxHub.StartAsync(_files, []);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _hub.DisposeAsync();
        _files.Dispose();
    }

    [Test]
    public async Task Write_Acknowledged_IsFoundByEntityTraceAndAgent()
    {
        var answer = await PutAsync("found-1", 1);
        var id = new Uri(answer.Headers.Location!.ToString()).Segments[^1];
        var trace = answer.Headers.GetValues("X-Request-Id").Single();

        // At once: the record was there before the answer.
        foreach (var criterion in new[] { $"entity=Appointment/{id}", $"trace={trace}", $"agent=loopback&entity=Appointment/{id}", $"_id={await NumberAsync(trace)}" })
        {
            var found = (await _hub.GetAsync($"AuditEvent?{criterion}")).OfType("AuditEvent").Single();
            Assert.That((found.Text("action"), found.Text("outcome"), found.Items("subtype").Single().Text("code")), Is.EqualTo(("U", "0", "update")), criterion);
            Assert.That(found.Items("entity").Single().At("what")?.Text("reference"), Is.EqualTo($"Appointment/{id}"));
        }

        var read = await _hub.GetAsync($"AuditEvent/{await NumberAsync(trace)}");
        Assert.That(FhirJson.Read<AuditEvent>(read.Body, FhirReadOptions.Default).Issues, Is.Empty);
        Assert.That(Encoding.UTF8.GetString(read.Body), Does.Contain("\"/fhir/Appointment\"").And.Not.Contain("found-1"), "The pattern of the route, and nothing of the query.");
    }

    [Test]
    public async Task Search_Pages_LeadThroughAllRecordsNewestFirst()
    {
        for (var minute = 0; minute < 5; minute++)
        {
            await PutAsync($"page-{minute}", 100 + minute);
        }

        var seen = new List<long>();
        for (var next = "AuditEvent?_count=3&action=U"; next is not null;)
        {
            // The first page by POST: what follows is asked by the links.
            var request = seen.Count > 0
                ? new HttpRequestMessage(HttpMethod.Get, new Uri(next, UriKind.RelativeOrAbsolute))
                : new HttpRequestMessage(HttpMethod.Post, new Uri("AuditEvent/_search?_count=3", UriKind.Relative)) { Content = new FormUrlEncodedContent([new("action", "U")]) };
            var page = await _hub.SendAsync(request);
            Assert.That(page.Entries, Has.Count.LessThanOrEqualTo(3));
            seen.AddRange(page.Resources.Select(static found => long.Parse(found.Text("id")!, System.Globalization.CultureInfo.InvariantCulture)));
            next = page.Json.Items("link").SingleOrDefault(static link => link.Text("relation") == "next").Text("url");
        }

        Assert.That(seen, Is.Ordered.Descending.And.Unique);
        Assert.That(seen, Has.Count.GreaterThanOrEqualTo(5));
    }

    [Test]
    public async Task Refused_ManyAlike_BecomeOneRecordWithTheirCount()
    {
        for (var number = 0; number < 25; number++)
        {
            using var content = new StringContent("""{"resourceType":"Appointment"}""", Encoding.UTF8, "text/plain");
            using var refused = await _hub.Client.PostAsync(new Uri(_hub.Root, "/fhir/Appointment"), content);
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
        }

        await _hub.Resolve<AuditTrail>().KeepRefusalsAsync(CancellationToken.None);

        var found = (await _hub.GetAsync("AuditEvent?outcome=4&action=C")).Resources.Where(static found => found.Text("outcomeDesc")!.StartsWith("415", StringComparison.Ordinal)).ToList();
        Assert.That(found.Sum(static one => Count(one)), Is.EqualTo(25));
        Assert.That(found, Has.Count.LessThanOrEqualTo(2), "A window may have ended in between.");
        Assert.That(found[0].Text("outcomeDesc"), Does.Contain("not-supported"));
    }

    [Test]
    public async Task Export_WholeOrBetweenDates_IsOneEventALineInTheOrderOfTheChain()
    {
        await PutAsync("export-1", 200);

        using var answer = await _hub.Client.GetAsync(new Uri(_hub.Root, "/admin/audit.ndjson"));
        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/fhir+ndjson"));
        Assert.That(lines.Select(static line => FhirJson.Read<AuditEvent>(Encoding.UTF8.GetBytes(line), FhirReadOptions.Default).Issues.Count), Is.All.Zero);
        Assert.That(lines.Select(static line => System.Text.Json.JsonElement.Parse(line).Text("id")), Is.EqualTo(Enumerable.Range(1, lines.Length).Select(static number => number.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        Assert.That(await _hub.Client.GetStringAsync(new Uri(_hub.Root, "/admin/audit.ndjson?from=2001-01-01&to=2001-01-02")), Is.Empty);
        using var head = await _hub.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, new Uri(_hub.Root, "/admin/audit.ndjson")));
        Assert.That((head.StatusCode, (await head.Content.ReadAsByteArrayAsync()).Length), Is.EqualTo((HttpStatusCode.OK, 0)));
        using var wrong = await _hub.Client.GetAsync(new Uri(_hub.Root, "/admin/audit.ndjson?from=yesterday"));
        Assert.That(wrong.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Show_Ends_AreThoseOfTheChain()
    {
        await PutAsync("show-1", 300);

        var shown = System.Text.Json.JsonElement.Parse(await _hub.Client.GetStringAsync(new Uri(_hub.Root, "/admin/audit")));

        Assert.That(shown.GetProperty("count").GetInt64(), Is.GreaterThanOrEqualTo(2));
        Assert.That(Hub.Persistence.Audit.AuditHead.TryParse(shown.Text("head"), out var head) && head.Number == shown.GetProperty("count").GetInt64(), Is.True);
        Assert.That(shown.GetProperty("first").GetInt64(), Is.EqualTo(1));
    }

    [Test]
    public async Task Preferences_Changed_AreToldWithTheirOwner()
    {
        var answer = await new PlatformCalls(_hub).SetAsync("810000000017", """{"refusesSlots":true}""");

        Assert.That((int)answer.Status, Is.LessThan(300));
        var found = (await _hub.GetAsync("AuditEvent?entity=preferences/810000000017")).Resources;
        Assert.That(found[0].Text("action"), Is.EqualTo("U"));
    }

    [TestCase("AuditEvent")]
    [TestCase("AuditEvent/1")]
    [TestCase("/admin/audit")]
    [TestCase("/admin/audit.ndjson")]
    public async Task Read_ByAVendor_IsForbiddenAndRecorded(string address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(_hub.Root, "/fhir/"), address));
        request.Headers.Add("X-Sas-Vendor", OutboxHub.Vendor);

        Assert.That((await _hub.SendAsync(request)).Status, Is.EqualTo(HttpStatusCode.Forbidden));

        await _hub.Resolve<AuditTrail>().KeepRefusalsAsync(CancellationToken.None);
        var found = (await _hub.GetAsync($"AuditEvent?agent={OutboxHub.Vendor}&action=R&outcome=4")).Resources;
        Assert.That(found, Is.Not.Empty);
        Assert.That(found[0].Text("outcomeDesc"), Does.StartWith("403 forbidden"));
    }

    [Test]
    public async Task Search_Faulty_NamesTheParameter()
    {
        var answer = await _hub.GetAsync("AuditEvent?date=yesterday&outcome=5");

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(answer.Issues, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Hub_StartAndConfiguration_AreRecorded()
    {
        var found = await _hub.GetAsync("AuditEvent?type=110100&subtype=110120");

        Assert.That(found.Resources.Single().Items("agent").Single().At("who")?.At("identifier")?.Text("value"), Is.EqualTo("hub"));
        Assert.That((await _hub.GetAsync("AuditEvent?subtype=110131")).Resources, Is.Not.Empty);
    }

    private async Task<string?> NumberAsync(string trace) => (await _hub.GetAsync($"AuditEvent?trace={trace}")).Resources.Single().Text("id");

    private static int Count(System.Text.Json.JsonElement shown) =>
        shown.Items("extension").Single().Items("extension").Single(static part => part.Text("url") == "count").GetProperty("valueInteger").GetInt32();

    private async Task<HttpResponseMessage> PutAsync(string value, int minute)
    {
        var start = new DateTimeOffset(2030, 3, 4, 9, 0, 0, TimeSpan.FromHours(1)).AddMinutes(minute);
        var body = OutboxHub.Body.Replace("VALUE", value, StringComparison.Ordinal).Replace("STATUS", "booked", StringComparison.Ordinal)
            .Replace("START", start.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("END", start.AddMinutes(15).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        using var content = new StringContent(body, Encoding.UTF8, "application/fhir+json");
        var answer = await _hub.Client.PutAsync(new Uri(_hub.Root, $"/fhir/Appointment?identifier=urn:oid:1.1.111.1.11.1.1.1%7C{value}"), content);
        Assert.That((int)answer.StatusCode, Is.AnyOf(200, 201));
        return answer;
    }
}
