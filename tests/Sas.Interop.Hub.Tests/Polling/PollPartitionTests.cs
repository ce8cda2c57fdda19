using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Hub.Polling;

namespace Sas.Interop.Hub.Tests.Polling;

internal sealed class PollPartitionTests
{
    [Test]
    public void Cut_AnyTargets_EachIsPolledOnceWithinTheBounds()
    {
        var cases = Gen.Choose(0, 400).Zip(Gen.Choose(1, 25)).Zip(Gen.Choose(1, 50)).ToArbitrary();

        Prop.ForAll(cases, static triple =>
        {
            var ((count, perCall), most) = triple;
            var targets = PollSamples.Targets(count);
            var partitions = PollPartition.Cut(targets, perCall, most);
            return partitions.SelectMany(static partition => partition.Batches).SelectMany(static batch => batch).SequenceEqual(targets)
                && partitions.All(partition => partition.Batches.All(batch => batch.Count >= 1 && batch.Count <= perCall))
                && partitions.Count <= most
                && partitions.Select(static partition => partition.Index).SequenceEqual(Enumerable.Range(0, partitions.Count));
        }).QuickCheckThrowOnFailure();
    }

    [Test]
    public void Cut_FewTargets_OneCallATrigger()
    {
        var partitions = PollPartition.Cut(PollSamples.Targets(60), 25, 200);

        Assert.That(partitions.Select(static partition => partition.Owners), Is.EqualTo(new[] { 25, 25, 10 }));
    }
}
