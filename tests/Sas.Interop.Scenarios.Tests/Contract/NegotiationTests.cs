using Sas.Interop.MockVendors.Sandbox;
using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Contract;

/// <summary>Forms in which an answer may be asked for (CONTRACT §3.1, D01), and answers without a body.</summary>
[Parallelizable]
internal sealed class NegotiationTests
{
    private static string Practitioner { get; } = HubFixture.Plan.With(SandboxCase.OnePlace).First().Id;

    [TestCase(null)]
    [TestCase("*/*")]
    [TestCase("application/*")]
    [TestCase("application/json")]
    [TestCase("application/fhir+json")]
    [TestCase("application/json+fhir")]
    [TestCase("Application/FHIR+JSON; fhirVersion=4.0; charset=utf-8")]
    [TestCase("text/html, application/xhtml+xml, */*;q=0.8")]
    [TestCase("application/fhir+xml;q=0.9, application/fhir+json;q=0.1")]
    public async Task Accept_NamesJson_IsAnswered(string? accept) => await ShouldAnswerAsync(await AskAsync(string.Empty, accept));

    [TestCase("application/fhir+xml")]
    [TestCase("text/html")]
    [TestCase("application/fhir+json;q=0")]
    [TestCase("image/*")]
    [TestCase("nonsense")]
    public async Task Accept_LeavesJsonOut_IsRefused(string accept) => ShouldRefuse(await AskAsync(string.Empty, accept));

    [TestCase("json")]
    [TestCase("application/json")]
    [TestCase("application/fhir+json")]
    [TestCase("application/fhir%2Bjson")]
    [TestCase("application/fhir json")]
    [TestCase("application/fhir%20json")]
    [TestCase("application/json+fhir")]
    [TestCase("application%2Fjson%2Bfhir%3B%20charset%3Dutf-8")]
    public async Task Format_NamesJson_GoesBeforeAccept(string format) => await ShouldAnswerAsync(await AskAsync("&_format=" + format, "application/fhir+xml"));

    [TestCase("xml")]
    [TestCase("application/fhir%2Bxml")]
    [TestCase("html/xml")]
    public async Task Format_NamesAnother_IsRefused(string format) => ShouldRefuse(await AskAsync("&_format=" + format, "application/fhir+json"));

    [Test]
    public async Task Format_Empty_SaysNothing() => await ShouldAnswerAsync(await AskAsync("&_format=", "application/fhir+json"));

    [Test]
    public async Task Head_Search_AnswersWithoutBody()
    {
        var hub = await HubFixture.HubAsync();
        var answer = await hub.SendAsync(new HttpRequestMessage(HttpMethod.Head, await UrlAsync(string.Empty)));

        Assert.That((int)answer.Status, Is.EqualTo(200));
        Assert.That(answer.MediaType, Is.EqualTo("application/fhir+json"));
        Assert.That(answer.Body, Is.Empty);
    }

    [Test]
    public async Task Metadata_XmlAsked_IsRefused()
    {
        var hub = await HubFixture.HubAsync();

        ShouldRefuse(await hub.GetAsync("metadata?_format=xml"));
    }

    private static async Task<Answer> AskAsync(string suffix, string? accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, await UrlAsync(suffix));
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        return await (await HubFixture.HubAsync()).SendAsync(request);
    }

    private static async Task<Uri> UrlAsync(string suffix)
    {
        var hub = await HubFixture.HubAsync();
        return new Uri($"{hub.FhirBase}/{SlotSearchUrl.Of(hub.Now, hub.Now.AddHours(72), Practitioner)}{suffix}");
    }

    private static async Task ShouldAnswerAsync(Answer answer)
    {
        var hub = await HubFixture.HubAsync();
        Assert.That((int)answer.Status, Is.EqualTo(200));
        Assert.That(answer.ContentHeaders.ContentType?.ToString(), Is.EqualTo("application/fhir+json; charset=utf-8"));
        Assert.That(answer.OfType("Slot"), Is.Not.Empty);
        Assert.That(answer.Json.Items("link").Select(static link => link.Text("url")).Single(), Does.StartWith(hub.FhirBase + "/Slot?"));
    }

    private static void ShouldRefuse(Answer answer)
    {
        Assert.That((int)answer.Status, Is.EqualTo(406));
        Assert.That(answer.Type, Is.EqualTo("OperationOutcome"));
        Assert.That(answer.Issues.Select(static issue => issue.Text("severity")), Is.EqualTo(new[] { "error" }));
    }
}
