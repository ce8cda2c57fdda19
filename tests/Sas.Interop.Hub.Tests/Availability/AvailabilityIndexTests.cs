using FsCheck;
using FsCheck.Fluent;

using Microsoft.Extensions.Logging.Abstractions;

using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Telemetry;
using Sas.Interop.TestKit;

namespace Sas.Interop.Hub.Tests.Availability;

internal sealed class AvailabilityIndexTests
{
    private readonly ManualTimeProvider _time = new(Some.Now);

    [Test]
    public void Apply_NewSlots_AreServedOnceEach()
    {
        var sut = CreateSut();

        var report = sut.Apply(Some.Vendor(), Some.Snapshot(Some.Owner, [Some.Slot(1), Some.Slot(2), Some.Slot(2)]), Some.Now);

        Assert.That(Starts(sut), Is.EqualTo(new[] { 1.0, 2.0 }));
        Assert.That(report, Is.EqualTo(new IngestReport { Added = 2, Duplicates = 1 }));
    }

    [Test]
    public void Apply_SameSnapshotTwice_ChangesNothing()
    {
        var sut = CreateSut();
        var snapshot = Some.Snapshot(Some.Owner, [Some.Slot(1), Some.Slot(2)]);
        sut.Apply(Some.Vendor(), snapshot, Some.Now);
        var before = Ids(sut);

        var report = sut.Apply(Some.Vendor(), snapshot, Some.Now);

        Assert.That(Ids(sut), Is.EqualTo(before));
        Assert.That((report.Added, report.Removed, report.Kept), Is.EqualTo((0, 0, 2)));
    }

    [Test]
    public void Apply_CompleteCoverage_ClosesWhatIsNoLongerListed()
    {
        var sut = CreateSut();
        sut.Apply(Some.Vendor(), Some.Snapshot(Some.Owner, [Some.Slot(1), Some.Slot(2), Some.Slot(50)]), Some.Now);

        sut.Apply(Some.Vendor(), Some.Snapshot(Some.Owner, [Some.Slot(2)], from: 0, to: 48), Some.Now);

        Assert.That(Starts(sut), Is.EqualTo(new[] { 2.0, 50.0 }), "the slot outside the coverage stays");
    }

    [Test]
    public void Apply_IncompleteCoverage_AddsAndClosesNothing()
    {
        var sut = CreateSut();
        sut.Apply(Some.Vendor(), Some.Snapshot(Some.Owner, [Some.Slot(1)]), Some.Now);

        sut.Apply(Some.Vendor(), Some.Snapshot(Some.Owner, [Some.Slot(3)], complete: false), Some.Now);

        Assert.That(Starts(sut), Is.EqualTo(new[] { 1.0, 3.0 }));
    }

    [Test]
    public void Apply_PlaceNoLongerListed_IsClosedByOwnerCoverage()
    {
        var sut = CreateSut();
        var second = Some.Place with { Key = "p2", Line = "2 rue du Lac" };
        sut.Apply(Some.Vendor(), Some.Snapshot(Some.Owner, [Some.Slot(1)]), Some.Now);
        sut.Apply(Some.Vendor(), Some.Snapshot(Some.Owner, [Some.Slot(2)], second, complete: false), Some.Now);

        sut.Apply(Some.Vendor(), Some.Snapshot(Some.Owner, [Some.Slot(2)], second), Some.Now);

        Assert.That(Starts(sut), Is.EqualTo(new[] { 2.0 }));
    }

    [Test]
    public void Apply_VendorThatIsAGuest_StandsBehindTheOthersWhateverItsName()
    {
        var sut = CreateSut();
        var guest = Some.Snapshot(Some.Owner, [Some.Slot(1)], Some.Place with { Name = "Ailleurs", Phone = "+33199009900" }) with { Owner = new OwnerDetails("AUTRE", ["Nom"], null) };
        sut.Apply(Some.Vendor("a-guest") with { IsGuest = true }, guest, Some.Now);
        sut.Apply(Some.Vendor("b-linked"), Some.Snapshot(Some.Owner, [Some.Slot(2)]), Some.Now);

        var entry = sut.Find(Some.Owner);

        Assert.That((entry?.Details.Family, entry?.Places.Single().Details.Name, entry?.Places.Single().Slots.Length), Is.EqualTo(("MARTIN", "Cabinet du Parc", 2)));
    }

