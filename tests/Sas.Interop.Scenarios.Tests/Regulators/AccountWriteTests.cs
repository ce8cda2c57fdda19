using System.Net;

using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Contracts.Fhir.Validation;
using Sas.Interop.Hub.Fhir.Validate;
using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Regulators;

/// <summary>What INT_R02 says of accounts beyond the rows of the kit (CONTRACT §4.1, §4.2, D23 to D26, D52 to D54).</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class AccountWriteTests
{
    private const string National = AccountBody.National;
    private const string Technical = AccountBody.Technical;

    [Test]
    public async Task Post_NewAccount_IsStoredInTheStrictFormAndRead()
    {
        var hub = await RegulatorsFixture.HubAsync();
        var body = AccountBody.New();
        var created = await hub.PostAsync(body.Text());

        Assert.That(created.Status, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(created.MediaType, Is.EqualTo("application/fhir+json"));
        Assert.That(created.Headers.ETag?.ToString(), Is.EqualTo("W/\"1\""));
        Assert.That(created.ContentHeaders.LastModified, Is.Not.Null);
        var read = await hub.Hub.GetAsync(Path(created));
        Assert.That(read.Body, Is.EqualTo(created.Body));
        Assert.That(read.Headers.ETag?.ToString(), Is.EqualTo("W/\"1\""));
        var verdict = new FhirValidator(hub.Hub.Resolve<DefinitionShelf>().Definitions)
            .Validate(read.Body, new ValidationRequest { ResourceType = "Practitioner", Profiles = [ProfileUrls.PractitionerRegulator] });
        Assert.That(verdict.Issues.Where(static issue => issue.IsError), Is.Empty);
        Assert.That(read.Json.At("meta")?.Text("source"), Is.EqualTo(Technical));
    }

    [Test]
    public async Task Read_Account_CanBeConditional()
    {
        var hub = await RegulatorsFixture.HubAsync();
        var created = await hub.PostAsync(AccountBody.New().Text());

        Assert.That((await ReadAsync(hub, created, ("If-None-Match", "W/\"1\""))).Status, Is.EqualTo(HttpStatusCode.NotModified));
        Assert.That((await ReadAsync(hub, created, ("If-None-Match", "W/\"2\""))).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await ReadAsync(hub, created, ("If-Modified-Since", created.ContentHeaders.LastModified?.ToString("R") ?? string.Empty))).Status, Is.EqualTo(HttpStatusCode.NotModified));
        Assert.That((await ReadAsync(hub, created, ("Accept", "text/html"))).Status, Is.EqualTo(HttpStatusCode.NotAcceptable));
        Assert.That((await hub.Hub.GetAsync($"Practitioner/{new string('0', 32)}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await hub.Hub.GetAsync($"Practitioner/{new string('X', 32)}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Post_ReturnMinimal_AnswersNothing()
    {
        var hub = await RegulatorsFixture.HubAsync();
        var created = await hub.PostAsync(AccountBody.New().Text(), ("Prefer", "return=minimal"));

        Assert.That(created.Status, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(created.Body, Is.Empty);
        Assert.That(created.Headers.Location, Is.Not.Null);
    }

    [Test]
    public async Task Post_IfNoneExist_GivesTheOneThatIsThere()
    {
        var hub = await RegulatorsFixture.HubAsync();
        var body = AccountBody.New();
        var condition = ("If-None-Exist", $"identifier={Uri.EscapeDataString($"{Technical}|{body.Value}")}");
        var first = await hub.PostAsync(body.Text(), condition);
        var second = await hub.PostAsync((body with { Family = "Autre" }).Text(), condition);

        Assert.That((first.Status, second.Status), Is.EqualTo((HttpStatusCode.Created, HttpStatusCode.OK)));
        Assert.That(second.Headers.Location, Is.EqualTo(first.Headers.Location));
        Assert.That(second.Body, Is.EqualTo(first.Body));
        Assert.That((await hub.PostAsync(body.Text(), ("If-None-Exist", "family=x"))).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Put_NothingChanges_WritesNoVersion()
    {
        var hub = await RegulatorsFixture.HubAsync();
        var body = AccountBody.New();
        var created = await hub.PostAsync(body.Text());
        var same = await hub.PutAsync(Technical, body.Value, body.Text());
        var other = await hub.PutAsync(Technical, body.Value, (body with { Given = "Béa" }).Text());

        Assert.That((same.Status, same.Headers.ETag?.ToString()), Is.EqualTo((HttpStatusCode.OK, "W/\"1\"")));
        Assert.That((other.Status, other.Headers.ETag?.ToString()), Is.EqualTo((HttpStatusCode.OK, "W/\"2\"")));
        Assert.That(other.Headers.Location, Is.EqualTo(created.Headers.Location));
        Assert.That(other.Json.At("meta")?.Text("versionId"), Is.EqualTo("2"));
    }

    [Test]
    public async Task Put_IfMatch_GuardsTheVersion()
    {
        var hub = await RegulatorsFixture.HubAsync();
        var body = AccountBody.New();
        await hub.PostAsync(body.Text());

        Assert.That((await hub.PutAsync(Technical, body.Value, (body with { Given = "Béa" }).Text(), ("If-Match", "W/\"2\""))).Status, Is.EqualTo(HttpStatusCode.PreconditionFailed));
        Assert.That((await hub.PutAsync(Technical, body.Value, (body with { Given = "Béa" }).Text(), ("If-Match", "W/\"1\""))).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await hub.PutAsync(Technical, "nobody-" + body.Value, AccountBody.New().Text(), ("If-Match", "*"))).Status, Is.EqualTo(HttpStatusCode.PreconditionFailed));
        Assert.That((await hub.PutAsync(Technical, body.Value, body.Text(), ("If-Match", "three"))).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Put_IdentifierChanges_OldOnesStillLeadThere()
    {
        var hub = await RegulatorsFixture.HubAsync();
        var technical = AccountBody.New();
        var national = AccountBody.OfNational(AccountBody.NewNational(), technical.Mail);
        var created = await hub.PostAsync(technical.Text());
        var moved = await hub.PutAsync(Technical, technical.Value, national.Text());
        var byOld = await hub.PutAsync(Technical, technical.Value, (national with { Given = "Béa" }).Text());
        var byNew = await hub.PutAsync(National, national.Value, (national with { Given = "Cléa" }).Text());

        Assert.That(new[] { moved, byOld, byNew }.Select(static answer => answer.Headers.Location), Is.All.EqualTo(created.Headers.Location));
        Assert.That(byNew.Json.Identifier(), Is.EqualTo(national.Value));
        Assert.That(byNew.Headers.ETag?.ToString(), Is.EqualTo("W/\"4\""));

        // The old create come again, with the mail of the account that keeps the identifier as an alias.
        Assert.That((await hub.PostAsync(technical.Text())).Status, Is.EqualTo(HttpStatusCode.Conflict));

        // Somebody else with that identifier takes it over.
        var other = await hub.PostAsync((technical with { Mail = "other." + technical.Mail }).Text());
        Assert.That(other.Status, Is.EqualTo(HttpStatusCode.Created));
        Assert.That((await hub.PutAsync(Technical, technical.Value, (technical with { Mail = "other." + technical.Mail }).Text())).Headers.Location, Is.EqualTo(other.Headers.Location));
    }

    [Test]
    public async Task Put_BothIdentifiers_AreBothCurrent()
    {
        var hub = await RegulatorsFixture.HubAsync();
        var body = AccountBody.New();
        var national = AccountBody.NewNational();
        var json = body.Json();
        json["identifier"]?.AsArray().Add(AccountBody.Identifier(IdentifierTypeCodes.NationalPractitioner, National, national));
        var created = await hub.PutAsync(Technical, body.Value, json.ToJsonString());

        Assert.That(created.Status, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(created.Json.Items("identifier").Select(static identifier => identifier.Text("value")), Is.EqualTo(new[] { national, body.Value }));
        Assert.That((await hub.PostAsync(AccountBody.OfNational(national, "x" + body.Mail).Text())).Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That((await hub.PostAsync((body with { Mail = "y" + body.Mail }).Text())).Status, Is.EqualTo(HttpStatusCode.Conflict));
    }

    [Test]
    public async Task Put_IdentifierOfAnotherActiveAccount_IsRefused()
    {
        var hub = await RegulatorsFixture.HubAsync();
        var (one, two) = (AccountBody.New(), AccountBody.New());
        await hub.PostAsync(one.Text());
        var created = await hub.PostAsync(two.Text());
        var refused = await hub.PutAsync(Technical, two.Value, (one with { Mail = two.Mail }).Text());

        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(refused.Issues.Select(static issue => issue.Text("code")), Is.EqualTo(new[] { "duplicate" }));
        Assert.That((await hub.Hub.GetAsync(Path(created))).Body, Is.EqualTo(created.Body));
    }

    [Test]
    public async Task Put_UnknownCriterionOfAKnownAccount_IsThatAccount()
    {
        var hub = await RegulatorsFixture.HubAsync();
        var body = AccountBody.New();
        var created = await hub.PostAsync(body.Text());
        var criterion = AccountBody.NewNational();
        var updated = await hub.PutAsync(National, criterion, (body with { Given = "Béa" }).Text());
        var again = await hub.PutAsync(National, criterion, (body with { Given = "Cléa" }).Text());

        Assert.That((updated.Status, again.Status), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.OK)));
        Assert.That(new[] { updated, again }.Select(static answer => answer.Headers.Location), Is.All.EqualTo(created.Headers.Location));
    }

    [Test]
    public async Task Put_UnknownAndNotEntitled_IsAnInactiveAccountThatCanComeBack()
    {
        var hub = await RegulatorsFixture.HubAsync();
        var body = AccountBody.New();
        var created = await hub.PutAsync(Technical, body.Value, (body with { Active = false }).Text());
        var back = await hub.PutAsync(Technical, body.Value, body.Text());

        Assert.That((created.Status, back.Status), Is.EqualTo((HttpStatusCode.Created, HttpStatusCode.OK)));
        Assert.That(back.Json.At("active")?.GetBoolean(), Is.True);
    }

    [TestCase("")]
    [TestCase("?identifier=")]
    [TestCase("?identifier=urn:oid:1.2.250.1.213.3.6")]
    [TestCase("?identifier=urn:oid:1.2.250.1.213.3.6%7C")]
    [TestCase("?identifier=%7Cx")]
    [TestCase("?identifier=urn:oid:1.2.3%7Cx")]
    [TestCase("?identifier=urn:oid:1.2.250.1.213.3.6%7Cx%20y")]
    [TestCase("?identifier=urn:oid:1.2.250.1.213.3.6%7Cx%00")]
    [TestCase("?identifier=urn:oid:1.2.250.1.213.3.6%7Cx%7Cy")]
    [TestCase("?identifier:exact=urn:oid:1.2.250.1.213.3.6%7Cx")]
    [TestCase("?identifier=urn:oid:1.2.250.1.213.3.6%7Cx&active=true")]
    public async Task Put_CriterionCannotBeUsed_IsRefused(string query) => await RefusedAsync(query, HttpStatusCode.BadRequest);

    [TestCase("?identifier=urn:oid:1.2.250.1.213.3.6%7Cx&identifier=urn:oid:1.2.250.1.213.3.6%7Cy")]
    [TestCase("?identifier=urn:oid:1.2.250.1.213.3.6%7Cx,urn:oid:1.2.250.1.213.3.6%7Cy")]
    public async Task Put_CriterionNamesSeveral_IsRefused(string query) => await RefusedAsync(query, HttpStatusCode.PreconditionFailed);

    [TestCase("{0}%7C{1}")]
    [TestCase("{0}|{1}")]
    [TestCase("urn%3aoid%3a1%2E2.250.1.71.4.2.1%7C{1}")]
    [TestCase("urn:oid:1.2.250.1.71.4.2.2%7C{1}")]
    public async Task Put_CriterionInAnyEncoding_LeadsToTheAccount(string form)
    {
        var hub = await RegulatorsFixture.HubAsync();
        var body = AccountBody.OfNational(AccountBody.NewNational(), $"{Guid.NewGuid():N}@regulation.example");
        var created = await hub.PostAsync(body.Text());
        foreach (var value in new[] { body.Value, Uri.EscapeDataString(body.Value) })
        {
            var updated = await hub.PutAsync($"?Identifier={string.Format(null, form, National, value)}", body.Text());

            Assert.That((updated.Status, updated.Headers.Location), Is.EqualTo((HttpStatusCode.OK, created.Headers.Location)));
        }
    }

    [Test]
    public async Task Routes_OfThatType_OfferWhatTheyShould()
    {
        var hub = await RegulatorsFixture.HubAsync();
        var body = AccountBody.New();
        var created = await hub.PostAsync(body.Text());

        foreach (var (method, path) in new[] { (HttpMethod.Put, "fhir/" + Path(created)), (HttpMethod.Delete, "fhir/" + Path(created)), (HttpMethod.Delete, "fhir/Practitioner"), (HttpMethod.Put, "fhir/Practitioner/810000000017") })
        {
            var answer = await hub.SendAsync(method, path, body.Text());
            Assert.That((answer.Status, answer.Type), Is.EqualTo((HttpStatusCode.MethodNotAllowed, "OperationOutcome")), $"{method} {path}");
        }

        var found = await hub.Platform.SendAsync(HttpMethod.Post, "fhir/Practitioner/_search", new FormUrlEncodedContent([new("identifier", body.Value)]));
        Assert.That((found.Status, found.Entries.Count), Is.EqualTo((HttpStatusCode.OK, 0)));
    }

    private static string Path(Answer created) => $"Practitioner/{created.Json.Text("id")}";

    private static Task<Answer> ReadAsync(RegulatorHub hub, Answer created, params (string Name, string Value)[] headers) =>
        hub.SendAsync(HttpMethod.Get, "fhir/" + Path(created), null, headers);

    private static async Task RefusedAsync(string query, HttpStatusCode status)
    {
        var hub = await RegulatorsFixture.HubAsync();
        var answer = await hub.PutAsync(query, AccountBody.New().Text());

        Assert.That((answer.Status, answer.Type), Is.EqualTo((status, "OperationOutcome")));
        Assert.That(answer.Issues[0].Text("diagnostics"), Does.Contain("identifier").Or.Contain("criterion"));
    }
}
