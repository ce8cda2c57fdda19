using System.Globalization;
using System.Net;
using System.Text;

using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Json;
using Sas.Interop.Scenarios.Tests.Hosting;
using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Scenarios.Tests.Push;

/// <summary>Pushes that are refused: whole, with every fault named, and without any effect.</summary>
[Parallelizable]
internal sealed class PushFaultTests
{
    private PushHub _sut = null!; // Set before any test runs.

    [OneTimeSetUp]
    public async Task StartAsync() => _sut = await PushHub.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _sut.DisposeAsync();

    [TestCase(null, 401)]
    [TestCase("", 401)]
    [TestCase("nobody", 401)]
    [TestCase("../etc", 401)]
    [TestCase(PushHub.Polled, 403)]
    [TestCase(PushHub.Off, 403)]
    public async Task Push_OfAnotherSender_IsRefused(string? vendor, int status)
    {
        var agenda = _sut.NewAgenda();

        var answer = await _sut.PushAsync(Json(agenda.With(_sut.At(1, 8))), vendor);

        ShouldBe(answer, status);
        Assert.That(await _sut.StartsAsync(agenda.National), Is.Empty);
    }

    [TestCase("application/xml")]
    [TestCase("text/plain; charset=utf-8")]
    [TestCase("multipart/form-data; boundary=x")]
    public async Task Push_OfAnotherMediaType_IsRefused(string mediaType) =>
        ShouldBe(await _sut.PushAsync(Json(_sut.NewAgenda().Empty()), PushHub.Pushes, mediaType), 415);

    [TestCase("application/json")]
    [TestCase("application/json+fhir")]
    [TestCase("application/fhir+json; charset=utf-8; fhirVersion=4.0")]
    public async Task Push_OfAnyNameOfFhirJson_IsTaken(string mediaType) =>
        Assert.That((await _sut.PushAsync(Json(_sut.NewAgenda().Empty()), PushHub.Pushes, mediaType)).Status, Is.EqualTo(HttpStatusCode.OK));

    [TestCase(true)]
    [TestCase(false)]
    public async Task Push_TooLarge_IsRefusedWithOrWithoutLength(bool withLength)
    {
        var agenda = _sut.NewAgenda();
        var body = Json(agenda.With(Enumerable.Range(0, 2000).Select(number => _sut.At(1, 0).AddMinutes(number))));
        Assert.That(body, Has.Length.GreaterThan(PushHub.MaxBodyBytes));

        var answer = await _sut.PushAsync(withLength ? new ByteArrayContent(body) : new StreamContent(new LengthlessStream(body)), PushHub.Pushes, "application/fhir+json");

        ShouldBe(answer, 413);
        Assert.That(await _sut.StartsAsync(agenda.National), Is.Empty);
    }