    [Test]
    public void Apply_PlaceCoverage_LeavesOtherPlacesAlone()
    {
        var sut = CreateSut();
        var second = Some.Place with { Key = "p2", Line = "2 rue du Lac" };
        sut.Apply(Some.Vendor(), Some.Snapshot(Some.Owner, [Some.Slot(1)]), Some.Now);
        var news = Some.Snapshot(Some.Owner, [Some.Slot(2)], second);

        sut.Apply(Some.Vendor(), news with { Coverage = news.Coverage with { PlaceKey = "p2" } }, Some.Now);

        Assert.That(Starts(sut), Is.EqualTo(new[] { 1.0, 2.0 }));
        Assert.That(sut.Find(Some.Owner)?.Places, Has.Length.EqualTo(2));
    }

    [Test]
    public void Apply_OtherVendor_ChangesNothingOfTheFirst()
    {
        var sut = CreateSut();
        sut.Apply(Some.Vendor("a"), Some.Snapshot(Some.Owner, [Some.Slot(1)]), Some.Now);

        sut.Apply(Some.Vendor("b"), Some.Snapshot(Some.Owner, []), Some.Now);

        Assert.That(Starts(sut), Is.EqualTo(new[] { 1.0 }));
    }

    [Test]
    public void Apply_TwoVendorsAtOnePlace_StandTogetherWithTheBookableOneFirst()
    {
        var sut = CreateSut();
        var walkIn = Some.PublicKind with { Mode = BookingMode.WalkIn };
        sut.Apply(Some.Vendor("a"), Some.Snapshot(Some.Owner, [Some.Slot(1, walkIn), Some.Slot(2, walkIn)], Some.Place with { Key = "a:1" }), Some.Now);
        sut.Apply(Some.Vendor("b"), Some.Snapshot(Some.Owner, [Some.Slot(1)], Some.Place with { Key = "b:1" }), Some.Now);

        var place = sut.Find(Some.Owner)?.Places.Single();

        Assert.That(place?.Slots.Select(slot => place.Kinds[slot.Kind].IsBookable), Is.EqualTo(new[] { true, false, false }));
        Assert.That(place?.Slots.Select(slot => place.Lanes[place.LaneOf(slot)].Vendor.VendorId), Is.EqualTo(new[] { "b", "a", "a" }));
    }

    [Test]
    public void Apply_PastReservedAndImpossibleSlots_NeverEnter()
    {
        var sut = CreateSut();
        var reserved = Some.PublicKind with { Types = SlotTypes.None };
        var backwards = Some.Slot(3) with { End = Some.Now.AddHours(2) };

        var report = sut.Apply(Some.Vendor(), Some.Snapshot(Some.Owner, [Some.Slot(-1), Some.Slot(1, reserved), backwards, Some.Slot(4)]), Some.Now);

        Assert.That(Starts(sut), Is.EqualTo(new[] { 4.0 }));
        Assert.That((report.DroppedPast, report.DroppedReserved), Is.EqualTo((1, 2)));
    }

    [Test]
    public void Apply_WholeVendorFallsToZero_IsHeldBackAndFlagged()
    {
        var board = Board();
        var sut = CreateSut(board);
        ApplyBoth(sut, [Some.Slot(1)]);

        var reports = ApplyBoth(sut, []);

        Assert.That(reports.Last().HeldBack, Is.True);
        Assert.That((Starts(sut), Starts(sut, Some.OtherOwner)), Is.EqualTo((new[] { 1.0 }, new[] { 1.0 })));
        Assert.That(board.Find("vendor-a")?.State, Is.EqualTo(VendorState.HeldBack));
    }

