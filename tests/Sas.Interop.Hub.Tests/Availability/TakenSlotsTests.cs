using FsCheck;
using FsCheck.Fluent;

using Microsoft.Extensions.Logging.Abstractions;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Telemetry;
using Sas.Interop.Hub.Tests.Availability.WarmStart;
using Sas.Interop.Hub.Tests.Configuration;
using Sas.Interop.TestKit;

namespace Sas.Interop.Hub.Tests.Availability;

/// <summary>A slot that is taken leaves at once and stays out, whatever vendors say; the laws of searches take and release slots as well.</summary>
[Parallelizable]
internal sealed class TakenSlotsTests
{
    private readonly ManualTimeProvider _time = new(Some.Now);

    [Test]
    public void Take_AnySlots_AreOutAtOnceAndOthersStay() =>
        Prop.ForAll(Gen.ListOf(Gen.Choose(1, 20)).ToArbitrary(), Gen.ListOf(Gen.Choose(1, 20)).ToArbitrary(), (told, taken) =>
        {
            var sut = CreateSut();
            sut.Apply(Some.Vendor(), Some.Snapshot(Some.Owner, [.. told.Distinct().Select(static hour => Some.Slot(hour))]), Some.Now);
            foreach (var hour in taken)
            {
                sut.Take(At(hour));
            }

            var atOnce = Hours(sut);
            sut.Apply(Some.Vendor(), Some.Snapshot(Some.Owner, [.. told.Distinct().Select(static hour => Some.Slot(hour))]), Some.Now);
            return atOnce.SequenceEqual(told.Distinct().Except(taken).Order()) && Hours(sut).SequenceEqual(atOnce);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Test]
    public void Release_ThenTheVendorsNextWord_BringsItBack() =>
        Prop.ForAll(Gen.NonEmptyListOf(Gen.Choose(1, 20)).ToArbitrary(), told =>
        {
            var sut = CreateSut();
            OfferedSlot[] slots = [.. told.Distinct().Select(static hour => Some.Slot(hour))];
            sut.Apply(Some.Vendor(), Some.Snapshot(Some.Owner, slots), Some.Now);
            sut.Take(At(told[0]));
            sut.Release(At(told[0]));
            var before = Hours(sut);
            sut.Apply(Some.Vendor(), Some.Snapshot(Some.Owner, slots), Some.Now);
            return !before.Contains(told[0]) && Hours(sut).SequenceEqual(told.Distinct().Order());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Test]
    public void Take_WithoutVendor_MeansTheSlotsOfAll()
    {
        var sut = TwoVendors();

        sut.Take(At(1));

        Assert.That(Hours(sut), Is.EqualTo(new[] { 2, 2 }));
    }

    [Test]
    public void Take_OfOneVendor_LeavesTheOthers()
    {
        var sut = TwoVendors();

        sut.Take(At(1) with { VendorId = "vendor-a" });

        Assert.That(Hours(sut), Is.EqualTo(new[] { 1, 2, 2 }));
    }

    [Test]
    public void Release_WithoutVendor_LetsGoOfWhatOneTook()
    {
        var sut = TwoVendors();
        sut.Take(At(1) with { VendorId = "vendor-a" });

        sut.Release(At(1));
        sut.Apply(Some.Vendor("vendor-a"), Some.Snapshot(Some.Owner, [Some.Slot(1), Some.Slot(2)]), Some.Now);

        Assert.That(Hours(sut), Is.EqualTo(new[] { 1, 1, 2, 2 }));
    }

    [TestCase("vendor-a", new[] { 1, 1, 2, 2 })]
    [TestCase("vendor-b", new[] { 2, 2 })]
    public void Release_OfOneVendor_LetsGoOfWhatWasTakenOfAllByItsWord(string vendor, int[] free)
    {
        var sut = TwoVendors();
        sut.Take(At(1) with { By = "vendor-a" });

        sut.Release(At(1) with { VendorId = vendor });
        foreach (var each in new[] { "vendor-a", "vendor-b" })
        {
            sut.Apply(Some.Vendor(each), Some.Snapshot(Some.Owner, [Some.Slot(1), Some.Slot(2)]), Some.Now);
        }

        Assert.That(Hours(sut), Is.EqualTo(free));
    }

    [Test]
    public void Apply_SameWordAgainWithATakenSlot_ChangesNothing()
    {
        var sut = CreateSut();
        var told = Some.Snapshot(Some.Owner, [Some.Slot(1), Some.Slot(2)]);
        sut.Apply(Some.Vendor(), told, Some.Now);
        sut.Take(At(1));
        var version = sut.Find(Some.Owner)?.Version;

        var report = sut.Apply(Some.Vendor(), told, Some.Now);

        Assert.That(report, Is.EqualTo(new IngestReport { Kept = 1, DroppedTaken = 1 }));
        Assert.That(sut.Find(Some.Owner)?.Version, Is.EqualTo(version));
    }

    [Test]
    public void Apply_EverySlotIsTaken_IsNoSilence()
    {
        var sut = CreateSut();
        OwnerKey[] owners = [Some.Owner, Some.OtherOwner];
        foreach (var owner in owners)
        {
            sut.Apply(Some.Vendor(), Some.Snapshot(owner, [Some.Slot(1)]), Some.Now);
            sut.Take(new TakenSlot(owner, Some.Now.AddHours(1), null));
        }

        var reports = owners.Select(owner => sut.Apply(Some.Vendor(), Some.Snapshot(owner, [Some.Slot(1)]), Some.Now)).ToList();

        Assert.That(reports, Has.All.Matches<IngestReport>(static report => !report.HeldBack));
        Assert.That(sut.All.Sum(static entry => entry.Lanes.Sum(static lane => lane.Slots.Length)), Is.Zero);
    }

    [Test]
    public void Apply_VendorFellSilentAfterATake_PutsTheTakenOneNotBack()
    {
        var sut = CreateSut();
        foreach (var owner in new[] { Some.Owner, Some.OtherOwner })
        {
            sut.Apply(Some.Vendor(), Some.Snapshot(owner, [Some.Slot(1), Some.Slot(2)]), Some.Now);
        }

        sut.Apply(Some.Vendor(), Some.Snapshot(Some.OtherOwner, []), Some.Now);
        sut.Take(new TakenSlot(Some.OtherOwner, Some.Now.AddHours(1), null));
        var silent = sut.Apply(Some.Vendor(), Some.Snapshot(Some.Owner, []), Some.Now);

        Assert.That(silent.HeldBack, Is.True);
        Assert.That((Hours(sut), Hours(sut, Some.OtherOwner)), Is.EqualTo((new[] { 1, 2 }, new[] { 2 })));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Restore_BeforeOrAfterTheTake_LeavesTheTakenOneOut(bool takenFirst)
    {
        using var folder = new TempFolder();
        using (var before = new WarmRig(folder))
        {
            before.Index.Apply(Some.Vendor(), Some.Snapshot(Some.Owner, [Some.Slot(1), Some.Slot(2)]), Some.Now);
            await before.SaveAsync();
        }

        using var after = new WarmRig(folder);
        if (takenFirst)
        {
            after.Index.Take(At(1));
        }

        await after.LoadAsync();
        if (!takenFirst)
        {
            after.Index.Take(At(1));
        }

        Assert.That(Hours(after.Index), Is.EqualTo(new[] { 2 }));
    }

    [Test]
    public void Sweep_ATakenSlotHasBegun_ForgetsIt()
    {
        var set = new TakenSet();
        set.Add(At(1));
        set.Add(At(2));

        set.Prune(SlotClock.ToSeconds(Some.Now.AddHours(2)));
        var kept = set.HasAny(Some.Owner);
        set.Prune(SlotClock.ToSeconds(Some.Now.AddHours(3)));

        Assert.That((kept, set.HasAny(Some.Owner)), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task Take_WhileTheVendorSpeaks_WinsAlways()
    {
        for (var round = 0; round < 200; round++)
        {
            var sut = CreateSut();
            var told = Some.Snapshot(Some.Owner, [Some.Slot(1), Some.Slot(2)]);
            using var ready = new Barrier(2);
            var speaking = Task.Run(() =>
            {
                ready.SignalAndWait();
                sut.Apply(Some.Vendor(), told, Some.Now);
            });
            ready.SignalAndWait();
            sut.Take(At(1));
            await speaking;

            Assert.That(Hours(sut), Is.EqualTo(new[] { 2 }), $"round {round}");
        }
    }

    private AvailabilityIndex TwoVendors()
    {
        var sut = CreateSut();
        foreach (var vendor in new[] { "vendor-a", "vendor-b" })
        {
            sut.Apply(Some.Vendor(vendor), Some.Snapshot(Some.Owner, [Some.Slot(1), Some.Slot(2)]), Some.Now);
        }

        return sut;
    }

    private static TakenSlot At(double hour) => new(Some.Owner, Some.Now.AddHours(hour), null);

    private static int[] Hours(AvailabilityIndex index, OwnerKey? owner = null) =>
    [
        .. (index.Find(owner ?? Some.Owner)?.Lanes ?? []).SelectMany(static lane => lane.Slots)
            .Select(static slot => (int)(SlotClock.ToInstant(slot.Start) - Some.Now).TotalHours).Order(),
    ];

    private AvailabilityIndex CreateSut() => new(_time, new VendorStatusBoard(_time), NullLogger<AvailabilityIndex>.Instance);
}
