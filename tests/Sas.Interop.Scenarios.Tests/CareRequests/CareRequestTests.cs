using System.Net;
using System.Text.Json.Nodes;

using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Json;
using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Scenarios.Tests.Hosting;
using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Scenarios.Tests.CareRequests;

/// <summary>A request for care from its opening to its end, over HTTP.</summary>
internal sealed class CareRequestTests
{
    private CareHub _sut = null!; // Set before any test runs.

    [OneTimeSetUp]
    public async Task StartAsync() => _sut = await CareRequestsFixture.HubAsync();

    [Test]
    public async Task WholeWay_LinkThenAppointment_CompletesTheRequest()
    {
        var opened = await _sut.PostAsync(_sut.Request(CareHub.Asked[0]));
        Assert.That(opened.Status, Is.EqualTo(HttpStatusCode.Created), System.Text.Encoding.UTF8.GetString(opened.Body));
        var id = opened.Json.Text("id") ?? string.Empty;
        Assert.That(opened.Headers.Location?.ToString(), Is.EqualTo($"{_sut.Hub.FhirBase}/ServiceRequest/{id}"));
        Assert.That(opened.Headers.ETag?.ToString(), Is.EqualTo("W/\"1\""));

        var (status, target) = await CareHub.FollowAsync(CareHub.LinkOf(opened));
        Assert.That(status, Is.EqualTo(HttpStatusCode.SeeOther));
        Assert.That(target?.AbsoluteUri, Does.StartWith($"https://medicalib.sandbox.invalid/demandes/{CareHub.Asked[0]}?").And.Contains(id).And.Contains("origin="));
        Assert.That((await _sut.GetAsync($"fhir/ServiceRequest/{id}")).Json.Text("status"), Is.EqualTo("active"));

        var notice = await _sut.NoticeAsync(CareHub.Asked[0], $"rdv-{id}", "booked");
        Assert.That(notice.Status, Is.EqualTo(HttpStatusCode.Created), System.Text.Encoding.UTF8.GetString(notice.Body));

        var done = await _sut.GetAsync($"fhir/ServiceRequest/{id}");
        Assert.That(done.Json.Text("status"), Is.EqualTo("completed"));
        Assert.That(done.Json.Items("supportingInfo").Single().Text("reference"), Is.EqualTo($"Appointment/{notice.Json.Text("id")}"));
        Assert.That(done.Json.Items("extension"), Is.Empty, "The link is in the first answer alone.");

        var record = (await _sut.GetAsync($"v1/orientations/{id}")).Json;
        Assert.That(record.Items("transitions").Select(static step => step.Text("to")), Is.EqualTo(new[] { "Linked", "Redirected", "Booked" }));
        Assert.That((record.At("orientation")?.Text("kind"), record.At("orientation")?.Text("vendor")), Is.EqualTo(("Marketplace", CareHub.Market)));
    }