    [Test]
    public void Apply_SilenceGoesOn_StaysHeldBackUntilTheGuardEnds()
    {
        var board = Board();
        var sut = CreateSut(board);
        ApplyBoth(sut, [Some.Slot(1)]);
        ApplyBoth(sut, []);
        _time.Advance(TimeSpan.FromMinutes(9));
        ApplyBoth(sut, []);
        Assert.That(Starts(sut), Is.EqualTo(new[] { 1.0 }));
        _time.Advance(TimeSpan.FromMinutes(1));

        ApplyBoth(sut, []);

        Assert.That((Starts(sut), Starts(sut, Some.OtherOwner)), Is.EqualTo((Array.Empty<double>(), Array.Empty<double>())));
        Assert.That(board.Find("vendor-a")?.State, Is.Not.EqualTo(VendorState.HeldBack));
    }

    [Test]
    public void Apply_SilenceEndsForOneOwner_BelievesWhatWasSaidOfTheOthers()
    {
        var board = Board();
        var sut = CreateSut(board);
        ApplyBoth(sut, [Some.Slot(1)]);
        ApplyBoth(sut, []);
        sut.Apply(Some.Vendor(), Some.Snapshot(Some.Owner, []), Some.Now);

        sut.Apply(Some.Vendor(), Some.Snapshot(Some.OtherOwner, [Some.Slot(2)]), Some.Now);

        Assert.That((Starts(sut), Starts(sut, Some.OtherOwner)), Is.EqualTo((Array.Empty<double>(), new[] { 2.0 })));
        Assert.That(board.Find("vendor-a")?.State, Is.Not.EqualTo(VendorState.HeldBack));
    }

    [Test]
    public void Apply_OneOwnerEmptiedWhileOthersHaveSlots_IsBelievedAtOnce()
    {
        var sut = CreateSut();
        ApplyBoth(sut, [Some.Slot(1)]);

        var report = sut.Apply(Some.Vendor(), Some.Snapshot(Some.Owner, []), Some.Now);

        Assert.That(report, Is.EqualTo(new IngestReport { Removed = 1 }));
        Assert.That(Starts(sut), Is.Empty);
    }

    [Test]
    public void Apply_GuardSwitchedOff_BelievesSilenceAtOnce()
    {
        var sut = CreateSut();
        ApplyBoth(sut, [Some.Slot(1)]);
        var trusting = Some.Vendor() with { EmptyRunGuard = TimeSpan.Zero };

        sut.Apply(trusting, Some.Snapshot(Some.Owner, []), Some.Now);
        sut.Apply(trusting, Some.Snapshot(Some.OtherOwner, []), Some.Now);

        Assert.That(Starts(sut, Some.OtherOwner), Is.Empty);
    }

    [Test]
    public void Retain_OwnerOrPlaceNoLongerLinked_IsForgotten()
    {
        var sut = CreateSut();
        var second = Some.Place with { Key = "p2", Line = "2 rue du Lac" };
        sut.Apply(Some.Vendor(), Some.Snapshot(Some.Owner, [Some.Slot(1)]), Some.Now);
        sut.Apply(Some.Vendor(), Some.Snapshot(Some.Owner, [Some.Slot(2)], second, complete: false), Some.Now);
        sut.Apply(Some.Vendor(), Some.Snapshot(Some.OtherOwner, [Some.Slot(3)]), Some.Now);
        sut.Apply(Some.Vendor("vendor-b"), Some.Snapshot(Some.OtherOwner, [Some.Slot(4)]), Some.Now);

        sut.Retain("vendor-a", [new PullTarget { Owner = Some.Owner, Place = second }]);

        Assert.That((Starts(sut), Starts(sut, Some.OtherOwner)), Is.EqualTo((new[] { 2.0 }, new[] { 4.0 })));
    }

