using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;

namespace Sas.Interop.Hub.Tests.Availability;

internal sealed class OwnerCommunitiesTests
{
    private static readonly Cpts East = new("1750000903", "CPTS Est", "+33199000201");
    private static readonly Cpts West = new("1690000914", null, null);
    private static readonly SlotKind Flagged = Some.PublicKind with { Types = SlotTypes.Cpts };
    private static readonly SlotKind Named = Flagged with { Communities = [West] };

    [Test]
    public void Complete_FlaggedWithoutName_TakesThoseOfTheDirectory()
    {
        var completed = OwnerCommunities.Complete(Some.Snapshot(Some.Owner, [Some.Slot(1, Flagged), Some.Slot(2, Flagged with { }), Some.Slot(3, Flagged)]), [East, West]);

        var kinds = completed.Schedules[0].Slots.Select(static slot => slot.Kind).ToList();
        Assert.That(kinds.SelectMany(static kind => kind.Communities).Distinct(), Is.EqualTo(new[] { East, West }));
        Assert.That(kinds[2], Is.SameAs(kinds[0]), "Slots that shared their kind go on sharing it.");
        Assert.That(completed.Schedules[0].Slots.Select(static slot => slot.Start), Is.EqualTo(new[] { 1, 2, 3 }.Select(static hour => Some.Now.AddHours(hour))));
    }

    [Test]
    public void Complete_NamedOrPublic_StaysAsTold()
    {
        var told = Some.Snapshot(Some.Owner, [Some.Slot(1, Named), Some.Slot(2), Some.Slot(3, Flagged)]);

        var slots = OwnerCommunities.Complete(told, [East]).Schedules[0].Slots;

        Assert.That(slots[0].Kind, Is.SameAs(Named));
        Assert.That(slots[1].Kind, Is.SameAs(Some.PublicKind));
        Assert.That(slots[2].Kind.Communities, Is.EqualTo(new[] { East }));
    }

    [Test]
    public void Complete_NothingToName_IsTheSameSnapshot()
    {
        var flagged = Some.Snapshot(Some.Owner, [Some.Slot(1, Flagged)]);
        var named = Some.Snapshot(Some.Owner, [Some.Slot(1, Named), Some.Slot(2)]);

        Assert.That(OwnerCommunities.Complete(flagged, []), Is.SameAs(flagged));
        Assert.That(OwnerCommunities.Complete(named, [East]), Is.SameAs(named));
    }
}
