using Microsoft.EntityFrameworkCore;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Orientations;
using Sas.Interop.Hub.Persistence.Outbox;

namespace Sas.Interop.Hub.Tests.Persistence.Orientations;

/// <summary>A database with orientations that are made of numbers.</summary>
internal sealed class OrientationBed(DatabaseBed bed, StorageGuard guard) : IAsyncDisposable
{
    public const string Anne = "810990000019";
    public static readonly DateTimeOffset Start = new(2025, 12, 22, 23, 30, 0, TimeSpan.Zero);
    private static readonly string?[] Territories = [null, "100", "200"];
    private static readonly string?[] PostalCodes = [null, "75011", "20000", "20200", "97400"];
    private static readonly string[] Owners = [Anne, "810990000027", "399000001000019"];
    private static readonly string[] Vendors = ["acme", "other", ""];

    public StorageGuard Guard => guard;

    public OrientationJournal Journal { get; } = new(new OutboxWriter(new NoRouting(), TimeProvider.System));

    public OrientationStore Store { get; } = new(guard);

    public CareRequestStore Requests => new(guard, Journal);

    public static async Task<OrientationBed> CreateAsync(StorageProvider provider)
    {
        var bed = await DatabaseBed.CreateAsync(provider);
        return new OrientationBed(bed, await bed.GuardAsync());
    }

    /// <summary>Another hub on the same database.</summary>
    public async Task<CareRequestStore> OtherHubAsync() => new(await bed.GuardAsync(), Journal);

    /// <summary>An orientation that a number decides.</summary>
    public static OrientationRow Row(int number)
    {
        var random = new Random(number);
        var at = Start.AddMinutes(random.Next(60 * 24 * 20)).AddTicks(random.Next(3));
        var owner = Owners[random.Next(Owners.Length)];
        return new OrientationRow
        {
            Id = RowIds.Create(at),
            Kind = Any<OrientationKind>(random).ToString(),
            State = Any<OrientationState>(random).ToString(),
            CreatedAt = at,
            ChangedAt = at,
            RegulatorSystem = "urn:oid:1.2.250.1.213.3.6",
            RegulatorValue = random.Next(2) == 0 ? "regulator-1" : "regulator-2",
            Territory = Territories[random.Next(Territories.Length)],
            PostalCode = PostalCodes[random.Next(PostalCodes.Length)],
            Owner = owner,
            OwnerKind = (int)(owner.Length == 12 ? OwnerKind.Practitioner : OwnerKind.Association),
            VendorId = Vendors[random.Next(Vendors.Length)],

            // Often on the very edge of 48 hours.
            SlotStart = random.Next(4) switch { 0 => null, 1 => at.AddHours(48), 2 => at.AddHours(48).AddTicks(1), _ => at.AddHours(random.Next(-2, 100)) },
        };
    }

    /// <summary>A request to a marketplace.</summary>
    public static OrientationRow Request(DateTimeOffset at, OrientationState state = OrientationState.Linked) => new()
    {
        Id = RowIds.Create(at),
        Kind = nameof(OrientationKind.Marketplace),
        State = state.ToString(),
        CreatedAt = at,
        ChangedAt = at,
        RegulatorSystem = "urn:oid:1.2.250.1.213.3.6",
        RegulatorValue = "regulator-1",
        Owner = Anne,
        OwnerKind = (int)OwnerKind.Practitioner,
        VendorId = "acme",
    };

    public Task<int> AddAsync(params IReadOnlyList<OrientationRow> rows) => guard.ChangeAsync(
        change =>
        {
            foreach (var row in rows)
            {
                Journal.Open(change.Context, row, "A test needs it.");
            }

            return Task.FromResult(rows.Count);
        },
        CancellationToken.None);

    public Task<int> ClearAsync() => guard.ChangeAsync(
        static async change => await change.Context.Set<OrientationTransitionRow>().ExecuteDeleteAsync() + await change.Context.Set<OrientationRow>().ExecuteDeleteAsync(),
        CancellationToken.None);

    public ValueTask DisposeAsync() => bed.DisposeAsync();

    private static T Any<T>(Random random)
        where T : struct, Enum => Enum.GetValues<T>()[random.Next(Enum.GetValues<T>().Length)];

    private sealed class NoRouting : IOutboxRouting
    {
        public IReadOnlyList<string> DestinationsOf(string kind) => [];
    }
}