    [Test]
    public void Forget_Vendor_RemovesItsSlotsOnly()
    {
        var sut = CreateSut();
        sut.Apply(Some.Vendor("a"), Some.Snapshot(Some.Owner, [Some.Slot(1)]), Some.Now);
        sut.Apply(Some.Vendor("b"), Some.Snapshot(Some.Owner, [Some.Slot(2)]), Some.Now);

        sut.Forget("a");

        Assert.That(Starts(sut), Is.EqualTo(new[] { 2.0 }));
    }

    [Test]
    public void Apply_AnyInterleavingOfVendors_EndsTheSame()
    {
        // Each vendor's own snapshots keep their order; how the vendors mix must not matter.
        Prop.ForAll(Gen.ListOf(Gen.Elements(0, 1, 2), 12).ToArbitrary(), order =>
        {
            var mixed = Play(order);
            var sorted = Play([.. order.Order()]);
            return mixed.SequenceEqual(sorted);
        }).QuickCheckThrowOnFailure();
    }

    [Test]
    public void Apply_RandomSnapshots_EqualsANaiveModel()
    {
        var hour = Gen.Choose(0, 20);
        var step = Gen.Zip(Gen.Zip(hour, hour), Gen.Zip(Gen.ListOf(hour), Gen.Elements(true, false)));
        Prop.ForAll(Gen.ListOf(step).ToArbitrary(), steps =>
        {
            var sut = CreateSut();
            var model = new SortedSet<double>();
            foreach (var ((one, other), (hours, complete)) in steps)
            {
                double from = Math.Min(one, other) + 0.5, to = Math.Max(one, other) + 0.75;
                if (complete)
                {
                    model.RemoveWhere(start => start >= from && start <= to);
                }

                model.UnionWith(hours.Select(static start => start + 1.0));
                var slots = hours.Select(static start => Some.Slot(start + 1.0)).ToArray();
                sut.Apply(Some.Vendor(), Some.Snapshot(Some.Owner, slots, complete: complete, from: from, to: to), Some.Now);
            }

            return Starts(sut).SequenceEqual(model);
        }).QuickCheckThrowOnFailure();
    }

    private static VendorStatusBoard Board()
    {
        var board = new VendorStatusBoard(new ManualTimeProvider(Some.Now));
        board.Register("vendor-a", 1);
        return board;
    }

    private static double[] Starts(AvailabilityIndex index) => Starts(index, Some.Owner);

    private static double[] Starts(AvailabilityIndex index, OwnerKey owner) =>
        [.. (index.Find(owner)?.Places ?? [])
            .SelectMany(static place => place.Slots)
            .Select(static slot => (SlotClock.ToInstant(slot.Start) - Some.Now).TotalHours)
            .Order()];

    private static ulong[] Ids(AvailabilityIndex index) => [.. (index.Find(Some.Owner)?.Places ?? []).SelectMany(static place => place.Slots).Select(static slot => slot.Id)];

    private IngestReport[] ApplyBoth(AvailabilityIndex sut, OfferedSlot[] slots) =>
    [
        sut.Apply(Some.Vendor(), Some.Snapshot(Some.Owner, slots), _time.GetUtcNow()),
        sut.Apply(Some.Vendor(), Some.Snapshot(Some.OtherOwner, slots), _time.GetUtcNow()),
    ];

    private List<ulong> Play(IReadOnlyList<int> order)
    {
        var sut = CreateSut();
        var turns = new int[3];
        foreach (var vendor in order)
        {
            var turn = ++turns[vendor];
            var place = Some.Place with { Key = $"{vendor}:{turn % 2}", Line = turn % 2 == 0 ? "1 rue du Parc" : "2 rue du Lac" };
            var snapshot = Some.Snapshot(Some.Owner, [Some.Slot(turn), Some.Slot(turn + vendor)], place);
            sut.Apply(Some.Vendor($"vendor-{vendor}"), snapshot, Some.Now);
        }

        return [.. (sut.Find(Some.Owner)?.Places ?? []).SelectMany(static place => place.Slots.Select(static slot => slot.Id))];
    }

    private AvailabilityIndex CreateSut(VendorStatusBoard? board = null) => new(_time, board ?? Board(), NullLogger<AvailabilityIndex>.Instance);
}
