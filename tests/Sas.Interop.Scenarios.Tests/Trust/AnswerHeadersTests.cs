using System.Net;

using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Trust;

/// <summary>Every answer forbids to guess its media type; those of a hub with certificates say that the name speaks https only.</summary>
internal sealed class AnswerHeadersTests
{
    private static readonly string[] Paths = ["/health/live", "/fhir/metadata", "/fhir/Slot", "/fhir/Slot/none", "/v1/editors", "/admin/vendors", "/status", "/redirect/none", "/nothing"];

    [Test]
    public async Task Answers_OverHttps_ForbidGuessingAndPlainHttp()
    {
        using var folder = new TrustFolder();
        await using var hub = await TlsHub.StartAsync(folder);
        using var certificate = folder.Issue(TrustFolder.Platform);
        using var platform = hub.Client(folder.Present(certificate));
        using var nobody = hub.Client(null);

        Answer[] answers = [.. await Task.WhenAll(Paths.Select(platform.GetAsync)), .. await Task.WhenAll(Paths.Select(nobody.GetAsync))];

        Assert.That(answers.Select(static answer => (int)answer.Status).Distinct(), Is.SupersetOf(new[] { 200, 400, 401, 403, 404 }), "all kinds of answers are looked at");
        Assert.That(answers.Select(static answer => (Of(answer, "X-Content-Type-Options"), Of(answer, "Strict-Transport-Security"))), Is.All.EqualTo(("nosniff", "max-age=31536000")));
    }

    [Test]
    public async Task Answers_OfDevelopment_ForbidGuessingAndSayNothingOfHttps()
    {
        var hub = await HubFixture.HubAsync();

        var answers = new List<Answer>();
        foreach (var path in Paths)
        {
            using var response = await hub.Client.GetAsync(new Uri(hub.Root, path));
            answers.Add(await Answer.ReadAsync(response));
        }

        Assert.That(answers.Select(static answer => answer.Status), Has.Some.EqualTo(HttpStatusCode.OK).And.Some.EqualTo(HttpStatusCode.NotFound));
        Assert.That(answers.Select(static answer => (Of(answer, "X-Content-Type-Options"), Of(answer, "Strict-Transport-Security"))), Is.All.EqualTo(("nosniff", (string?)null)));
    }

    private static string? Of(Answer answer, string header) => answer.Headers.TryGetValues(header, out var values) ? string.Join(',', values) : null;
}
