using System.Net;

using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Regulators;

/// <summary>Many callers at the same account.</summary>
internal sealed class AccountRaceTests
{
    private const int Callers = 64;

    [Test]
    public async Task Post_SixtyFourTimesAtOnce_MakesOneAccount()
    {
        var hub = await RegulatorsFixture.HubAsync();
        var body = AccountBody.New().Text();
        var answers = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => hub.PostAsync(body)));

        Assert.That(answers.Count(static answer => answer.Status == HttpStatusCode.Created), Is.EqualTo(1));
        Assert.That(answers.Count(static answer => answer.Status == HttpStatusCode.Conflict), Is.EqualTo(Callers - 1));
    }

    [Test]
    public async Task Put_UnknownAccountSixtyFourTimesAtOnce_MakesOneAccount()
    {
        var hub = await RegulatorsFixture.HubAsync();
        var body = AccountBody.New();
        var answers = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => hub.PutAsync(AccountBody.Technical, body.Value, body.Text())));

        Assert.That(answers.Count(static answer => answer.Status == HttpStatusCode.Created), Is.EqualTo(1));
        Assert.That(answers.Count(static answer => answer.Status == HttpStatusCode.OK), Is.EqualTo(Callers - 1));
        Assert.That(answers.Select(static answer => answer.Headers.Location).Distinct().Count(), Is.EqualTo(1));
        Assert.That(answers.Select(static answer => answer.Headers.ETag?.ToString()), Is.All.EqualTo("W/\"1\""));
    }

    [Test]
    public async Task Put_DifferentStatesAtOnce_AllBecomeVersions()
    {
        var hub = await RegulatorsFixture.HubAsync();
        var body = AccountBody.New();
        await hub.PostAsync(body.Text());
        var answers = await Task.WhenAll(Enumerable.Range(0, Callers).Select(number => hub.PutAsync(AccountBody.Technical, body.Value, (body with { Given = $"Anne {number}" }).Text())));

        Assert.That(answers.Select(static answer => answer.Json.At("meta")?.Text("versionId")).Order(), Is.EqualTo(Enumerable.Range(2, Callers).Select(static version => $"{version}").Order()));
    }

    [Test]
    public async Task Put_IfMatchAtOnce_OneWins()
    {
        var hub = await RegulatorsFixture.HubAsync();
        var body = AccountBody.New();
        await hub.PostAsync(body.Text());
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(number => hub.PutAsync(AccountBody.Technical, body.Value, (body with { Given = $"Anne {number}" }).Text(), ("If-Match", "W/\"1\""))));

        Assert.That(answers.Count(static answer => answer.Status == HttpStatusCode.OK), Is.EqualTo(1));
        Assert.That(answers.Count(static answer => answer.Status == HttpStatusCode.PreconditionFailed), Is.EqualTo(15));
    }
}
