using System.Net;

using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.TestKit;

namespace Sas.Interop.Adapters.Tests.FhirStandard;

[TestFixture]
[Parallelizable]
internal sealed class FhirSearchTests
{
    [TestCase("https://vendor.example/fhir/Slot?page=2")]
    [TestCase("?page=2")]
    [TestCase("/fhir/Slot?page=2")]
    public async Task RunAsync_NextOnTheSameHost_IsFollowed(string next)
    {
        var handler = new ScriptedHttpHandler()
            .Json("page=2", FhirSamples.Searchset(FhirSamples.Slot("b", "s1", 4)))
            .Json("/Slot?", Page(next, [FhirSamples.Slot("a", "s1"), .. FhirSamples.Agenda()]));

        var results = await FhirPulls.PullAsync(handler, "{}");

        Assert.That(results.Single().Outcome.Value?.Coverage.Complete, Is.True);
        Assert.That(FhirPulls.Slots(results[0].Outcome.Value).Select(static slot => slot.VendorKey), Is.EqualTo(new[] { "a", "b" }));
        Assert.That(handler.Requests[1].Url, Is.EqualTo("https://vendor.example/fhir/Slot?page=2"));
    }

    [Test]
    public async Task RunAsync_NextOnAnAllowedHost_IsFollowedWithoutTheSecret()
    {
        var handler = new ScriptedHttpHandler()
            .Json("page=2", FhirSamples.Searchset(FhirSamples.Slot("b", "s1", 4)))
            .Json("/Slot?", Page("https://pages.vendor.example/2?page=2", [FhirSamples.Slot("a", "s1"), .. FhirSamples.Agenda()]));
        await using var adapter = FhirPulls.Adapter(handler, authorization: "Bearer s3cret", allowedHosts: ["*.vendor.example"]);
        var results = new List<PullResult>();

        await foreach (var result in ((ISlotSource)adapter).PullAsync(new PullRequest([new PullTarget { Owner = FhirSamples.Owner }], FhirSamples.Window), CancellationToken.None))
        {
            results.Add(result);
        }

        Assert.That(results.Single().Outcome.Value?.Coverage.Complete, Is.True);
        Assert.That(handler.Requests.Select(static request => request.Headers.ContainsKey("Authorization")), Is.EqualTo(new[] { true, false }));
        Assert.That(handler.Requests[1].Url, Is.EqualTo("https://pages.vendor.example/2?page=2"));
    }

    [TestCase("https://elsewhere.example/fhir/Slot?page=2", TestName = "another host")]
    [TestCase("http://vendor.example/fhir/Slot?page=2", TestName = "another scheme")]
    [TestCase("https://vendor.example:8443/fhir/Slot?page=2", TestName = "another port")]
    [TestCase("//elsewhere.example/fhir/Slot?page=2", TestName = "another host in a relative address")]
    [TestCase("https://vendor.example@elsewhere.example/", TestName = "the host as a user name")]
    public async Task RunAsync_NextElsewhere_KeepsWhatWasReadAndCoversNothing(string next)
    {
        var handler = new ScriptedHttpHandler().Json("/fhir/", Page(next, [FhirSamples.Slot("a", "s1"), .. FhirSamples.Agenda()]));

        var results = await FhirPulls.PullAsync(handler, "{}");

        Assert.That(handler.Requests, Has.Count.EqualTo(1));
        AssertIncomplete(results, HubErrorCode.VendorAddressRefused, 1);
    }

    [Test]
    public async Task RunAsync_NextIsNoAddress_KeepsWhatWasReadAndCoversNothing()
    {
        var handler = new ScriptedHttpHandler().Json("/fhir/", Page("https://", [FhirSamples.Slot("a", "s1"), .. FhirSamples.Agenda()]));

        var results = await FhirPulls.PullAsync(handler, "{}");

        Assert.That(handler.Requests, Has.Count.EqualTo(1));
        AssertIncomplete(results, HubErrorCode.VendorInvalidValue, 1);
    }

