using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Orientations;
using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Orientations;

namespace Sas.Interop.Hub.Tests.Persistence.Orientations;

/// <summary>What the database counts and finds is what one counts and finds by hand, on every provider.</summary>
[TestFixture(StorageProvider.Sqlite)]
[TestFixture(StorageProvider.PostgreSql)]
[TestFixture(StorageProvider.SqlServer)]
internal sealed class OrientationStoreTests(StorageProvider provider)
{
    private static readonly Config Few = Config.QuickThrowOnFailure.WithMaxTest(20);
    private OrientationBed _bed = null!; // Set before each test.

    [SetUp]
    public async Task SetUp() => _bed = await OrientationBed.CreateAsync(provider);

    [TearDown]
    public async Task TearDown()
    {
        if (_bed is not null)
        {
            await _bed.DisposeAsync();
        }
    }

    [Test]
    public void VolumesAsync_AnyRecords_CountAsByHand() => Prop.ForAll(Records(), Filters(), (records, filter) =>
        HoldsAsync(records, async rows =>
        {
            var kept = rows.Where(row => Accepts(filter, row)).ToList();
            var document = OrientationCounts.Of(await _bed.Store.VolumesAsync(filter, 10_000, CancellationToken.None), OrientationBed.Start, OrientationBed.Start.AddDays(30));

            Assert.That(document.All.Count, Is.EqualTo(kept.Count));
            Assert.That(document.Counties.Select(Line), Is.EquivalentTo(kept.GroupBy(static row => Counties.Of(row.PostalCode)).Select(static group => Line(group.Key, group))));
            Assert.That(document.Territories.Select(Line), Is.EquivalentTo(kept.GroupBy(static row => row.Territory).Select(static group => Line(group.Key, group))));
            Assert.That(document.Kinds.Select(Line), Is.EquivalentTo(kept.GroupBy(static row => row.Kind).Select(static group => Line(group.Key, group))));
            Assert.That(document.States.Select(Line), Is.EquivalentTo(kept.GroupBy(static row => row.State).Select(static group => Line(group.Key, group))));
        }).GetAwaiter().GetResult()).Check(Few);

    [Test]
    public void MomentsAsync_AnyRecordsAndPages_GiveTheWeeksByHand() => Prop.ForAll(Records(), Gen.Choose(1, 3).ToArbitrary(), (records, pageLength) =>
        HoldsAsync(records, async rows =>
        {
            var told = new List<string>();
            string? after = null;
            do
            {
                var fold = new WeeklyFold(pageLength);
                var isWhole = await _bed.Store.MomentsAsync(new OrientationFilter(), after, fold.Take, CancellationToken.None);
                var page = fold.Finish(isWhole);
                Assert.That(page.Items, Has.Count.LessThanOrEqualTo(pageLength));
                told.AddRange(page.Items.SelectMany(static item => item.Weeks.Select(week => $"{item.NationalId} {week.Week} {week.Count}")));
                after = page.Next;
            }
            while (after is not null);

            Assert.That(told, Is.EqualTo(rows.Where(static row => row.OwnerKind == (int)OwnerKind.Practitioner)
                .GroupBy(static row => (row.Owner, Week: WeeklyFold.WeekOf(row.CreatedAt)))
                .OrderBy(static group => group.Key.Owner, StringComparer.Ordinal).ThenBy(static group => group.Key.Week, StringComparer.Ordinal)
                .Select(static group => $"{group.Key.Owner} {group.Key.Week} {group.Count()}")));
        }).GetAwaiter().GetResult()).Check(Few);

    [Test]
    public void PageAsync_AnyFilterAndPages_GivesEachOnceInOrder() => Prop.ForAll(Records(), Filters(), Gen.Choose(1, 4).ToArbitrary(), (records, filter, pageLength) =>
        HoldsAsync(records, async rows =>
        {
            var told = new List<string>();
            List<OrientationRow> page;
            OrientationCursor? after = null;
            do
            {
                page = await _bed.Store.PageAsync(filter, after, pageLength, CancellationToken.None);
                told.AddRange(page.Select(static row => row.Id));
                after = page.Count > 0 ? OrientationCursor.Of(page[^1]) : after;
            }
            while (page.Count == pageLength);

            Assert.That(told, Is.EqualTo(rows.Where(row => Accepts(filter, row)).OrderBy(static row => row.CreatedAt).ThenBy(static row => row.Id, StringComparer.Ordinal).Select(static row => row.Id)));
        }).GetAwaiter().GetResult()).Check(Few);

