using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Availability.WarmStart;
using Sas.Interop.Hub.Persistence.WarmStart;
using Sas.Interop.Hub.Security;
using Sas.Interop.Hub.Telemetry;
using Sas.Interop.Hub.Tests.Configuration;

namespace Sas.Interop.Hub.Tests.Availability.WarmStart;

[Parallelizable(ParallelScope.All)]
internal sealed class WarmStartKeeperTests
{
    [Test]
    public async Task LoadAsync_SomeTimeLater_KeepsTheInstantsAsTheyWere()
    {
        using var folder = new TempFolder();
        await SaveAsync(folder, Some.Snapshot(Some.Owner, [Some.Slot(2), Some.Slot(3)]) with { DataTime = Some.Now.AddMinutes(-7) });
        using var rig = new WarmRig(folder, Some.Now.AddMinutes(40));

        await rig.LoadAsync();

        var entry = Entry(rig);
        Assert.That(entry.Lanes.Single().SeenAt, Is.EqualTo(Some.Now));
        Assert.That(entry.Lanes.Single().DataTime, Is.EqualTo(Some.Now.AddMinutes(-7)));
        Assert.That(entry.SeenAt("vendor-a"), Is.EqualTo(Some.Now));
        Assert.That(entry.ChangedAt, Is.EqualTo(Some.Now));
        Assert.That(entry.Lanes.Single().Vendor, Is.EqualTo(Some.Vendor() with { Pages = BookingRule.Nowhere }));
        Assert.That(rig.Log.Lines.Single().Text, Does.Contain("'00:40:00'").And.Contain("'1' owners, '2' of '2' slots"));
    }

    [Test]
    public async Task LoadAsync_SlotsHaveBegun_AreLetGo()
    {
        using var folder = new TempFolder();
        await SaveAsync(folder, Some.Snapshot(Some.Owner, [Some.Slot(0.5), Some.Slot(3)]));
        using var rig = new WarmRig(folder, Some.Now.AddMinutes(40));

        await rig.LoadAsync();

        Assert.That(Entry(rig).Places.Single().Slots.Select(static slot => SlotClock.ToInstant(slot.Start)), Is.EqualTo(new[] { Some.Now.AddHours(3) }));
    }

    [TestCase(61, TestName = "LoadAsync_PastDropAfter_KeepsNothing")]
    [TestCase(-1, TestName = "LoadAsync_ClockWentBack_KeepsNothing")]
    public async Task LoadAsync_NotOfNow_KeepsNothing(int minutes)
    {
        using var folder = new TempFolder();
        await SaveAsync(folder, Some.Snapshot(Some.Owner, [Some.Slot(3)]));
        using var rig = new WarmRig(folder, Some.Now.AddMinutes(minutes));

        await rig.LoadAsync();

        Assert.That(rig.Index.All, Is.Empty);
        Assert.That(rig.Events, Is.EqualTo(new[] { EventIds.WarmStartLoaded }));
    }

    [Test]
    public async Task LoadAsync_VendorGoneOrElsewhere_KeepsNothingOfIt()
    {
        using var folder = new TempFolder();
        await SaveAsync(folder, Some.Snapshot(Some.Owner, [Some.Slot(3)]));
        using var gone = new WarmRig(folder);
        gone.Links.Vendors["vendor-a"] = null;
        using var moved = new WarmRig(folder);
        moved.Links.Vendors["vendor-a"] = new KnownVendor("elsewhere", Pushes: true);

        await gone.LoadAsync();
        await moved.LoadAsync();

        Assert.That(gone.Index.All.Concat(moved.Index.All), Is.Empty);
    }

    [Test]
    public async Task LoadAsync_PolledVendor_KeepsOnlyLinkedOwnersAndPlaces()
    {
        using var folder = new TempFolder();
        var other = Some.Place with { Key = "p2", Line = "2 rue du Lac" };
        var two = Some.Snapshot(Some.Owner, []) with { Schedules = [new ScheduleSlots(Some.Place, [Some.Slot(3)]), new ScheduleSlots(other, [Some.Slot(4)])] };
        await SaveAsync(folder, two, Some.Snapshot(Some.OtherOwner, [Some.Slot(3)]));
        var told = new OwnerDetails("MARTIN", ["Jeanne"], null);
        using var rig = new WarmRig(folder);
        rig.Links.Vendors["vendor-a"] = new KnownVendor("here", Pushes: false);
        rig.Links.Targets[("vendor-a", Some.Owner)] = [new PullTarget { Owner = Some.Owner, Place = Some.Place with { }, OwnerDetails = told }];

        await rig.LoadAsync();

        var entry = rig.Index.All.Single();
        Assert.That((entry.Owner, entry.Lanes.Single().Place.Key), Is.EqualTo((Some.Owner, "p1")));
        Assert.That(entry.Lanes.Single().Place, Is.SameAs(rig.Links.Targets[("vendor-a", Some.Owner)][0].Place), "what the directory tells alike is kept once");
        Assert.That(entry.Details, Is.SameAs(told));
    }

