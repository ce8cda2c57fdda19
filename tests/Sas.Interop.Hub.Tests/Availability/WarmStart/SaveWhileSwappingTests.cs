using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Tests.Configuration;

namespace Sas.Interop.Hub.Tests.Availability.WarmStart;

/// <summary>The file is written beside writers that never wait for it.</summary>
[Parallelizable]
internal sealed class SaveWhileSwappingTests
{
    private const int Writers = 4;
    private const int OwnersEach = 400;
    private const int Slots = 5;

    [Test]
    public async Task SaveAsync_FourWritersSwap_EveryOwnerIsAStateThatExisted()
    {
        using var folder = new TempFolder();
        using var rig = new WarmRig(folder);
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(0, Writers).Select(writer => Task.Run(() => Swap(rig.Index, writer, stop.Token))).ToArray();
        for (var turn = 0; turn < 8; turn++)
        {
            // Every writer has gone on since the last file.
            var changes = rig.Index.Changes;
            while (rig.Index.Changes < changes + (OwnersEach * Writers))
            {
                await Task.Yield();
            }

            Assert.That(await rig.SaveAsync());
            using var next = new WarmRig(folder);
            await next.LoadAsync();
            Assert.That(next.Events.Single(), Is.EqualTo(1210));
            Assert.That(next.Index.All.Count(), Is.GreaterThan(OwnersEach));
            foreach (var entry in next.Index.All)
            {
                AssertExisted(entry);
            }
        }

        await stop.CancelAsync();
        await Task.WhenAll(writers);
    }

    /// <summary>Every snapshot tells five slots at each of two places, all in one minute of their hours; every tenth forgets the owner.</summary>
    private static void Swap(AvailabilityIndex index, int writer, CancellationToken stop)
    {
        var vendor = Some.Vendor($"vendor-{writer}") with { EmptyRunGuard = TimeSpan.Zero };
        for (var turn = 0; !stop.IsCancellationRequested; turn++)
        {
            var owner = OwnerKey.Create(OwnerKind.Practitioner, $"8{writer}{turn % OwnersEach:0000000000}");
            if (turn % 1000 == 999)
            {
                index.Forget(vendor.VendorId);
            }

            var slots = Enumerable.Range(1, Slots).Select(hour => Slot(hour, turn / OwnersEach % 50)).ToArray();
            var other = Some.Place with { Key = "p2", Line = "2 rue du Lac" };
            index.Apply(vendor, Some.Snapshot(owner, slots) with { Schedules = [new ScheduleSlots(Some.Place, slots), new ScheduleSlots(other, slots)] }, Some.Now);
        }
    }

    private static OfferedSlot Slot(int hour, int minute) =>
        new(Some.Now.AddMinutes((60 * hour) + minute), Some.Now.AddMinutes((60 * hour) + minute + 15), Some.PublicKind, null, EndEstimated: false);

    private static void AssertExisted(OwnerEntry entry)
    {
        Assert.That(entry.Lanes.Select(static lane => lane.Slots.Length), Is.EqualTo(new[] { Slots, Slots }));
        Assert.That(entry.Lanes.SelectMany(static lane => lane.Slots).Select(static slot => SlotClock.ToInstant(slot.Start).Minute).Distinct().Count(), Is.EqualTo(1));
        Assert.That(entry.Sightings, Has.Length.EqualTo(1));
    }
}
