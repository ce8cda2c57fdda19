using Sas.Interop.Scenarios.Tests.Hosting;
using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Scenarios.Tests.Regulators;

/// <summary>Bodies that are refused over HTTP: nothing is written, and the outcome names the place.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class RefusedBodyTests
{
    [TestCase("birthDate", "\"1970-01-01\"", 422)]
    [TestCase("gender", "\"female\"", 422)]
    [TestCase("address", """[{"city":"Paris"}]""", 422)]
    [TestCase("photo", """[{"url":"https://x.example/p"}]""", 422)]
    [TestCase("text", """{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">x</div>"}""", 422)]
    [TestCase("extension", """[{"url":"https://x.example/e","valueString":"x"}]""", 422)]
    [TestCase("contained", """[{"resourceType":"Organization","id":"o"}]""", 422)]
    [TestCase("qualification", """[{"code":{"text":"x"}}]""", 422)]
    [TestCase("communication", """[{"text":"x"}]""", 422)]
    [TestCase("active", "\"true\"", 400)]
    [TestCase("identifier", "[]", 400)]
    [TestCase("name", """[{"given":["Anne"]}]""", 400)]
    [TestCase("name", """[{"family":"Exemple"}]""", 400)]
    [TestCase("name", """[{"family":"Exemple","given":["Anne","Béa"]}]""", 400)]
    [TestCase("name", """[{"family":"Exemple","given":["Anne"]},{"family":"Autre","given":["Anne"]}]""", 400)]
    [TestCase("telecom", """[{"system":"email"}]""", 400)]
    [TestCase("telecom", """[{"value":"a@b.example"}]""", 400)]
    [TestCase("telecom", """[{"system":"email","value":"a b@c.example"}]""", 400)]
    [TestCase("telecom", """[{"system":"email","value":"a@b@c.example"}]""", 400)]
    [TestCase("telecom", """[{"system":"email","value":"a@b.example"},{"system":"phone","value":"+33199000001"}]""", 400)]
    public async Task Post_ElementCannotBe_IsRefusedWithItsPlace(string member, string value, int status)
    {
        var hub = await RegulatorsFixture.HubAsync();
        var body = AccountBody.New();
        var answer = await hub.PostAsync(body.With(member, value));

        Assert.That(((int)answer.Status, answer.Type), Is.EqualTo((status, "OperationOutcome")));
        Assert.That(answer.Issues.SelectMany(static issue => issue.Items("expression")).Select(static path => path.GetString()), Has.Some.StartsWith($"Practitioner.{member}"));
        Assert.That((await hub.PutAsync(AccountBody.Technical, body.Value, body.With(member, value))).Status, Is.EqualTo(answer.Status));
        Assert.That((int)(await hub.PostAsync(body.Text())).Status, Is.EqualTo(201), "nothing was written before");
    }

    [Test]
    public async Task Post_NamesAPatient_IsRefusedFirst()
    {
        var hub = await RegulatorsFixture.HubAsync();
        var answer = await hub.PostAsync(AccountBody.New().With("contained", $$"""[{"resourceType":"Patient","id":"{{PlantedPerson.Word}}"}]"""));

        Assert.That((int)answer.Status, Is.EqualTo(422));
        Assert.That(answer.Issues.Select(static issue => issue.Text("code")), Is.All.EqualTo("suppressed"));
    }

    [Test]
    public async Task Post_NumberOfAnInsuredPerson_IsRefused()
    {
        var hub = await RegulatorsFixture.HubAsync();
        var answer = await hub.PostAsync(AccountBody.OfNational("255081416802538", "a@regulation.example").Text());

        Assert.That((int)answer.Status, Is.EqualTo(422));
        Assert.That(System.Text.Encoding.UTF8.GetString(answer.Body), Does.Not.Contain("255081416802538"));
    }

    [Test]
    public async Task Post_ManyFaults_AreAllTold()
    {
        var hub = await RegulatorsFixture.HubAsync();
        var answer = await hub.PostAsync("""{"resourceType":"Practitioner","extension":[{"url":"https://x.example/e","valueBoolean":true}],"telecom":[{"system":"phone","value":"1"}]}""");

        Assert.That((int)answer.Status, Is.EqualTo(400));
        Assert.That(
            answer.Issues.SelectMany(static issue => issue.Items("expression")).Select(static path => path.GetString()),
            Is.EquivalentTo(new[] { "Practitioner.extension", "Practitioner.identifier", "Practitioner.active", "Practitioner.name", "Practitioner.telecom[0].system" }));
    }

    [TestCase("{", 400)]
    [TestCase("""{"resourceType":"Patient"}""", 422)]
    [TestCase("""{"resourceType":"Slot"}""", 400)]
    [TestCase("[]", 400)]
    [TestCase("", 400)]
    public async Task Post_NoAccount_IsRefused(string body, int status)
    {
        var hub = await RegulatorsFixture.HubAsync();
        var answer = await hub.PostAsync(body);

        Assert.That(((int)answer.Status, answer.Type), Is.EqualTo((status, "OperationOutcome")));
    }

    [Test]
    public async Task Post_TooLarge_IsRefused()
    {
        var hub = await RegulatorsFixture.HubAsync();

        Assert.That((int)(await hub.PostAsync(AccountBody.New().Text() + new string(' ', 70_000))).Status, Is.EqualTo(413));
    }

    [TestCase("http://interopsante.org/fhir/CodeSystem/fr-v2-0203", 201)]
    [TestCase("https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0203", 201)]
    [TestCase("http://interopsante.org/CodeSystem/v2-0203", 201)]
    [TestCase("http://terminology.hl7.org/CodeSystem/v2-0203", 400)]
    public async Task Post_TypeOfIdentifier_IsTakenInEachKnownForm(string system, int status)
    {
        var hub = await RegulatorsFixture.HubAsync();
        var answer = await hub.PostAsync(AccountBody.New().Text().Replace("http://interopsante.org/fhir/CodeSystem/fr-v2-0203", system, StringComparison.Ordinal));

        Assert.That((int)answer.Status, Is.EqualTo(status));
        if (status == 201)
        {
            Assert.That(System.Text.Encoding.UTF8.GetString(answer.Body), Does.Contain("http://interopsante.org/fhir/CodeSystem/fr-v2-0203"));
        }
    }

    [Test]
    public async Task Post_StructuresAuthority_IsKeptAsThatOfProfessionals()
    {
        var hub = await RegulatorsFixture.HubAsync();
        var body = AccountBody.OfNational(AccountBody.NewNational(), $"{Guid.NewGuid():N}@regulation.example");
        var answer = await hub.PostAsync((body with { System = "urn:oid:1.2.250.1.71.4.2.2" }).Text());

        Assert.That((int)answer.Status, Is.EqualTo(201));
        Assert.That(answer.Json.Items("identifier").Single().Text("system"), Is.EqualTo(AccountBody.National));
        Assert.That((int)(await hub.PostAsync(body.Text())).Status, Is.EqualTo(409));
    }

    [Test]
    public async Task Post_WithoutSourceAndWithAnotherProfile_IsTaken()
    {
        var hub = await RegulatorsFixture.HubAsync();

        Assert.That((int)(await hub.PostAsync(AccountBody.New().With("meta", """{"profile":["http://sas.fr/fhir/StructureDefinition/FrPractitionerRegul"]}"""))).Status, Is.EqualTo(201));
        Assert.That((int)(await hub.PostAsync(AccountBody.New().With("meta", """{"source":"https://elsewhere.example","profile":["https://elsewhere.example/p"]}"""))).Status, Is.EqualTo(201));
        Assert.That((int)(await hub.PostAsync(AccountBody.New().Without("meta"))).Status, Is.EqualTo(201));
    }
}
