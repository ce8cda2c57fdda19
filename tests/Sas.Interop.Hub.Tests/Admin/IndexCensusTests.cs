using Sas.Interop.Hub.Admin;
using Sas.Interop.Hub.Tests.Availability;
using Sas.Interop.Hub.Tests.Fhir.Search.Laws;

namespace Sas.Interop.Hub.Tests.Admin;

internal sealed class IndexCensusTests
{
    [Test]
    public void Take_TwoVendors_CountsEachAndKeepsTheCountForAWhile()
    {
        using var rig = new SearchRig();
        var sut = new IndexCensus(rig.Index, rig.Time);
        var now = rig.Time.GetUtcNow();
        rig.Index.Apply(Some.Vendor("a"), Some.Snapshot(Some.Owner, [Some.Slot(1), Some.Slot(2)]), now);
        rig.Index.Apply(Some.Vendor("a"), Some.Snapshot(Some.OtherOwner, [Some.Slot(1)]), now);
        rig.Index.Apply(Some.Vendor("b"), Some.Snapshot(Some.Owner, [Some.Slot(1)]), now);

        // Tells that there is nothing: of the owner it has told all the same.
        rig.Index.Apply(Some.Vendor("c"), Some.Snapshot(Some.Owner, []) with { Schedules = [] }, now);

        var count = sut.Take();
        Assert.That((count.Owners, count.Places, count.Slots), Is.EqualTo((2, 2, 4L)));
        Assert.That(
            (count.Of("a"), count.Of("b"), count.Of("c"), count.Of("nobody")),
            Is.EqualTo((new VendorCount(2, 3, now), new VendorCount(1, 1, now), new VendorCount(1, 0, now), default(VendorCount))));

        rig.Index.Forget("a");
        rig.Time.Advance(IndexCensus.KeptFor - TimeSpan.FromSeconds(1));
        Assert.That(sut.Take(), Is.SameAs(count));

        rig.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.That(sut.Take().Of("a"), Is.EqualTo(default(VendorCount)));
    }
}
