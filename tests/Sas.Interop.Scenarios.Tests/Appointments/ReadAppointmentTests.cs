using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Json;
using Sas.Interop.MockVendors.Sandbox;
using Sas.Interop.Scenarios.Tests.Hosting;
using Sas.Interop.Scenarios.Tests.Push;

namespace Sas.Interop.Scenarios.Tests.Appointments;

/// <summary>What the platform reads, and what a vendor may.</summary>
[Parallelizable]
internal sealed class ReadAppointmentTests
{
    private static readonly string Practitioner = CheckDigits.Practitioner(8_100);
    private readonly List<string> _values = [];
    private PushHub _hub = null!; // Set before any test runs.
    private AppointmentCalls _sut = null!; // Likewise.
    private JsonObject _last = null!; // Likewise.

    /// <summary>Seven appointments of one practitioner, an hour apart, of all statuses.</summary>
    [OneTimeSetUp]
    public async Task WriteAsync()
    {
        _hub = await AppointmentsFixture.HubAsync();
        _sut = new AppointmentCalls(_hub);
        string[] statuses = ["booked", "booked", "cancelled", "fulfilled", "noshow", "pending", "booked"];
        for (var hour = 0; hour < statuses.Length; hour++)
        {
            _last = AppointmentCalls.New();
            _last["participant"]![0]!["actor"]!["identifier"]!["value"] = Practitioner; // The sample has one.
            (_last["status"], _last["start"], _last["end"]) = (statuses[hour], $"2026-05-0{1 + (hour % 2)}T1{hour}:00:00+02:00", $"2026-05-0{1 + (hour % 2)}T1{hour}:20:00+02:00");
            Assert.That((await _sut.PostAsync(_last)).Status, Is.EqualTo(HttpStatusCode.Created));
            _values.Add(AppointmentCalls.ValueOf(_last));
        }
    }

    [TestCase("status=booked", 3)]
    [TestCase("status=booked,no-show", 4)]
    [TestCase("status=http://hl7.org/fhir/appointmentstatus%7Cpending", 1)]
    [TestCase("status=urn:x%7Cpending", 0)]
    [TestCase("date=2026-05-01", 4)]
    [TestCase("date=ge2026-05-02", 3)]
    [TestCase("date=gt2026-05-01T14:00:00%2B02:00&date=le2026-05-02T13:00:00+02:00", 3)]
    [TestCase("date=lt2026-05-01T10:00:00%2B02:00", 0)]
    [TestCase("_lastUpdated=ge2026-01-01", 7)]
    [TestCase("_lastUpdated=lt2026-01-01", 0)]
    [TestCase("status=booked&date=2026-05-02", 1)]
    [TestCase("_id=0123456789abcdef0123456789abcdef", 0)]
    public async Task Search_Criteria_AllDecide(string criteria, int expected) => Assert.That((await FindAsync(criteria)).Entries, Has.Count.EqualTo(expected));

    [TestCase("practitioner:identifier")]
    [TestCase("practitioner.identifier")]
    [TestCase("practitioner:Practitioner.identifier")]
    [TestCase("actor:identifier")]
    [TestCase("actor:Practitioner.identifier")]
    public async Task Search_ByPractitionerInAnyForm_FindsThem(string name)
    {
        foreach (var value in new[] { Practitioner, Practitioner[1..], $"urn:oid:1.2.250.1.71.4.2.1%7C{Practitioner}" })
        {
            Assert.That((await _sut.GetAsync($"Appointment?{name}={value}")).Entries, Has.Count.EqualTo(7), value);
        }

        Assert.That((await _sut.GetAsync($"Appointment?{name}=urn:x%7C{Practitioner}")).Entries, Is.Empty);
    }

