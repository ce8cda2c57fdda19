using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Hub.Outbox;

namespace Sas.Interop.Hub.Tests.Outbox;

[Parallelizable(ParallelScope.All)]
internal sealed class BackOffLaws
{
    [Test]
    public void After_AnyFailures_StaysWithinItsBoundsAndGrows() =>
        Prop.ForAll(
            Gen.Choose(1, int.MaxValue).ToArbitrary(),
            Gen.Choose(1, 600).ToArbitrary(),
            Gen.Choose(1, 86_400).ToArbitrary(),
            static (failures, from, to) =>
            {
                var (least, most) = (TimeSpan.FromSeconds(from), TimeSpan.FromSeconds(Math.Max(from, to)));
                var (low, high) = (BackOff.After(failures, least, most, 0), BackOff.After(failures, least, most, 0.999));
                var next = BackOff.After(failures == int.MaxValue ? failures : failures + 1, least, most, 0);
                return low >= least && low <= high && high <= most && next >= low;
            }).QuickCheckThrowOnFailure();

    [Test]
    public void After_Defaults_TakesSecondsFirstAndAnHourAtLast()
    {
        var (from, to) = (new DestinationOptions().BackOffFrom, new DestinationOptions().BackOffTo);

        Assert.That(BackOff.After(1, from, to, 0.5), Is.EqualTo(TimeSpan.FromSeconds(7.5)));
        Assert.That(BackOff.After(40, from, to, 0.5), Is.EqualTo(TimeSpan.FromMinutes(45)));
    }
}