    [Test]
    public async Task WholeWay_PendingThenCancelled_ClosesTheRequest()
    {
        var id = await OpenAsync(CareHub.Asked[1]);

        Assert.That((await _sut.NoticeAsync(CareHub.Asked[1], $"rdv-{id}", "pending")).Status, Is.EqualTo(HttpStatusCode.Created));
        Assert.That((await _sut.GetAsync($"fhir/ServiceRequest/{id}")).Json.Text("status"), Is.EqualTo("active"));
        Assert.That((await _sut.NoticeAsync(CareHub.Asked[1], $"rdv-{id}", "cancelled", HttpMethod.Put)).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await _sut.GetAsync($"fhir/ServiceRequest/{id}")).Json.Text("status"), Is.EqualTo("revoked"));
    }

    [Test]
    public async Task Post_Answer_IsCleanR4()
    {
        var opened = await _sut.PostAsync(_sut.Request(CareHub.Asked[2]));
        var read = FhirJson.Read<ServiceRequest>(opened.Body, FhirReadOptions.Default);

        Assert.That(read.Issues, Is.Empty);
        Assert.That(opened.Json.At("subject")?.Items("extension").Single().Text("valueCode"), Is.EqualTo("masked"));
    }

    [Test]
    public async Task Post_SameKeyTwice_IsOneRequestWithOneLink()
    {
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        var body = _sut.Request(CareHub.Asked[3]);

        var first = await _sut.PostAsync(body, key);
        var second = await _sut.PostAsync(body, key);
        var other = await _sut.PostAsync(_sut.Request(CareHub.Asked[2]), key);

        Assert.That((first.Status, second.Status), Is.EqualTo((HttpStatusCode.Created, HttpStatusCode.Created)));
        Assert.That(second.Body, Is.EqualTo(first.Body));
        Assert.That(other.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
    }

    [Test]
    public async Task Post_SameKeyManyTimesAtOnce_OpensOne()
    {
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        var body = _sut.Request(CareHub.Asked[3]).ToJsonString();

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => _sut.PostAsync(JsonNode.Parse(body)!, key))); // The body is an object.

        Assert.That(answers.Select(static answer => answer.Status), Is.All.AnyOf(HttpStatusCode.Created, HttpStatusCode.Conflict));
        Assert.That(answers.Where(static answer => answer.Status == HttpStatusCode.Created).Select(static answer => answer.Json.Text("id")).Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task Post_NobodyTakesRequests_IsRefusedWithASentence()
    {
        var answer = await _sut.PostAsync(_sut.Request(CareHub.NotAsked));

        Assert.That((answer.Status, answer.Issues[0].Text("code")), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "business-rule")));
        Assert.That(answer.Issues[0].Text("diagnostics"), Does.Contain("takes care requests"));
    }

    [Test]
    public async Task Post_UnknownRegulator_IsRefused() =>
        Assert.That((await _sut.PostAsync(_sut.Request(CareHub.Asked[0], Guid.NewGuid().ToString()))).Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));

    [Test]
    public async Task Post_PatientAnywhere_IsRefusedAndNothingIsKept()
    {
        var before = await CountAsync();
        foreach (var (name, json) in new[]
        {
            ("subject", """{"reference":"Patient/MARKER-NAME"}"""), ("subject", """{"display":"MARKER-NAME"}"""), ("note", """[{"text":"MARKER-NAME"}]"""),
            ("contained", """[{"resourceType":"Patient","name":[{"family":"MARKER-NAME"}]}]"""), ("text", """{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">MARKER-NAME</div>"}"""),
        })
        {
            var body = _sut.Request(CareHub.Asked[0]);
            body[name] = JsonNode.Parse(json.Replace("MARKER-NAME", PlantedPerson.Word, StringComparison.Ordinal));
            var answer = await _sut.PostAsync(body);

            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), json);
            Assert.That(System.Text.Encoding.UTF8.GetString(answer.Body), Does.Not.Contain(PlantedPerson.Word).And.Contain(name));
        }

        Assert.That(await CountAsync(), Is.EqualTo(before));
    }

    [TestCase("POST", "fhir/ServiceRequest")]
    [TestCase("GET", "fhir/ServiceRequest")]
    [TestCase("GET", "fhir/ServiceRequest/x")]
    [TestCase("GET", "v1/orientations/statistics")]
    public async Task AnyCall_OfAVendor_IsForbidden(string method, string path) =>
        Assert.That((await _sut.SendAsync(new HttpMethod(method), path, null, ("X-Sas-Vendor", CareHub.Market))).Status, Is.EqualTo(HttpStatusCode.Forbidden));

    [Test]
    public async Task Put_Revoked_TakesTheRequestBackAndItsLinkWithIt()
    {
        var opened = await _sut.PostAsync(_sut.Request(CareHub.Asked[4]));
        var id = opened.Json.Text("id") ?? string.Empty;
        var body = JsonNode.Parse(opened.Body)!.AsObject(); // The answer is an object.
        body["status"] = "revoked";

        Assert.That((await _sut.SendAsync(HttpMethod.Put, $"fhir/ServiceRequest/{id}", body, ("If-Match", "W/\"7\""))).Status, Is.EqualTo(HttpStatusCode.PreconditionFailed));
        var revoked = await _sut.SendAsync(HttpMethod.Put, $"fhir/ServiceRequest/{id}", body, ("If-Match", "W/\"1\""));
        var again = await _sut.SendAsync(HttpMethod.Put, $"fhir/ServiceRequest/{id}", body);

        Assert.That((revoked.Status, revoked.Json.Text("status"), revoked.Headers.ETag?.ToString()), Is.EqualTo((HttpStatusCode.OK, "revoked", "W/\"2\"")));
        Assert.That((again.Status, again.Headers.ETag?.ToString()), Is.EqualTo((HttpStatusCode.OK, "W/\"2\"")));
        Assert.That((await CareHub.FollowAsync(CareHub.LinkOf(opened))).Status, Is.EqualTo(HttpStatusCode.Gone));
    }

    [Test]
    public async Task Put_AnythingElse_ChangesNothing()
    {
        var id = await OpenAsync(CareHub.Asked[4]);
        var other = _sut.Request(CareHub.Asked[0]);
        other["status"] = "revoked";

        Assert.That((await _sut.SendAsync(HttpMethod.Put, $"fhir/ServiceRequest/{id}", other)).Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((await _sut.SendAsync(HttpMethod.Put, $"fhir/ServiceRequest/{id}", _sut.Request(CareHub.Asked[4]))).Headers.ETag?.ToString(), Is.EqualTo("W/\"1\""));
        Assert.That((await _sut.SendAsync(HttpMethod.Put, "fhir/ServiceRequest/nothing", other)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await _sut.SendAsync(HttpMethod.Delete, $"fhir/ServiceRequest/{id}", null)).Status, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
    }

    [Test]
    public async Task Get_KnownVersion_IsNotSentAgain()
    {
        var id = await OpenAsync(CareHub.Asked[4]);

        Assert.That((await _sut.GetAsync($"fhir/ServiceRequest/{id}", ("If-None-Match", "W/\"1\""))).Status, Is.EqualTo(HttpStatusCode.NotModified));
        Assert.That((await _sut.GetAsync("fhir/ServiceRequest/nothing")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Search_ByPractitioner_FindsEachOnceOverPages()
    {
        var practitioner = CareHub.Asked[5];
        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            ids.Add(await OpenAsync(practitioner));
        }

        var found = new List<string?>();
        string? next = $"fhir/ServiceRequest?performer.identifier={IdentifierSystems.NationalPractitioner}%7C{practitioner}&requester:identifier={_sut.Regulator}&status=active&_count=2";
        while (next is not null)
        {
            var page = await _sut.GetAsync(next);
            Assert.That(FhirJson.Read<Bundle>(page.Body, FhirReadOptions.Default).Issues, Is.Empty);
            found.AddRange(page.OfType("ServiceRequest").Select(static request => request.Text("id")));
            next = page.Json.Items("link").Where(static link => link.Text("relation") == "next").Select(static link => link.Text("url")).SingleOrDefault();
        }

        Assert.That(found, Is.EqualTo(ids));
        Assert.That((await _sut.GetAsync($"fhir/ServiceRequest?performer.identifier={practitioner}&status=completed")).Resources, Is.Empty);
        var posted = await _sut.FindAsync([new("performer.identifier", practitioner), new("status", "active")]);
        Assert.That(posted.Resources, Has.Count.EqualTo(ids.Count));
        Assert.That(posted.Json.Items("link").Single().Text("url"), Does.EndWith($"/fhir/ServiceRequest?performer.identifier={practitioner}&status=active"));
        Assert.That((await _sut.GetAsync("fhir/ServiceRequest?_count=x")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Metadata_SearchParameters_AllDecide()
    {
        var id = await OpenAsync(CareHub.Asked[4]);
        var declared = (await _sut.GetAsync("fhir/metadata")).Json.Items("rest").Single().Items("resource").Single(static resource => resource.Text("type") == "ServiceRequest");
        (string Name, string Find, string Miss)[] samples =
        [
            ("_id", id, "nothing"),
            ("requester.identifier", _sut.Regulator, "nobody"),
            ("performer.identifier", CareHub.Asked[4], "800000000000"),
            ("status", "active", "draft"),
            ("_lastUpdated", "ge2026-01-01", "lt2026-01-01"),
        ];

        Assert.That(declared.Items("interaction").Codes(), Is.EqualTo(new[] { "create", "read", "update", "search-type" }));
        Assert.That(declared.Items("searchParam").Select(static parameter => parameter.Text("name")), Is.EqualTo(samples.Select(static sample => sample.Name)));
        foreach (var (name, find, miss) in samples)
        {
            Assert.That((await _sut.GetAsync($"fhir/ServiceRequest?{name}={find}")).Resources, Is.Not.Empty, name);
            Assert.That((await _sut.GetAsync($"fhir/ServiceRequest?{name}={miss}")).Resources, Is.Empty, name);
        }
    }

    private async Task<string> OpenAsync(string practitioner)
    {
        var opened = await _sut.PostAsync(_sut.Request(practitioner));
        Assert.That(opened.Status, Is.EqualTo(HttpStatusCode.Created));
        return opened.Json.Text("id") ?? string.Empty;
    }

    private async Task<int> CountAsync() => (await _sut.GetAsync("v1/orientations?count=250")).Json.Items("items").Count();
}