    [Test]
    public async Task LoadAsync_EqualKinds_AreShared()
    {
        using var folder = new TempFolder();
        await SaveAsync(folder, Some.Snapshot(Some.Owner, [Some.Slot(3)]), Some.Snapshot(Some.OtherOwner, [Some.Slot(3)]));
        using var rig = new WarmRig(folder);

        await rig.LoadAsync();
        rig.Index.Apply(Some.Vendor("vendor-b"), Some.Snapshot(Some.OtherOwner, [Some.Slot(5)]), Some.Now);

        var kinds = rig.Index.All.SelectMany(static entry => entry.Lanes).SelectMany(static lane => lane.Kinds).Select(static kind => kind.Shared).ToList();
        Assert.That(kinds, Has.Count.EqualTo(3));
        Assert.That(kinds.Distinct(ReferenceEqualityComparer.Instance).Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task LoadAsync_PollTellsTheSame_IsNoNews()
    {
        using var folder = new TempFolder();
        var snapshot = Some.Snapshot(Some.Owner, [Some.Slot(2), Some.Slot(3)]);
        await SaveAsync(folder, snapshot);
        using var rig = new WarmRig(folder, Some.Now.AddMinutes(1));
        await rig.LoadAsync();
        var before = Entry(rig);

        var report = rig.Index.Apply(Some.Vendor(), snapshot, Some.Now.AddMinutes(1));

        Assert.That(report, Is.EqualTo(new IngestReport { Kept = 2 }));
        Assert.That((Entry(rig).Version, Entry(rig).ChangedAt), Is.EqualTo((before.Version, before.ChangedAt)));
        Assert.That(Entry(rig).Lanes.Single().Slots, Is.SameAs(before.Lanes.Single().Slots));
    }

    [Test]
    public async Task LoadAsync_VendorFallsSilentAfterwards_IsHeldBack()
    {
        using var folder = new TempFolder();
        await SaveAsync(folder, Some.Snapshot(Some.Owner, [Some.Slot(3)]), Some.Snapshot(Some.OtherOwner, [Some.Slot(3)]));
        using var rig = new WarmRig(folder, Some.Now.AddMinutes(1));
        rig.Board.Register("vendor-a", 1);
        await rig.LoadAsync();

        rig.Index.Apply(Some.Vendor(), Some.Snapshot(Some.Owner, []), Some.Now.AddMinutes(1));
        var last = rig.Index.Apply(Some.Vendor(), Some.Snapshot(Some.OtherOwner, []), Some.Now.AddMinutes(1));

        Assert.That(last.HeldBack);
        Assert.That(rig.Index.All.Sum(static entry => entry.Places.Sum(static place => place.Slots.Length)), Is.EqualTo(2));
    }

    [Test]
    public async Task SaveAsync_NothingChanged_IsSkipped()
    {
        using var folder = new TempFolder();
        using var rig = new WarmRig(folder);
        Assert.That(await rig.SaveAsync(), Is.False, "an index that was never written to");

        rig.Index.Apply(Some.Vendor(), Some.Snapshot(Some.Owner, [Some.Slot(3)]), Some.Now);
        Assert.That(await rig.SaveAsync());
        Assert.That(await rig.SaveAsync(), Is.False);

        rig.Index.Apply(Some.Vendor(), Some.Snapshot(Some.Owner, [Some.Slot(3)]), Some.Now.AddMinutes(1));
        Assert.That(await rig.SaveAsync(), "the vendor was heard again");
        rig.Index.Forget("vendor-a");
        Assert.That(await rig.SaveAsync());
        using var next = new WarmRig(folder);
        await next.LoadAsync();
        Assert.That(next.Index.All, Is.Empty);
    }

    [Test]
    public async Task SaveAsync_DiskRefuses_IsLoggedAndTriedAgain()
    {
        using var folder = new TempFolder();
        using var rig = new WarmRig(folder);
        rig.Index.Apply(Some.Vendor(), Some.Snapshot(Some.Owner, [Some.Slot(3)]), Some.Now);
        Directory.CreateDirectory(folder.File(WarmStartFile.Name + ".tmp"));

        Assert.That(await rig.SaveAsync(), Is.False);
        Assert.That(rig.Events, Is.EqualTo(new[] { EventIds.WarmStartNotWritten }));
        Directory.Delete(folder.File(WarmStartFile.Name + ".tmp"));
        Assert.That(await rig.SaveAsync());
    }

    [Test]
    public async Task ExecuteAsync_EveryInterval_WritesWhatChanged()
    {
        using var folder = new TempFolder();
        using var rig = new WarmRig(folder);
        await rig.Keeper.StartAsync(CancellationToken.None);
        await Until(() => rig.Time.WaitingTimers == 1);
        rig.Index.Apply(Some.Vendor(), Some.Snapshot(Some.Owner, [Some.Slot(3)]), Some.Now);
        rig.Time.Advance(TimeSpan.FromSeconds(59));
        Assert.That(File.Exists(folder.File(WarmStartFile.Name)), Is.False);

        rig.Time.Advance(TimeSpan.FromSeconds(1));

        await Until(() => rig.Events.Contains(EventIds.WarmStartWritten));
        await rig.Keeper.StopAsync(CancellationToken.None);
        Assert.That(rig.Events.Count(static id => id == EventIds.WarmStartWritten), Is.EqualTo(1), "the stop had nothing to add");
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task StopAsync_StateSinceTheLastWriting_IsWrittenEvenWhenTheHostHasNoTimeLeft(bool patient)
    {
        using var folder = new TempFolder();
        using var rig = new WarmRig(folder);
        await rig.Keeper.StartAsync(CancellationToken.None);
        rig.Index.Apply(Some.Vendor(), Some.Snapshot(Some.Owner, [Some.Slot(3)]), Some.Now);

        await rig.Keeper.StopAsync(new CancellationToken(canceled: !patient));

        using var next = new WarmRig(folder);
        await next.LoadAsync();
        Assert.That(next.Index.All.Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task Keeper_SwitchedOff_NeitherReadsNorWrites()
    {
        using var folder = new TempFolder();
        await SaveAsync(folder, Some.Snapshot(Some.Owner, [Some.Slot(3)]));
        var before = await File.ReadAllBytesAsync(folder.File(WarmStartFile.Name));
        using var rig = new WarmRig(folder);
        rig.Settings.Enabled = false;

        await rig.LoadAsync();
        await rig.Keeper.StartAsync(CancellationToken.None);
        Assert.That(rig.Index.All, Is.Empty);
        rig.Index.Apply(Some.Vendor(), Some.Snapshot(Some.OtherOwner, [Some.Slot(3)]), Some.Now);
        await rig.Keeper.StopAsync(CancellationToken.None);

        Assert.That(await File.ReadAllBytesAsync(folder.File(WarmStartFile.Name)), Is.EqualTo(before));
        Assert.That(rig.Events, Is.Empty);
    }

    [Test]
    public async Task LoadAsync_DamagedFile_StartsColdAndSaysWhy()
    {
        using var folder = new TempFolder();
        await SaveAsync(folder, Some.Snapshot(Some.Owner, [Some.Slot(3)]));
        var bytes = await File.ReadAllBytesAsync(folder.File(WarmStartFile.Name));
        bytes[100] ^= 4;
        await File.WriteAllBytesAsync(folder.File(WarmStartFile.Name), bytes);
        using var rig = new WarmRig(folder);

        await rig.LoadAsync();

        Assert.That(rig.Index.All, Is.Empty);
        Assert.That(rig.Log.Lines.Single().Id, Is.EqualTo(EventIds.WarmStartRefused));
        Assert.That(rig.Log.Lines.Single().Text, Does.StartWith("Cold start: 'warm-start.bin' is damaged."));
    }

    private static async Task SaveAsync(TempFolder folder, params Snapshot[] snapshots)
    {
        using var rig = new WarmRig(folder);
        foreach (var snapshot in snapshots)
        {
            rig.Index.Apply(Some.Vendor(), snapshot, Some.Now);
        }

        Assert.That(await rig.SaveAsync());
    }

    private static OwnerEntry Entry(WarmRig rig) => rig.Index.Find(Some.Owner) ?? throw new AssertionException("The owner is not known.");

    private static async Task Until(Func<bool> holds)
    {
        for (var since = TimeProvider.System.GetTimestamp(); !holds();)
        {
            Assert.That(TimeProvider.System.GetElapsedTime(since), Is.LessThan(TimeSpan.FromSeconds(20)));
            await Task.Yield();
        }
    }
}
