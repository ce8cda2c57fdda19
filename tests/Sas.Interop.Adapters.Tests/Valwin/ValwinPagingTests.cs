using System.Globalization;
using System.Net;

using Sas.Interop.Adapters.Valwin;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.TestKit;

namespace Sas.Interop.Adapters.Tests.Valwin;

/// <summary>The paged list of one pharmacy, as vendors page and as they should not.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ValwinPagingTests : AdapterContract
{
    private string _options = "{}";

    protected override IVendorAdapterFactory Factory { get; } = new ValwinAdapterFactory();

    protected override string Options => _options;

    protected override PullTarget Target => new()
    {
        Owner = OwnerKey.Create(OwnerKind.Practitioner, "810000000017"),
        Place = new PlaceDetails { Key = "place-1" },
        Keys = new Dictionary<string, string> { ["pharmacy"] = "inventee" },
    };

    protected override IReadOnlyList<(string PathContains, string Json)> GoodAnswers =>
    [
        ("/slots?cursor=2", Page(2, 3, "/global/api/meetings/v2/inventee/slots?cursor=3")),
        ("/slots?cursor=3", Page(3, 3, null)),
        ("/slots?pageSize", Page(1, 3, "https://elsewhere.example/other/path?cursor=2#top")),
    ];

    [Test]
    public async Task PullAsync_NextAddresses_AreFollowedOnTheOwnHostOnly()
    {
        var handler = GoodHandler();

        var results = await PullAsync(handler, new ManualTimeProvider(Now));

        Assert.That(Slots(results), Has.Count.EqualTo(6));
        Assert.That(handler.Requests.Select(static request => request.Url), Has.All.StartsWith("https://vendor.example/global/api/meetings/v2/"));
    }

    [Test]
    public async Task PullAsync_OnlyAPageCount_IsFollowedByNumber()
    {
        _options = """{"pageParameter": "p", "pageSize": 60}""";
        var handler = new ScriptedHttpHandler()
            .Json("p=2", Page(2, 3, null))
            .Json("p=3", Page(3, 3, null))
            .Json("/slots?pageSize=60", Page(1, 3, null));

        var results = await PullAsync(handler, new ManualTimeProvider(Now));

        Assert.That(Slots(results), Has.Count.EqualTo(6));
        Assert.That(results.Single().Outcome.Value?.Coverage.Complete, Is.True);
    }

    [Test]
    public async Task PullAsync_NextIsANumber_IsThePage()
    {
        var handler = new ScriptedHttpHandler().Json("page=2", Page(2, 2, null)).Json("/slots", Page(1, 1, "2"));

        Assert.That(Slots(await PullAsync(handler, new ManualTimeProvider(Now))), Has.Count.EqualTo(4));
    }

    [Test]
    public async Task PullAsync_LaterPageFails_GivesWhatWasReadAndTheFailure()
    {
        var handler = GoodHandler().Override("cursor=3", static (_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadGateway)));

        var results = await PullAsync(handler, new ManualTimeProvider(Now));

        Assert.That(Slots(results), Has.Count.EqualTo(4));
        Assert.That(results[0].Outcome.Value?.Coverage.Complete, Is.False);
        Assert.That(results[1].Outcome.Error?.Code, Is.EqualTo(HubErrorCode.VendorFailed));
    }

    [Test]
    public async Task PullAsync_PagesThatDoNotLeadOn_EndAsMalformed()
    {
        var handler = new ScriptedHttpHandler().Json("/slots", Page(1, 3, null));

        var results = await PullAsync(handler, new ManualTimeProvider(Now));

        Assert.That(results[0].Outcome.Value?.Coverage.Complete, Is.False);
        Assert.That(results[1].Outcome.Error?.Code, Is.EqualTo(HubErrorCode.VendorMalformed));
        Assert.That(handler.Requests.Count(static request => request.Url.Contains("/slots", StringComparison.Ordinal)), Is.EqualTo(2));
    }

    [Test]
    public async Task PullAsync_EndlessPages_StopAtTheBound()
    {
        _options = """{"maxPages": 4}""";
        var page = 0;
        var handler = new ScriptedHttpHandler().Answer("/slots", () =>
        {
            page++;
            return ScriptedHttpHandler.JsonResponse(Page(page, 1000, string.Create(CultureInfo.InvariantCulture, $"?cursor={page}")));
        });

        var results = await PullAsync(handler, new ManualTimeProvider(Now));

        Assert.That(page, Is.EqualTo(4));
        Assert.That(results[0].Outcome.Value?.Coverage.Complete, Is.False);
        Assert.That(results[1].Outcome.Error?.Code, Is.EqualTo(HubErrorCode.VendorTooLarge));
    }

    [Test]
    public async Task PullAsync_ListChangesBetweenPages_DoesNotClaimToBeComplete()
    {
        var handler = new ScriptedHttpHandler()
            .Json("cursor=2", ValwinSample.Page([Item(2, 0)], total: 2, currentPage: 2, nbPages: 2))
            .Json("/slots", ValwinSample.Page([Item(1, 0), Item(1, 1)], "?cursor=2", total: 3, nbPages: 2));

        var results = await PullAsync(handler, new ManualTimeProvider(Now));

        Assert.That(results.Single().Outcome.Value?.Coverage.Complete, Is.False);
        Assert.That(Slots(results), Has.Count.EqualTo(3));
    }

    [Test]
    public async Task PullAsync_NextWithoutQuery_IsMalformed()
    {
        var handler = new ScriptedHttpHandler().Json("/slots", Page(1, 2, "https://vendor.example/elsewhere"));

        var results = await PullAsync(handler, new ManualTimeProvider(Now));

        Assert.That(results[1].Outcome.Error?.Code, Is.EqualTo(HubErrorCode.VendorMalformed));
    }

    private static string Page(int number, int count, string? next) =>
        ValwinSample.Page([Item(number, 0), Item(number, 1)], next, 2 * count, count, number);

    private static object Item(int page, int index)
    {
        var start = new DateTime(2026, 3, 2, 8, 0, 0).AddHours(page).AddMinutes(10 * index);
        return ValwinSample.Item(Text(start), Text(start.AddMinutes(10)), ValwinSample.Vaccination);
    }

    private static string Text(DateTime local) => local.ToString("s", CultureInfo.InvariantCulture);
}
