using System.Collections.Concurrent;

using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Booking;
using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Outbox;
using Sas.Interop.Hub.Persistence.Regulators;
using Sas.Interop.Hub.Regulators;
using Sas.Interop.Hub.Tests.Persistence;
using Sas.Interop.Hub.Tests.Polling;
using Sas.Interop.TestKit;

namespace Sas.Interop.Hub.Tests.Regulators;

/// <summary>The room over a real database file, a clock in the test's hand and vendors in memory.</summary>
internal sealed class RegulatorRig : IVendorCatalog, IVendorAdapters, IAsyncDisposable
{
    private readonly StorageRig _storage = new();
    private readonly ConcurrentDictionary<string, IVendorAdapter> _adapters = new(StringComparer.Ordinal);
    private readonly List<RegulatorCourier> _couriers = [];
    private Dictionary<string, VendorModel> _vendors = new(StringComparer.Ordinal);

    private RegulatorRig()
    {
    }

    public IReadOnlyDictionary<string, VendorModel> Current => _vendors;

    public ManualTimeProvider Time => _storage.Time;

    public RegulatorsOptions Options { get; } = new();

    public LogRecorder Lines => _storage.Lines;

    public RegulatorStore Store { get; private set; } = null!; // All set before anybody gets the instance.

    public DeliveryStore Deliveries { get; private set; } = null!;

    public DeliveryBook Book { get; private set; } = null!;

    public RegulatorVendors Vendors { get; private set; } = null!;

    public DeliveryAgenda Agenda { get; } = new();

    public RegulatorKeeper Keeper { get; private set; } = null!;

    public RegulatorCourier Courier { get; private set; } = null!;

    public static async Task<RegulatorRig> StartAsync(params (string Id, AccountVendor Vendor)[] vendors)
    {
        var rig = new RegulatorRig();
        await rig._storage.Database().OpenAsync(CancellationToken.None);
        rig.Vendors = new RegulatorVendors(rig, rig);
        foreach (var (id, vendor) in vendors)
        {
            rig.Add(id, vendor);
        }

        var guard = rig.Guard();
        rig.Store = new RegulatorStore(guard, rig.Time);
        rig.Deliveries = new DeliveryStore(guard, rig.Time);
        rig.Book = new DeliveryBook(guard, rig.Time);
        rig.Keeper = new RegulatorKeeper(rig.Store, rig.Vendors, rig.Agenda, Microsoft.Extensions.Options.Options.Create(rig.Options), NullLogger<RegulatorKeeper>.Instance);
        rig.Courier = rig.NewCourier();
        return rig;
    }

    /// <summary>Another hub on the same database.</summary>
    public RegulatorCourier NewCourier()
    {
        var options = Microsoft.Extensions.Options.Options.Create(Options);
        using var loggers = new LoggerFactory([Lines]);
        var courier = new RegulatorCourier(
            new DeliveryStore(Guard(), Time), this, new DeliverySchedule(options, new DeliveryJitter(static () => 0)), options, new RegulatorCourier.Surroundings(Time, new Logger<RegulatorCourier>(loggers)));
        _couriers.Add(courier);
        return courier;
    }

    public RegulatorReadiness Readiness() => new(Store, Book, Courier, Vendors, Time);

    public RegulatorDelivery Delivery()
    {
        using var loggers = new LoggerFactory([Lines]);
        return new RegulatorDelivery(Book, Courier, Agenda, Vendors, new RegulatorDelivery.Surroundings(Microsoft.Extensions.Options.Options.Create(Options), Time, new Logger<RegulatorDelivery>(loggers)));
    }

    public VendorModel Add(string id, IVendorAdapter adapter, VendorCapabilities capabilities = VendorCapabilities.Regulators)
    {
        var vendor = PollSamples.Vendor(id) with { Capabilities = capabilities };
        _vendors = new Dictionary<string, VendorModel>(_vendors, StringComparer.Ordinal) { [id] = vendor };
        _adapters[id] = adapter;
        return vendor;
    }

    public IVendorAdapter? Find(string vendorId) => _adapters.GetValueOrDefault(vendorId);

    /// <summary>Writes an account by an identifier of the platform, and gives its id.</summary>
    public async Task<string> PutAsync(string criterion, string value, string given = "Anne", bool active = true)
    {
        var written = await Keeper.UpdateAsync(Key(criterion), State(value, given, active), null, CancellationToken.None);
        return written.Now?.Id ?? throw new AssertionException($"Not written: {written.Verdict}.");
    }

    /// <summary>Makes the attempt that is due, if one is.</summary>
    public Task TryAsync(string account, string vendor = "a") => Courier.DeliverAsync(new DeliveryKey(account, vendor), early: false);

    public async Task<RegulatorDeliveryRow> RowAsync(string account, string vendor = "a") =>
        await Book.FindAsync(new DeliveryKey(account, vendor), CancellationToken.None) ?? throw new AssertionException("There is no such delivery.");

    public async Task<string> StateAsync(string account, string vendor = "a") => (await RowAsync(account, vendor)).State;

    /// <summary>Makes every attempt that is due, and what is due by then, until nothing is.</summary>
    public async Task SettleAsync(string vendor = "a", int rounds = 100)
    {
        for (var round = 0; round < rounds; round++)
        {
            Time.Advance(DeliverySchedule.Longest * 2);
            var due = await Book.DueAsync(vendor, 1_000, CancellationToken.None);
            if (due.Count == 0)
            {
                return;
            }

            foreach (var account in due)
            {
                await TryAsync(account, vendor);
            }
        }

        throw new AssertionException("Deliveries never come to an end.");
    }

    public static RegulatorKey Key(string value) => new(IdentifierSystems.SasPlatform, value);

    public static RegulatorState State(string value, string given = "Anne", bool active = true) => new([Key(value)], "Exemple", given, "anne@regulation.example", active);

    public async ValueTask DisposeAsync()
    {
        foreach (var courier in _couriers)
        {
            await courier.StopAsync();
            courier.Dispose();
        }

        _storage.Dispose();
    }

    private StorageGuard Guard() => new(_storage.Database(), new OutboxBell(), NullLogger<StorageGuard>.Instance);
}