    [Test]
    public async Task RunAsync_PageThatLeadsToItself_Ends()
    {
        var handler = new ScriptedHttpHandler().Json("page=2", Page("?page=2", [])).Json("/fhir/", Page("?page=2", [FhirSamples.Slot("a", "s1"), .. FhirSamples.Agenda()]));

        var results = await FhirPulls.PullAsync(handler, "{}");

        Assert.That(handler.Requests, Has.Count.EqualTo(2));
        AssertIncomplete(results, HubErrorCode.VendorInvalidValue, 1);
    }

    [Test]
    public async Task RunAsync_PagesWithoutEnd_StopAtTheBound()
    {
        var page = 0;
        var handler = new ScriptedHttpHandler().Answer("/fhir/", () => ScriptedHttpHandler.JsonResponse(Page("?page=" + ++page, [FhirSamples.Slot("a" + page, "s1", page), .. FhirSamples.Agenda()])));

        var results = await FhirPulls.PullAsync(handler, """{"maxPages": 3}""");

        Assert.That(handler.Requests, Has.Count.EqualTo(3));
        AssertIncomplete(results, HubErrorCode.VendorTooLarge, 3);
    }

    [Test]
    public async Task RunAsync_SecondPageFails_KeepsTheFirst()
    {
        var handler = new ScriptedHttpHandler()
            .Answer("page=2", static () => new HttpResponseMessage(HttpStatusCode.InternalServerError))
            .Json("/fhir/", Page("?page=2", [FhirSamples.Slot("a", "s1"), .. FhirSamples.Agenda()]));

        AssertIncomplete(await FhirPulls.PullAsync(handler, "{}"), HubErrorCode.VendorFailed, 1);
    }

    [Test]
    public async Task RunAsync_SecondPageDamaged_LeavesNoneOfItBehind()
    {
        var second = FhirSamples.Searchset(FhirSamples.Slot("b", "s1", 4));
        var handler = new ScriptedHttpHandler().Json("page=2", second[..^2]).Json("/fhir/", Page("?page=2", [FhirSamples.Slot("a", "s1"), .. FhirSamples.Agenda()]));

        AssertIncomplete(await FhirPulls.PullAsync(handler, "{}"), HubErrorCode.VendorTruncated, 1);
    }

    [Test]
    public async Task PullAsync_FaultOfTheAssociations_LeavesThePractitionersAlone()
    {
        var handler = new ScriptedHttpHandler()
            .Json("/Slot?", FhirSamples.Searchset([FhirSamples.Slot("a", "s1"), .. FhirSamples.Agenda()]))
            .Answer("/Schedule?", static () => new HttpResponseMessage(HttpStatusCode.BadGateway));

        var results = await FhirPulls.PullAsync(handler, "{}", FhirSamples.SosOwner, FhirSamples.Owner);

        Assert.That(results.Select(static result => (result.Target.Owner, result.Outcome.Error?.Code, result.Outcome.Value?.Coverage.Complete)), Is.EqualTo(new[]
        {
            (FhirSamples.Owner, (HubErrorCode?)null, (bool?)true), (FhirSamples.SosOwner, HubErrorCode.VendorFailed, null),
        }));
    }

    [Test]
    public async Task PullAsync_AnswerWithLastModified_TellsTheTimeOfTheData()
    {
        var handler = new ScriptedHttpHandler().Answer("/fhir/", static () =>
        {
            var answer = ScriptedHttpHandler.JsonResponse(FhirSamples.Searchset([]));
            answer.Content.Headers.LastModified = FhirSamples.Now.AddMinutes(-3);
            return answer;
        });

        Assert.That((await FhirPulls.PullAsync(handler, "{}")).Single().Outcome.Value?.DataTime, Is.EqualTo(FhirSamples.Now.AddMinutes(-3)));
    }

    private static void AssertIncomplete(IReadOnlyList<PullResult> results, HubErrorCode expected, int slots)
    {
        Assert.That(results, Has.Count.EqualTo(2));
        Assert.That(results[0].Outcome.Value?.Coverage.Complete, Is.False);
        Assert.That(FhirPulls.Slots(results[0].Outcome.Value), Has.Count.EqualTo(slots));
        Assert.That(results[1].Outcome.Error?.Code, Is.EqualTo(expected));
    }

    private static string Page(string next, IEnumerable<Resource> resources) =>
        FhirSamples.Json(FhirSamples.Bundle("searchset", resources) with { Link = [new BundleLink { Relation = "next", Url = next }] });
}
