using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Configuration.Directories;
using Sas.Interop.Hub.Fhir;
using Sas.Interop.Hub.Fhir.Search;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Scenarios.Tests.Contract;

/// <summary>A bad query is refused before anything is looked up, so it cannot take longer than a good one. Counted, not timed.</summary>
[Parallelizable]
internal sealed class BadQueryCostTests
{
    private static readonly string[] Damages =
    [
        "&start=getomorrow", "&start=ne2026-03-28", "&status=", "&status=%00", "&_count=many", "&_count=-1", "&_offset=x", "&_security=", "&service-type=,", "&_lastUpdated=x",
        "&_id=a,,b", "&x=%FF", "&x=%C0%AF", "&x=%ED%A0%80", "&x=%", "&schedule.actor:Practitioner.identifier=,", "&schedule.actor:Practitioner.identifier=%7C",
    ];

    private static readonly FlowSearch Good = FlowSearch.Individual(Enumerable.Range(0, 25).Select(static number => $"8109900{number:00000}"));

    [Test]
    public async Task Search_Good_LooksEachOwnerUpOnce()
    {
        var (status, looked) = await AskAsync("?" + Good.Query);
        Assert.That((status, looked), Is.EqualTo((200, 25)));
    }

    [TestCaseSource(nameof(Damages))]
    public async Task Search_Bad_LooksNothingUp(string damage)
    {
        var (status, looked) = await AskAsync($"?{Good.Query}{damage}");
        Assert.That((status, looked), Is.EqualTo((400, 0)));
    }

    [Test]
    public async Task Search_TooMuch_LooksNothingUp()
    {
        var ids = string.Join(',', Enumerable.Range(0, 10_000).Select(static number => $"81099{number:0000000}"));
        Assert.That(await AskAsync("?" + Good.Rewrite(Good.Owners, _ => ids).Query), Is.EqualTo((400, 0)));
        Assert.That(await AskAsync($"?{Good.Query}{string.Concat(Enumerable.Repeat("&x=1", 1000))}"), Is.EqualTo((400, 0)));
    }

    private static async Task<(int Status, int Looked)> AskAsync(string query)
    {
        var index = new CountingIndex();
        using var answers = new SearchAnswers(index, index, index, new PreferenceBoard(TimeProvider.System), new MarketplaceBoard());
        await using var services = new ServiceCollection().AddMetrics().AddSingleton<SearchMeters>().BuildServiceProvider();
        var clock = new SearchClock(TimeProvider.System, services.GetRequiredService<SearchMeters>());
        var endpoints = new SearchEndpoints(answers, new BaseAddress("https://hub.example"), index, clock, Options.Create(new SearchOptions()));
        var context = new DefaultHttpContext();
        context.Request.Method = "GET";
        context.Request.Path = "/fhir/Slot";
        context.Request.QueryString = new QueryString(query);
        context.Request.Headers.CacheControl = "max-age=0";
        await endpoints.SearchSlotsAsync(context);
        return (context.Response.StatusCode, index.Looked == index.Linked ? index.Looked : -1);
    }

    /// <summary>Knows nobody, and counts who is asked for.</summary>
    private sealed class CountingIndex : IAvailabilityReader, IDirectoryLookup, IVendorCatalog, IOwnerRefresher
    {
        public int Looked { get; private set; }

        public int Linked { get; private set; }

        public IReadOnlyDictionary<string, Cpts> Communities { get; } = new Dictionary<string, Cpts>();

        public IReadOnlyDictionary<string, VendorModel> Current { get; } = new Dictionary<string, VendorModel>();

        public OwnerEntry? Find(OwnerKey owner)
        {
            Looked++;
            return null;
        }

        public Cpts? FindCommunity(string finess) => null;

        DirectoryOwner? IDirectoryLookup.Find(OwnerKey owner) => null;

        public IReadOnlyList<OwnerLink> LinksOf(OwnerKey owner)
        {
            Linked++;
            return [];
        }

        public IReadOnlyList<Cpts> CommunitiesOf(OwnerKey owner) => [];

        public IReadOnlyList<OwnerKey> MembersOf(string finess) => [];

        public Task RefreshAsync(IReadOnlyList<OwnerKey> owners, TimeSpan maxAge, TimeSpan within, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