    [Test]
    public async Task Search_ByIdentifier_FindsTheOne()
    {
        foreach (var query in new[] { AppointmentCalls.CriterionOf(_last), $"identifier={_values[^1]}", $"IDENTIFIER=x,{_values[^1]}" })
        {
            Assert.That((await _sut.GetAsync("Appointment?" + query)).Resources.Select(static found => found.Identifier()), Is.EqualTo(new[] { _values[^1] }), query);
        }

        Assert.That((await _sut.GetAsync($"Appointment?identifier=%7C{_values[^1]}")).Entries, Is.Empty, "Every identifier has a system.");
        Assert.That((await _sut.GetAsync($"Appointment?identifier={_values[^1].ToUpperInvariant()}")).Entries, Is.Empty, "Identifiers are compared as they are.");
    }

    [TestCase("", false)]
    [TestCase("&_sort=_lastUpdated", false)]
    [TestCase("&_sort=-_lastUpdated", true)]
    public async Task Search_PageByPage_FindsEachOnceInOrder(string sort, bool backwards)
    {
        var found = await PagesAsync($"practitioner:identifier={Practitioner}&_count=2{sort}");

        Assert.That(found.Select(static appointment => appointment.Identifier()), Is.EqualTo(backwards ? Enumerable.Reverse(_values) : _values));
    }

    [TestCase("date")]
    [TestCase("-date")]
    public async Task Search_ByDatePageByPage_FindsEachOnceInOrder(string sort)
    {
        var starts = (await PagesAsync($"practitioner:identifier={Practitioner}&_count=3&_sort={sort}")).Select(static appointment => appointment.GetProperty("start").GetDateTimeOffset()).ToList();

        Assert.That(starts, Has.Count.EqualTo(7));
        Assert.That(starts, sort == "date" ? Is.Ordered.Ascending : Is.Ordered.Descending);
    }

    [Test]
    public async Task Search_Answer_IsASearchset()
    {
        var answer = await FindAsync("_total=accurate&_count=2");
        var bundle = FhirJson.Read<Bundle>(answer.Body, FhirReadOptions.Default);

        Assert.That(bundle.Issues, Is.Empty);
        Assert.That((answer.Json.Text("type"), answer.Json.At("total")?.GetInt32(), answer.Entries.Count), Is.EqualTo(("searchset", 7, 2)));
        Assert.That(answer.Json.Items("link").Select(static link => link.Text("relation")), Is.EqualTo(new[] { "self", "next" }));
        Assert.That(answer.Entries.Select(static entry => (entry.Text("fullUrl"), entry.At("search")?.Text("mode"))), Is.EqualTo(answer.Resources.Select(found => ($"{_hub.Hub.FhirBase}/Appointment/{found.Text("id")}", "match"))));
    }

    [Test]
    public async Task Search_NoMatch_HasNoEntry()
    {
        var answer = await _sut.GetAsync("Appointment?identifier=nothing");

        Assert.That((answer.Status, answer.Json.At("entry"), answer.Json.At("total")), Is.EqualTo((HttpStatusCode.OK, (JsonElement?)null, (JsonElement?)null)));
    }

    [TestCase("_summary=count")]
    [TestCase("_count=0")]
    public async Task Search_NumberOnly_TellsTheNumber(string wish)
    {
        var answer = await FindAsync(wish);

        Assert.That((answer.Json.At("total")?.GetInt32(), answer.Entries.Count), Is.EqualTo((7, 0)));
    }

    [Test]
    public async Task Search_PostAndHead_AreLikeGet()
    {
        using var form = new StringContent($"practitioner:identifier={Practitioner}&status=booked", System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        var post = await _hub.Hub.SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri("Appointment/_search", UriKind.Relative)) { Content = form });
        var head = await _sut.SendAsync(HttpMethod.Head, $"Appointment?practitioner:identifier={Practitioner}", null);

