using System.Net;

using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Scenarios.Tests.Contract;
using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.CareRequests;

/// <summary>The platform learns for whom to show its button.</summary>
internal sealed class MarketplaceTests
{
    private CareHub _sut = null!; // Set before any test runs.

    [OneTimeSetUp]
    public async Task StartAsync() => _sut = await CareRequestsFixture.HubAsync();

    [Test]
    public async Task Search_WhoCanBeAsked_IsTaggedAndNobodyElse()
    {
        Assert.That(Tags(await SlotsAsync(CareHub.Asked[0])), Is.EqualTo(new[] { "marketplace" }));
        Assert.That(Tags(await SlotsAsync(CareHub.NotAsked)), Is.Empty);
        Assert.That((await SlotsAsync(CareHub.Asked[0])).OfProfile(ProfileUrls.Practitioner), Has.Count.EqualTo(1), "The kit selects by the profile alone.");
    }

    [Test]
    public async Task Read_WhoCanBeAsked_IsTheResourceOfTheSearch() =>
        Assert.That(
            (await _sut.GetAsync($"fhir/Practitioner/{CareHub.Asked[0]}")).Json.GetRawText(),
            Is.EqualTo((await SlotsAsync(CareHub.Asked[0])).OfType("Practitioner").Single().GetRawText()));

    [Test]
    public async Task Search_NotToBeShown_HasNoTag()
    {
        await using var hub = await CareHub.StartAsync(null, "Hub:CareRequests:ShownInSearches=false");

        var answer = await hub.Hub.GetAsync(SlotSearchUrl.Of(hub.Hub.Now, hub.Hub.Now.AddDays(3), CareHub.Asked[0]));
        Assert.That(answer.OfType("Practitioner"), Has.Count.EqualTo(1));
        Assert.That(Tags(answer), Is.Empty);
    }

    [Test]
    public async Task EditorsOfAPractitioner_TellTheMarketplace()
    {
        var editors = (await _sut.GetAsync($"v1/practitioners/national-id/{CareHub.Asked[0]}")).Json;
        Assert.That(editors.EnumerateArray().Select(static editor => (editor.At("editor")?.Text("id"), editor.GetProperty("marketplace").GetBoolean())), Does.Contain((CareHub.Market, true)));

        var others = (await _sut.GetAsync($"v1/practitioners/national-id/{CareHub.NotAsked}")).Json;
        Assert.That(others.EnumerateArray().Select(static editor => editor.GetProperty("marketplace").GetBoolean()), Is.All.False);
    }

    [TestCase("v1/editors?marketplace=1", new[] { CareHub.Market })]
    [TestCase("v1/editors?marketplace=0", new[] { CareHub.Other })]
    [TestCase("v1/editors", new[] { CareHub.Other, CareHub.Market })]
    [TestCase("v1/marketplace/editors?enabled=1&format=marketplace_short_description", new[] { CareHub.Market })]
    [TestCase("v1/marketplace/editors?enabled=0", new string[0])]
    public async Task Editors_WithAMarketplace_AreListed(string path, string[] expected) =>
        Assert.That((await _sut.GetAsync(path)).Json.EnumerateArray().Select(static editor => editor.Text("id")), Is.EqualTo(expected));

    [Test]
    public async Task Practitioners_OverPages_AreEachListedOnce()
    {
        var all = (await _sut.GetAsync("v1/marketplace/practitioners")).Json.Items("items").Select(static item => item.Text("nationalId")).ToList();
        Assert.That(CareHub.Asked, Is.SubsetOf(all));
        Assert.That(all, Has.No.Member(CareHub.NotAsked));

        var paged = new List<string?>();
        for (string? after = string.Empty; after is not null;)
        {
            var page = (await _sut.GetAsync($"v1/marketplace/practitioners?count=3&after={after}")).Json;
            paged.AddRange(page.Items("items").Select(static item => item.Text("nationalId")));
            after = page.Text("next");
        }

        Assert.That(paged, Is.EqualTo(all));
    }

    [TestCase("v1/marketplace/practitioners?count=0")]
    [TestCase("v1/marketplace/practitioners?after=x")]
    [TestCase("v1/marketplace/editors?enabled=2")]
    [TestCase("v1/editors?marketplace=yes")]
    public async Task AnyCall_WrongParameter_IsRefused(string path) => Assert.That((await _sut.GetAsync(path)).Status, Is.EqualTo(HttpStatusCode.BadRequest));

    private Task<Answer> SlotsAsync(string practitioner) => _sut.Hub.GetAsync(SlotSearchUrl.Of(_sut.Hub.Now, _sut.Hub.Now.AddDays(3), practitioner));

    private static IEnumerable<string?> Tags(Answer answer) => answer.OfType("Practitioner").SelectMany(static resource => resource.At("meta")?.Items("tag") ?? []).Codes();
}
