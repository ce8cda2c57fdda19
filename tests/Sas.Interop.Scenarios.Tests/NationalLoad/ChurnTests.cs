using Sas.Interop.Contracts.Availability;
using Sas.Interop.NationalLoad.Agendas;
using Sas.Interop.NationalLoad.Population;

namespace Sas.Interop.Scenarios.Tests.NationalLoad;

/// <summary>A minute changes what it says that it changes, and nothing else.</summary>
internal sealed class ChurnTests
{
    private static readonly Country Sample = Land.Of(11, 300, 12_000);
    private static readonly SnapshotMaker Snapshots = new(Sample);

    // Over the hours of practice, midnight in every zone, and a later day.
    private static readonly int[] Minutes = [1, 45, 60, 61, 118, 240, 725, 780, 901, 1_021, 2_461];

    [TestCaseSource(nameof(Minutes))]
    public void Slots_OfAMinute_AreThoseOfTheOneBeforeAndItsChurn(int minute)
    {
        var changed = Snapshots.ChangedOwners(minute).ToHashSet();
        var moved = 0;
        foreach (var owner in Sample.All())
        {
            var (expected, churned) = (Ids(owner, minute - 1), 0);
            foreach (var place in owner.Places)
            {
                var churn = Churn.Of(Sample, owner, place, minute);
                Assert.That(expected, Is.SupersetOf(churn.Booked).And.SupersetOf(churn.Begun), "What is taken away was there.");
                expected.ExceptWith(churn.Booked.Concat(churn.Begun));
                Assert.That(expected.Overlaps(churn.Freed.Concat(churn.Opened)), Is.False, "What is added was not.");
                expected.UnionWith(churn.Freed.Concat(churn.Opened));
                churned += churn.Booked.Count + churn.Freed.Count;
            }

            Assert.That(Ids(owner, minute), Is.EquivalentTo(expected), owner.Id);
            Assert.That(churned, changed.Contains(owner.Number) ? Is.GreaterThanOrEqualTo(0) : Is.Zero, owner.Id);
            moved += churned;
        }

        Assert.That(moved, Is.GreaterThan(0), "Some patients book or cancel each minute.");
    }

    [Test]
    public void ChangedOwners_OverOnePeriod_NameEachOwnerOnce() =>
        Assert.That(
            Enumerable.Range(1, Sample.Options.ChurnMinutes).SelectMany(static minute => Snapshots.ChangedOwners(minute)).Order(),
            Is.EqualTo(Enumerable.Range(0, Sample.Owners)));

    [Test]
    public void ADay_Later_AgendasAreAsLongAsBefore()
    {
        Assert.That(Last(1_440), Is.EqualTo(Last(0).AddDays(1)).Within(TimeSpan.FromDays(1)));
        Assert.That(Sample.All().Sum(static owner => Ids(owner, 7 * 1_440).Count), Is.EqualTo(Sample.All().Sum(static owner => Ids(owner, 0).Count)).Within(5).Percent);
    }

    private static DateTimeOffset Last(int minute) =>
        Snapshots.All(minute).SelectMany(static said => said.Snapshot.Schedules).SelectMany(static schedule => schedule.Slots).Max(static slot => slot.Start);

    private static HashSet<string> Ids(InventedOwner owner, int minute) =>
    [
        .. Snapshots.Of(owner, minute).SelectMany(static said => said.Snapshot.Schedules).SelectMany(static (ScheduleSlots schedule) => schedule.Slots)
            .Select(static slot => slot.VendorKey).OfType<string>(),
    ];
}