        Assert.That(post.Entries, Has.Count.EqualTo(3));
        Assert.That((head.Status, head.Body.Length, head.ContentHeaders.ContentLength > 1_000), Is.EqualTo((HttpStatusCode.OK, 0, true)));
    }

    [TestCase("date=soon")]
    [TestCase("date=ap2026-05-01")]
    [TestCase("_lastUpdated=x")]
    [TestCase("_count=many")]
    [TestCase("_sort=status")]
    [TestCase("_after=x")]
    [TestCase("_after=ffffffffffffffff-0123456789abcdef0123456789abcdef")]
    [TestCase("identifier=")]
    [TestCase("identifier=urn:x%7C")]
    [TestCase("status=%00")]
    public async Task Search_Unreadable_IsMalformed(string query)
    {
        var answer = await _sut.GetAsync("Appointment?" + query);

        Assert.That((answer.Status, answer.Type), Is.EqualTo((HttpStatusCode.BadRequest, "OperationOutcome")));
    }

    [Test]
    public async Task Search_UnknownParameter_IsPassedOverOrRefusedAsAsked()
    {
        var lenient = await FindAsync("unheard=of");
        var strict = await _sut.GetAsync("Appointment?unheard=of", ("Prefer", "handling=strict"));

        Assert.That((lenient.Entries.Count, strict.Status), Is.EqualTo((7, HttpStatusCode.BadRequest)));
    }

    [Test]
    public async Task Search_VeryManyValues_AreRefused() =>
        Assert.That((await _sut.GetAsync("Appointment?identifier=" + string.Join(',', Enumerable.Range(0, 201)))).Status, Is.EqualTo(HttpStatusCode.BadRequest));

    [Test]
    public async Task Read_Conditional_SparesTheBody()
    {
        var location = (await _sut.PutAsync(_last)).Headers.Location?.OriginalString ?? string.Empty;
        var first = await _sut.GetAsync(location);

        var byTag = await _sut.GetAsync(location, ("If-None-Match", first.Headers.ETag?.ToString() ?? string.Empty));
        var byDate = await _sut.GetAsync(location, ("If-Modified-Since", first.ContentHeaders.LastModified?.ToString("R") ?? string.Empty));
        var other = await _sut.GetAsync(location, ("If-None-Match", "W/\"99\""));

        Assert.That(new[] { first, byTag, byDate, other }.Select(static answer => (int)answer.Status), Is.EqualTo(new[] { 200, 304, 304, 200 }));
    }

    [TestCase("Appointment/0123456789abcdef0123456789abcdef")]
    [TestCase("Appointment/x")]
    [TestCase("Appointment/0123456789abcdef0123456789abcdef/_history")]
    [TestCase("Appointment/0123456789abcdef0123456789abcdef/_history/1")]
    public async Task Read_Unknown_IsNotFound(string path)
    {
        var answer = await _sut.GetAsync(path);

        Assert.That((answer.Status, answer.Type), Is.EqualTo((HttpStatusCode.NotFound, "OperationOutcome")));
    }

    [Test]
    public async Task History_OfChanges_IsNewestFirstAndEachVersionReads()
    {
        var told = AppointmentCalls.New();
        var location = (await _sut.PostAsync(told)).Headers.Location?.OriginalString ?? string.Empty;
        foreach (var status in new[] { "cancelled", "booked", "fulfilled" })
        {
            told["status"] = status;
            await _sut.PutAsync(told);
        }

        var first = await _sut.GetAsync(location + "/_history?_count=3");
        var next = await _sut.GetAsync(first.Json.Items("link").Single(static link => link.Text("relation") == "next").Text("url") ?? string.Empty);
        var versions = first.Entries.Concat(next.Entries).ToList();
        var second = await _sut.GetAsync(location + "/_history/2");
        var none = await _sut.GetAsync(location + "/_history/5");

        Assert.That(first.Json.Text("type"), Is.EqualTo("history"));
        Assert.That(versions.Select(static entry => entry.GetProperty("resource").Text("status")), Is.EqualTo(new[] { "fulfilled", "booked", "cancelled", "booked" }));
        Assert.That(versions.Select(static entry => (entry.At("request")?.Text("method"), entry.At("response")?.Text("status"), entry.At("response")?.Text("etag"))), Is.EqualTo(new[] { ("PUT", "200", "W/\"4\""), ("PUT", "200", "W/\"3\""), ("PUT", "200", "W/\"2\""), ("POST", "201", "W/\"1\"") }));
        Assert.That((second.Json.Text("status"), second.Headers.ETag?.ToString(), none.Status), Is.EqualTo(("cancelled", "W/\"2\"", HttpStatusCode.NotFound)));
        Assert.That((await _sut.GetAsync(location + "/_history?_since=2030-01-01")).Entries, Is.Empty);
        Assert.That((await _sut.GetAsync(location + "/_history?_count=x")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(FhirJson.Read<Bundle>(first.Body, FhirReadOptions.Default).Issues, Is.Empty);
    }

    [Test]
    public async Task Read_ByAVendor_ShowsItsOwnOnly()
    {
        var vendor = new AppointmentCalls(_hub, PushHub.Polled);
        var own = AppointmentCalls.New(PushHub.SystemOfPolled);
        var mine = (await vendor.PostAsync(own)).Headers.Location?.OriginalString ?? string.Empty;
        var others = (await _sut.PutAsync(_last)).Headers.Location?.OriginalString ?? string.Empty;

        var found = await vendor.GetAsync($"Appointment?identifier={_values[^1]},{AppointmentCalls.ValueOf(own)}");
        var answers = new[] { mine, mine + "/_history", mine + "/_history/1", others, others + "/_history", others + "/_history/1" }.Select(async url => (int)(await vendor.GetAsync(url)).Status);

        Assert.That(found.Resources.Select(static appointment => appointment.Identifier()), Is.EqualTo(new[] { AppointmentCalls.ValueOf(own) }));
        Assert.That(await Task.WhenAll(answers), Is.EqualTo(new[] { 200, 200, 200, 404, 404, 404 }));
        Assert.That((await _sut.GetAsync(mine)).Status, Is.EqualTo(HttpStatusCode.OK), "The platform sees all.");
    }

    [Test]
    public async Task Metadata_Appointment_NamesWhatWorks()
    {
        var declared = (await _sut.GetAsync("metadata")).Json.Items("rest").Single().Items("resource").Single(static resource => resource.Text("type") == "Appointment");
        Dictionary<string, (string Find, string Miss)> samples = new()
        {
            ["identifier"] = ($"identifier={_values[0]}", "identifier=x"),
            ["_id"] = ($"_id={(await FindAsync("_count=1")).Resources[0].Text("id")}", "_id=x"),
            ["status"] = ("status=booked", "status=waitlist"),
            ["date"] = ("date=ge2026-05-01", "date=ge2099-01-01"),
            ["practitioner"] = ($"practitioner:identifier={Practitioner}", "practitioner:identifier=800000000000"),
            ["_lastUpdated"] = ("_lastUpdated=ge2026-01-01", "_lastUpdated=lt2026-01-01"),
        };

        Assert.That(declared.Items("searchParam").Select(static parameter => parameter.Text("name")), Is.EquivalentTo(samples.Keys));
        foreach (var (name, (find, miss)) in samples)
        {
            Assert.That((await _sut.GetAsync("Appointment?" + find)).Entries, Is.Not.Empty, name);
            Assert.That((await _sut.GetAsync("Appointment?" + miss)).Entries, Is.Empty, name);
        }

        Assert.That(declared.Items("interaction").Codes(), Is.EqualTo(new[] { "read", "vread", "history-instance", "search-type", "create", "update" }));
        Assert.That((declared.At("conditionalUpdate")?.GetBoolean(), declared.At("updateCreate")?.GetBoolean(), declared.Text("versioning")), Is.EqualTo((true, true, "versioned")));
    }

    private Task<Answer> FindAsync(string criteria) => _sut.GetAsync($"Appointment?practitioner:identifier={Practitioner}&{criteria}");

    private async Task<List<JsonElement>> PagesAsync(string query)
    {
        var found = new List<JsonElement>();
        string? url = "Appointment?" + query;
        for (var pages = 0; url is not null; pages++)
        {
            Assert.That(pages, Is.LessThan(10));
            var page = await _sut.GetAsync(url);
            found.AddRange(page.Resources);
            url = page.Json.Items("link").FirstOrDefault(static link => link.Text("relation") == "next").Text("url");
        }

        return found;
    }
}
