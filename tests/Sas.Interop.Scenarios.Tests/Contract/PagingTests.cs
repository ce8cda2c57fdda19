using System.Text.Json;

using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Contract;

/// <summary>Pages of INT_R01, and no pages where the contract allows one link only (CONTRACT §3.7, D49).</summary>
[Parallelizable]
internal sealed class PagingTests
{
    [TestCase(1)]
    [TestCase(7)]
    [TestCase(50)]
    [TestCase(10_000)]
    public async Task Pages_OfR01_TogetherAreTheWholeAnswer(int size)
    {
        var hub = await HubFixture.HubAsync();
        var search = FlowSearch.Named("R01");
        var whole = await search.SendAsync(hub);
        var pages = await FollowAsync(hub, search.With("_count", $"{size}").Url);

        Assert.That(pages.SelectMany(static page => page.OfType("Slot")).Select(static slot => slot.Text("id")), Is.EqualTo(whole.OfType("Slot").Select(static slot => slot.Text("id"))));
        Assert.That(pages.Select(static page => page.Json.At("total")?.GetInt32()).Distinct(), Is.EqualTo(new[] { whole.Json.At("total")?.GetInt32() }));
        Assert.That(pages.SkipLast(1).Select(static page => page.OfType("Slot").Count), Is.All.EqualTo(size));
        Assert.That(pages[^1].OfType("Slot"), Has.Count.InRange(1, size));
        foreach (var page in pages)
        {
            // Each page stands alone: what its slots lead to is on it, and nothing else.
            Assert.That(References(page), Is.EquivalentTo(page.Resources.Where(static resource => resource.Text("resourceType") != "Slot").Select(static resource => $"{resource.Text("resourceType")}/{resource.Text("id")}")));
            Assert.That(page.Json.Items("link").First().Text("url"), Is.EqualTo(page.Url));
        }
    }

    [Test]
    public async Task Page_OfAPost_LeadsToAGet()
    {
        var hub = await HubFixture.HubAsync();
        var search = FlowSearch.Named("R01").With("_count", "20");
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri("Slot/_search", UriKind.Relative)) { Content = new StringContent(search.Query, null, "application/x-www-form-urlencoded") };
        var first = await hub.SendAsync(request);
        var pages = await FollowAsync(hub, Next(first)?[(hub.FhirBase.Length + 1)..] ?? string.Empty);

        Assert.That(first.OfType("Slot").Count + pages.Sum(static page => page.OfType("Slot").Count), Is.EqualTo(first.Json.At("total")?.GetInt32()));
    }

    [TestCase("R04")]
    [TestCase("SOS")]
    public async Task Pages_WhereOneLinkIsAllowed_AreNotMade(string flow)
    {
        var hub = await HubFixture.HubAsync();
        var search = FlowSearch.Named(flow);
        var answer = await search.With("_count", "2").SendAsync(hub);

        Assert.That(SameEntries.Of(answer), Is.EqualTo(SameEntries.Of(await search.SendAsync(hub))));
        Assert.That(answer.Json.Items("link").Select(static link => link.Text("relation")), Is.EqualTo(new[] { "self" }));
    }

    [Test]
    public async Task Number_Only_HasTotalAndNoEntry([Values("R01", "R04", "SOS")] string flow, [Values("_count=0", "_summary=count", "_count=5&_summary=count", "_SUMMARY=count")] string form)
    {
        var hub = await HubFixture.HubAsync();
        var search = FlowSearch.Named(flow);
        var answer = await hub.GetAsync($"{search.Url}&{form}");

        Assert.That(answer.Json.At("total")?.GetInt32(), Is.EqualTo((await search.SendAsync(hub)).OfType("Slot").Count).And.GreaterThan(0));
        Assert.That(answer.Json.At("entry"), Is.Null);
        Assert.That(answer.Json.Items("link").Select(static link => link.Text("relation")), Is.EqualTo(new[] { "self" }));
    }

    [TestCase("_offset=1000000")]
    [TestCase("_count=5&_offset=1000000")]
    public async Task Page_BeyondTheEnd_IsEmpty(string form)
    {
        var hub = await HubFixture.HubAsync();
        var search = FlowSearch.Named("R01");
        var answer = await hub.GetAsync($"{search.Url}&{form}");

        Assert.That(answer.Json.At("total")?.GetInt32(), Is.EqualTo((await search.SendAsync(hub)).OfType("Slot").Count));
        Assert.That(answer.Json.At("entry"), Is.Null);
        Assert.That(Next(answer), Is.Null);
    }

    private static async Task<IReadOnlyList<Answer>> FollowAsync(RunningHub hub, string url)
    {
        var pages = new List<Answer>();
        for (var next = url; next is not null; next = Next(pages[^1])?[(hub.FhirBase.Length + 1)..])
        {
            Assert.That(pages, Has.Count.LessThan(500));
            pages.Add(await hub.GetAsync(next));
            Assert.That((int)pages[^1].Status, Is.EqualTo(200));
        }

        return pages;
    }

    private static string? Next(Answer page) => page.Json.Items("link").Where(static link => link.Text("relation") == "next").Select(static link => link.Text("url")).SingleOrDefault();

    private static IEnumerable<string> References(Answer page)
    {
        var schedules = page.OfType("Slot").Select(static slot => slot.Reference("schedule") ?? string.Empty).ToHashSet();
        var actors = page.OfType("Schedule").Where(schedule => schedules.Contains("Schedule/" + schedule.Text("id"))).SelectMany(static (JsonElement schedule) => schedule.References("actor")).ToHashSet();
        return schedules.Concat(actors.OfType<string>());
    }
}
