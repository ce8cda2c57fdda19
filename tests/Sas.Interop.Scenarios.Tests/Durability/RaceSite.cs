using Sas.Interop.Durability.Killing;
using Sas.Interop.Durability.Tracks;
using Sas.Interop.Durability.Wire;
using Sas.Interop.Durability.World;

namespace Sas.Interop.Scenarios.Tests.Durability;

/// <summary>A hub in its own process with stateful vendors, for requests that are sent at the same moment.</summary>
internal sealed class RaceSite : IAsyncDisposable
{
    public const int Many = 64;
    public const string Regulator = "00000000-0000-4000-8000-00000000abcd";
    private readonly IKillDatabase _database;
    private readonly HubSite _site;
    private readonly HubProcess _hub;

    private RaceSite(IKillDatabase database, VendorServer vendors, HubSite site, HubProcess hub, Uri root)
    {
        _database = database;
        Vendors = vendors;
        _site = site;
        _hub = hub;
        Hub = new HubCalls(root, Many);
    }

    public VendorServer Vendors { get; }

    public HubCalls Hub { get; }

    public SlotFinder Slots => new(Vendors.First, Vendors.First.AddDays(3));

    public static async Task<RaceSite> StartAsync(IKillDatabase database)
    {
        var tomorrow = new DateTimeOffset(TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
        var vendors = await VendorServer.StartAsync(tomorrow);
        var site = new HubSite(vendors, database);
        var hub = site.Start();
        var started = new RaceSite(database, vendors, site, hub, await hub.AddressAsync());
        var account = await started.Hub.SendAsync(
            new Call(HttpMethod.Put, Samples.Criterion("Practitioner", Samples.PlatformSystem, Regulator)) { Body = Samples.Regulator(Regulator, 1, active: true) });
        Assert.That(account.Status, Is.EqualTo(201), account.ToString());
        return started;
    }

    /// <summary>Sends all of them at once.</summary>
    public Task<Reply[]> RaceAsync(Func<int, Call> call, int count = Many) => Task.WhenAll(Enumerable.Range(0, count).Select(number => Hub.SendAsync(call(number))));

    public Task<string> SlotAsync(string vendor, int owner) => Eventually.GetAsync(
        () => Slots.FindAsync(Hub, Vendors.Agendas[vendor].Owners[owner], new Random(1)), "a free slot");

    public async ValueTask DisposeAsync()
    {
        Hub.Dispose();
        await _hub.DisposeAsync();
        await Vendors.DisposeAsync();
        _site.Dispose();
        await _database.DisposeAsync();
    }
}