    [Test]
    public async Task Push_TooDeep_IsRefused()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"extension\":[", 100)) + "{\"url\":\"x\"}" + string.Concat(Enumerable.Repeat("]}", 100));

        ShouldBe(await _sut.PushAsync(Encoding.UTF8.GetBytes($$"""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{{deep}}}]}""")), 413);
    }

    [TestCase("")]
    [TestCase(" ")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("\"Bundle\"")]
    [TestCase("{}")]
    [TestCase("<Bundle/>")]
    [TestCase("""{"resourceType":"Patient"}""")]
    [TestCase("""{"resourceType":"Bundle"}""")]
    [TestCase("""{"resourceType":"Bundle","type":"collection","entry":{}}""")]
    [TestCase("""{"resourceType":"Bundle","type":"collection","entry":[7]}""")]
    [TestCase("""{"resourceType":"Bundle","type":"collection","entry":[{}]}""")]
    [TestCase("""{"resourceType":"Bundle","type":"collection"}}""")]
    [TestCase("""{"resourceType":"Bundle","type":"collection","type":"transaction"}""")]
    public async Task Push_NoBundle_IsRefused(string body)
    {
        var answer = await _sut.PushAsync(Encoding.UTF8.GetBytes(body));

        Assert.That((int)answer.Status, Is.EqualTo(400).Or.EqualTo(422));
        Assert.That(answer.Issues.Select(static issue => issue.Text("severity")), Does.Contain("error"));
    }

    [TestCase(0.1)]
    [TestCase(0.5)]
    [TestCase(0.99)]
    public async Task Push_Truncated_AppliesNothing(double part)
    {
        var (agenda, before) = await PrepareAsync();
        var body = Json(agenda.With(_sut.At(2, 8), _sut.At(2, 9)));

        var answer = await _sut.PushAsync(body[..(int)(body.Length * part)]);

        ShouldBe(answer, 400);
        Assert.That(await _sut.EntriesAsync(agenda.National), Is.EqualTo(before));
    }

    [Test]
    public async Task Push_OneFaultInManyEntries_AppliesNothingAndNamesPathLineAndRule()
    {
        var (agenda, before) = await PrepareAsync();
        var resources = agenda.With(_sut.At(2, 8), _sut.At(2, 9), _sut.At(2, 10)).ToArray();
        resources[4] = ((Slot)resources[4]) with { End = null };
        var lines = EntriesOnLines(resources);

        var answer = await _sut.PushAsync(Encoding.UTF8.GetBytes(lines));

        ShouldBe(answer, 400);
        var issue = answer.Issues.Single();
        Assert.That(issue.Items("expression").Select(static path => path.GetString()), Is.EqualTo(new[] { "Bundle.entry[4].resource.end" }));
        Assert.That(issue.Text("code"), Is.EqualTo("required"));
        Assert.That(issue.Text("diagnostics"), Does.Contain("rule required").And.Contain("line 6,"));
        Assert.That(await _sut.EntriesAsync(agenda.National), Is.EqualTo(before));
    }

    [Test]
    public async Task Push_SeveralFaults_NamesThemAll()
    {
        var agenda = _sut.NewAgenda();
        var first = agenda.Slot(_sut.At(1, 8), 0) with { Schedule = new Reference { Reference = "Schedule/none" } };
        var second = agenda.Slot(_sut.At(1, 9), 0) with { End = new FhirInstant(_sut.At(1, 7)) };
        var third = agenda.Slot(_sut.At(1, 10), 0) with { Status = null };

        var answer = await _sut.PushAsync([.. agenda.Empty(), first, second, third]);

        Assert.That(
            answer.Issues.SelectMany(static issue => issue.Items("expression")).Select(static path => path.GetString()),
            Is.SupersetOf(new[] { "Bundle.entry[3].resource.schedule", "Bundle.entry[4].resource.end", "Bundle.entry[5].resource.status" }));
        Assert.That(await _sut.StartsAsync(agenda.National), Is.Empty);
    }

    [TestCase("\"resourceType\":\"Slot\"", "\"resourceType\":\"Slot\",\"extension\":[{\"url\":\"https://vendor.example/x\",\"valueReference\":{\"reference\":\"Patient/7\"}}]")]
    [TestCase("\"resourceType\":\"Slot\"", "\"resourceType\":\"Slot\",\"patient\":{\"display\":\"someone\"}")]
    [TestCase("\"resourceType\":\"Slot\"", "\"resourceType\":\"Slot\",\"contained\":[{\"resourceType\":\"Patient\",\"id\":\"p\"}]")]
    [TestCase("\"resourceType\":\"Slot\"", "\"resourceType\":\"Slot\",\"unknown\":{\"deep\":[{\"reference\":\"https://vendor.example/fhir/Patient/7\"}]}")]
    [TestCase("\"resourceType\":\"Slot\"", "\"resourceType\":\"Slot\",\"extension\":[{\"url\":\"x\",\"valueReference\":{\"type\":\"RelatedPerson\",\"display\":\"someone\"}}]")]
    public async Task Push_PatientData_IsRefusedWithItsPath(string text, string replacement)
    {
        var (agenda, before) = await PrepareAsync();
        var planted = replacement.Replace("someone", PlantedPerson.Word, StringComparison.Ordinal).Replace("Patient/7", $"Patient/{PlantedPerson.Word}", StringComparison.Ordinal);
        var body = Encoding.UTF8.GetString(Json(agenda.With(_sut.At(2, 8)))).Replace(text, planted, StringComparison.Ordinal);

        var answer = await _sut.PushAsync(Encoding.UTF8.GetBytes(body));

        ShouldBe(answer, 422);
        var issue = answer.Issues.First(static issue => issue.Text("code") == "suppressed");
        Assert.That(issue.Items("expression").Select(static path => path.GetString()).Single(), Does.StartWith("Bundle.entry[3].resource"));
        Assert.That(issue.Text("diagnostics"), Does.Contain("rule patient-data").And.Not.Contain(PlantedPerson.Word));
        Assert.That(await _sut.EntriesAsync(agenda.National), Is.EqualTo(before));
    }

    [TestCase("batch")]
    [TestCase("message")]
    public async Task Push_OtherTypeOfBundle_IsRefused(string type) => ShouldBe(await _sut.PushAsync(_sut.NewAgenda().Empty(), type), 422);

    [Test]
    public async Task Push_DeleteInATransaction_IsRefused()
    {
        var (agenda, before) = await PrepareAsync();
        var bundle = PushHub.BundleOf(agenda.With(_sut.At(2, 8)), "transaction");
        var delete = new BundleEntry { Request = new BundleEntryRequest { Method = "DELETE", Url = "Slot/1" } };

        var answer = await _sut.PushAsync(FhirJson.ToUtf8(bundle with { Entry = [.. bundle.Entry ?? [], delete] }));

        ShouldBe(answer, 422);
        Assert.That(await _sut.EntriesAsync(agenda.National), Is.EqualTo(before));
    }

    private static byte[] Json(IEnumerable<Resource> resources) => FhirJson.ToUtf8(PushHub.BundleOf(resources, "collection"));

    /// <summary>The entry with number n stands alone on line n + 2.</summary>
    private static string EntriesOnLines(IEnumerable<Resource> resources)
    {
        var entries = resources.Select(static resource =>
            string.Create(CultureInfo.InvariantCulture, $$"""{"fullUrl":"https://vendor.example/fhir/{{resource}}","resource":{{Encoding.UTF8.GetString(FhirJson.ToUtf8(resource))}}}"""));
        return "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[\n" + string.Join(",\n", entries) + "\n]}";
    }

    private static void ShouldBe(Answer answer, int status)
    {
        Assert.That((int)answer.Status, Is.EqualTo(status));
        Assert.That(answer.Type, Is.EqualTo("OperationOutcome"));
        Assert.That(answer.MediaType, Is.EqualTo("application/fhir+json"));
        Assert.That(answer.Issues.Select(static issue => issue.Text("severity")), Does.Contain("error"));
    }

    private async Task<(PushedAgenda Agenda, string Entries)> PrepareAsync()
    {
        var agenda = _sut.NewAgenda();
        await _sut.PushAsync(agenda.With(_sut.At(1, 8)));
        var entries = await _sut.EntriesAsync(agenda.National);
        Assert.That(entries, Is.Not.Empty);
        return (agenda, entries);
    }
}
