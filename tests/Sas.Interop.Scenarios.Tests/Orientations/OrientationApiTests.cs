using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

using Sas.Interop.MockVendors.Sandbox;
using Sas.Interop.Scenarios.Tests.Hosting;
using Sas.Interop.Scenarios.Tests.Preferences;

namespace Sas.Interop.Scenarios.Tests.Orientations;

/// <summary>The record of orientations over HTTP: recorded, listed, exported, counted.</summary>
internal sealed class OrientationApiTests
{
    private const string Platform = "urn:oid:1.2.250.1.213.3.6";
    private static int _owners = 4_000;
    private PlatformCalls _sut = null!; // Set before any test runs.
    private DateTimeOffset _now;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        var hub = (await PreferencesFixture.HubAsync()).Hub;
        (_sut, _now) = (new PlatformCalls(hub), hub.Now);
    }

    [Test]
    public async Task Post_ActOfThePlatform_IsKeptAndRead()
    {
        var act = Act(NewOwner());

        var answer = await PostAsync(act);
        var id = answer.Json.Text("id");

        Assert.That((answer.Status, answer.Headers.Location?.ToString()), Is.EqualTo((HttpStatusCode.Created, $"/v1/orientations/{id}")), Encoding.UTF8.GetString(answer.Body));
        var read = (await _sut.GetAsync($"v1/orientations/{id}")).Json;
        Assert.That(read.At("orientation")?.GetRawText(), Is.EqualTo(answer.Json.GetRawText()));
        Assert.That(read.Items("transitions").Single().Text("cause"), Is.Not.Empty);
        Assert.That((answer.Json.Text("kind"), answer.Json.Text("state"), answer.Json.Text("territory")), Is.EqualTo(("InAddition", "Booked", "1042")));
    }

    [Test]
    public async Task Post_SameKey_IsOneRecord()
    {
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        var act = Act(NewOwner());
        var other = Act(NewOwner());

        var (first, second, third) = (await PostAsync(act, key), await PostAsync(act, key), await PostAsync(other, key));

        Assert.That((first.Status, second.Status), Is.EqualTo((HttpStatusCode.Created, HttpStatusCode.OK)));
        Assert.That(second.Json.Text("id"), Is.EqualTo(first.Json.Text("id")));
        Assert.That((third.Status, PlatformCalls.Error(third).Code), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "idempotency-key-reused")));
    }

    [TestCase("patient", "\"MARKER-NAME\"", "$.patient")]
    [TestCase("comment", "\"MARKER-NAME\"", "$.comment")]
    [TestCase("kind", "\"other\"", "$.kind")]
    [TestCase("kind", "null", "$.kind")]
    [TestCase("state", "\"Compensating\"", "$.state")]
    [TestCase("owner", "\"MARKER-NAME\"", "$.owner")]
    [TestCase("regulator", "\"MARKER-NAME\"", "$.regulator")]
    [TestCase("regulator", """{"system":"urn:other","value":"u"}""", "$.regulator.system")]
    [TestCase("regulator", """{"system":"urn:oid:1.2.250.1.213.3.6","value":"MARKER NAME"}""", "$.regulator.value")]
    [TestCase("territory", "\"MARKER NAME\"", "$.territory")]
    [TestCase("place", "\"MARKER NAME\"", "$.place")]
    [TestCase("postalCode", "\"750\"", "$.postalCode")]
    [TestCase("vendor", "\"nobody\"", "$.vendor")]
    [TestCase("at", "\"2020-01-01T00:00:00Z\"", "$.at")]
    [TestCase("at", "\"yesterday\"", "$.at")]
    [TestCase("end", "\"2026-03-02T08:00:00+01:00\"", "$.end")]
    public async Task Post_WrongOrForeignMember_IsRefusedByPath(string name, string json, string path)
    {
        var act = Act(NewOwner());
        act[name] = JsonNode.Parse(json);

        var answer = await PostAsync(act);

        Assert.That((answer.Status, PlatformCalls.Error(answer).Path), Is.EqualTo((HttpStatusCode.BadRequest, path)));
        Assert.That(Encoding.UTF8.GetString(answer.Body), Does.Not.Contain("MARKER-NAME").And.Not.Contain("MARKER NAME"));
    }

    [Test]
    public async Task List_Filters_NarrowAndPagesGiveEachOnce()
    {
        var owner = NewOwner();
        var ids = new List<string?>();
        for (var i = 0; i < 5; i++)
        {
            var act = Act(owner);
            act["at"] = $"{_now.AddDays(-i):yyyy-MM-dd'T'HH:mm:ss}Z";
            ids.Insert(0, (await PostAsync(act)).Json.Text("id"));
        }

        Assert.That(await IdsAsync($"owner={owner}"), Is.EqualTo(ids));
        Assert.That(await IdsAsync($"owner={owner}&count=2"), Is.EqualTo(ids));
        Assert.That(await IdsAsync($"owner={owner}&from={_now.AddDays(-2).AddMinutes(-1):yyyy-MM-dd'T'HH:mm:ss}Z"), Is.EqualTo(ids.TakeLast(3)));
        Assert.That(await IdsAsync($"owner={owner}&to={_now.AddDays(-2).AddMinutes(1):yyyy-MM-dd'T'HH:mm:ss}Z"), Is.EqualTo(ids.Take(3)));
        Assert.That(await IdsAsync($"owner={owner}&county=75&kind=inaddition&state=booked,pending&territory=1042&regulator={Platform}%7Cregulator-9"), Is.EqualTo(ids));
        foreach (var miss in new[] { "county=2A", "kind=Slot", "state=Expired", "territory=x", "regulator=nobody", "vendor=clickdoc" })
        {
            Assert.That(await IdsAsync($"owner={owner}&{miss}"), Is.Empty, miss);
        }
    }

    [TestCase("format=xml", "query.format")]
    [TestCase("from=today", "query.from")]
    [TestCase("from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z", "query.to")]
    [TestCase("county=999", "query.county")]
    [TestCase("owner=nobody", "query.owner")]
    [TestCase("kind=1", "query.kind")]
    [TestCase("state=Booked,9", "query.state")]
    [TestCase("count=251", "query.count")]
    [TestCase("after=x", "query.after")]
    [TestCase("territory=a%20b", "query.territory")]
    public async Task List_WrongParameter_IsNamed(string query, string path)
    {
        var answer = await _sut.GetAsync($"v1/orientations?{query}");

        Assert.That((answer.Status, PlatformCalls.Error(answer)), Is.EqualTo((HttpStatusCode.BadRequest, ("invalid", path))));
    }

    [Test]
    public async Task Export_BothFormats_HoldTheWholeResult()
    {
        var owner = NewOwner();
        const int Many = 620; // More than one page of the export.
        for (var i = 0; i < Many; i++)
        {
            await PostAsync(Act(owner));
        }

        var csv = await _sut.GetAsync($"v1/orientations?owner={owner}&format=csv");
        var lines = Encoding.UTF8.GetString(csv.Body).Split("\r\n");
        Assert.That((csv.MediaType, csv.ContentHeaders.ContentDisposition?.FileName), Is.EqualTo(("text/csv", "orientations.csv")));
        Assert.That(lines[0], Does.StartWith("id,kind,state,version,createdAt,"));
        Assert.That(lines[1..^1].Select(static line => line.Split(',')[0]).Distinct().Count(), Is.EqualTo(Many));
        Assert.That(lines[1].Split(',')[9..12], Is.EqualTo(new[] { "75", "75011", owner }));

        var ndjson = await _sut.GetAsync($"v1/orientations?owner={owner}&format=ndjson");
        var records = Encoding.UTF8.GetString(ndjson.Body).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonElement.Parse(line)).ToList();
        Assert.That(ndjson.MediaType, Is.EqualTo("application/x-ndjson"));
        Assert.That(records.Select(static record => record.Text("id")), Is.EqualTo(lines[1..^1].Select(static line => line.Split(',')[0])));
    }

    [Test]
    public async Task Statistics_OfOneTerritory_CountWhatWasRecorded()
    {
        var territory = $"T{Guid.NewGuid():N}";
        var owner = NewOwner();
        foreach (var (hours, postalCode) in new[] { (2, "75011"), (48, "20000"), (49, "97400") })
        {
            var act = Act(owner);
            (act["territory"], act["postalCode"], act["kind"]) = (territory, postalCode, "slot");
            act["at"] = $"{_now:yyyy-MM-dd'T'HH:mm:ss}Z";
            act["start"] = $"{_now.AddHours(hours):yyyy-MM-dd'T'HH:mm:ss}Z";
            Assert.That((await PostAsync(act)).Status, Is.EqualTo(HttpStatusCode.Created));
        }

        var span = $"territory={territory}&from={_now.AddDays(-1):yyyy-MM-dd'T'HH:mm:ss}Z&to={_now.AddDays(1):yyyy-MM-dd'T'HH:mm:ss}Z";
        var all = (await _sut.GetAsync($"v1/orientations/statistics?{span}")).Json;
        Assert.That(all.At("all")?.GetRawText(), Is.EqualTo("""{"key":null,"count":3,"slots":3,"within48Hours":2,"share":0.6667}"""));
        Assert.That(all.Items("counties").Select(static line => line.Text("key")), Is.EqualTo(new[] { "2A", "75", "974" }));
        Assert.That(all.Items("kinds").Select(static line => line.Text("key")), Is.EqualTo(new[] { "Slot" }));

        var weeks = (await _sut.GetAsync($"v1/orientations/statistics/practitioners?{span}")).Json;
        Assert.That(weeks.Items("items").Single().GetRawText(), Is.EqualTo($$"""{"nationalId":"{{owner}}","weeks":[{"week":"2026-W13","count":3}]}"""));
    }

    [Test]
    public async Task Statistics_TooLongASpan_AreRefused() =>
        Assert.That(PlatformCalls.Error(await _sut.GetAsync("v1/orientations/statistics?from=2020-01-01T00:00:00Z&to=2026-01-01T00:00:00Z")).Path, Is.EqualTo("query.from"));

    [TestCase("v1/orientations/nothing")]
    [TestCase("v1/orientations/%00")]
    public async Task Read_Unknown_IsNotFound(string path) => Assert.That((await _sut.GetAsync(path)).Status, Is.AnyOf(HttpStatusCode.NotFound, HttpStatusCode.BadRequest));

    private async Task<List<string?>> IdsAsync(string query)
    {
        var ids = new List<string?>();
        for (string? after = string.Empty; after is not null;)
        {
            var page = (await _sut.GetAsync($"v1/orientations?{query}{(after.Length > 0 ? "&after=" + after : string.Empty)}")).Json;
            ids.AddRange(page.Items("items").Select(static item => item.Text("id")));
            after = page.Text("next");
        }

        return ids;
    }

    private Task<Answer> PostAsync(JsonObject act, params (string Name, string Value)[] headers) =>
        _sut.SendAsync(HttpMethod.Post, "v1/orientations", new StringContent(act.ToJsonString(), Encoding.UTF8, "application/json"), headers);

    private static string NewOwner() => CheckDigits.Practitioner(Interlocked.Increment(ref _owners));

    private static JsonObject Act(string owner) => new()
    {
        ["kind"] = "InAddition",
        ["regulator"] = new JsonObject { ["system"] = Platform, ["value"] = "regulator-9" },
        ["owner"] = owner,
        ["territory"] = "1042",
        ["postalCode"] = "75011",
    };
}