    [Test]
    public async Task ReadAsync_Known_HasEveryStep()
    {
        var row = OrientationBed.Request(OrientationBed.Start);
        await _bed.AddAsync(row);
        await _bed.Requests.CancelAsync(row.Id, null, OrientationBed.Start.AddMinutes(1), CancellationToken.None);

        var history = await _bed.Store.ReadAsync(row.Id, null, CancellationToken.None);

        Assert.That(history?.Row.State, Is.EqualTo("Cancelled"));
        Assert.That(history?.Transitions.Select(static step => $"{step.Number} {step.From} {step.To}"), Is.EqualTo(new[] { "1  Linked", "2 Linked Cancelled" }));
        Assert.That(history?.Transitions.Select(static step => step.Cause), Is.All.Not.Empty);
        Assert.That(await _bed.Store.ReadAsync("nothing", null, CancellationToken.None), Is.Null);
    }

    [Test]
    public async Task ReadAsync_OfAnotherVendor_IsAsUnknown()
    {
        var row = OrientationBed.Request(OrientationBed.Start);
        await _bed.AddAsync(row);

        Assert.That((await _bed.Store.ReadAsync(row.Id, row.VendorId, CancellationToken.None))?.Row.Id, Is.EqualTo(row.Id));
        Assert.That(await _bed.Store.ReadAsync(row.Id, "another", CancellationToken.None), Is.Null);
    }

    [Test]
    public async Task PageAsync_ForOneVendor_HoldsItsOwnWhateverElseIsAsked()
    {
        await _bed.ClearAsync();
        var (own, other) = (OrientationBed.Request(OrientationBed.Start), OrientationBed.Request(OrientationBed.Start));
        other.VendorId = "another";
        await _bed.AddAsync(own);
        await _bed.AddAsync(other);

        Assert.That(await IdsAsync(new OrientationFilter { OnlyVendorId = own.VendorId }), Is.EqualTo(new[] { own.Id }));
        Assert.That(await IdsAsync(new OrientationFilter { OnlyVendorId = own.VendorId, VendorId = "another" }), Is.Empty);
        Assert.That(await IdsAsync(new OrientationFilter { OnlyVendorId = "third" }), Is.Empty);
    }

    private async Task<IEnumerable<string>> IdsAsync(OrientationFilter filter) => (await _bed.Store.PageAsync(filter, null, 10, CancellationToken.None)).Select(static row => row.Id);

    private async Task<bool> HoldsAsync(int[] records, Func<List<OrientationRow>, Task> check)
    {
        await _bed.ClearAsync();
        var rows = records.Select(OrientationBed.Row).ToList();
        await _bed.AddAsync(rows);
        await check(rows);
        return true;
    }

    private static Arbitrary<int[]> Records() => Gen.Choose(0, 100_000).ListOf().Select(static numbers => numbers.Distinct().ToArray()).ToArbitrary();

    private static Arbitrary<OrientationFilter> Filters() =>
        (from kind in Gen.Elements<OrientationKind?>(null, null, OrientationKind.Marketplace, OrientationKind.Slot)
         from county in Gen.Elements(null, null, "2A", "2B", "75", "974")
         from states in Gen.Elements<IReadOnlyList<OrientationState>?>(null, null, [], [OrientationState.Booked, OrientationState.Linked])
         from territory in Gen.Elements(null, null, "100")
         from owner in Gen.Elements(null, null, OrientationBed.Anne)
         from day in Gen.Choose(0, 25)
         from timed in Gen.Choose(0, 3)
         select new OrientationFilter
         {
             Kind = kind,
             County = county,
             States = states,
             Territory = territory,
             Owner = owner,
             RegulatorValue = day == 3 ? "regulator-1" : null,
             VendorId = day == 4 ? "acme" : null,
             From = (timed & 1) != 0 ? OrientationBed.Start.AddDays(day) : null,
             To = (timed & 2) != 0 ? OrientationBed.Start.AddDays(day + 3) : null,
         }).ToArbitrary();

    private static bool Accepts(OrientationFilter filter, OrientationRow row) =>
        (filter.Kind is null || filter.Kind.ToString() == row.Kind)
        && (filter.County is null || filter.County == Counties.Of(row.PostalCode))
        && (filter.States is null || filter.States.Any(state => state.ToString() == row.State))
        && (filter.Territory is null || filter.Territory == row.Territory)
        && (filter.Owner is null || filter.Owner == row.Owner)
        && (filter.VendorId is null || filter.VendorId == row.VendorId)
        && (filter.RegulatorValue is null || filter.RegulatorValue == row.RegulatorValue)
        && (filter.From is not { } from || row.CreatedAt >= from)
        && (filter.To is not { } to || row.CreatedAt < to);

    private static string Line(CountDocument line) => $"{line.Key}: {line.Count} {line.Slots} {line.Within48Hours} {line.Share}";

    private static string Line(string? key, IEnumerable<OrientationRow> rows)
    {
        var all = rows.ToList();
        var slots = all.Where(static row => row.SlotStart is not null).ToList();
        var soon = slots.Count(static row => row.SlotStart <= row.CreatedAt.AddHours(48));
        return $"{key}: {all.Count} {slots.Count} {soon} {(slots.Count == 0 ? null : Math.Round((decimal)soon / slots.Count, 4))}";
    }
}
