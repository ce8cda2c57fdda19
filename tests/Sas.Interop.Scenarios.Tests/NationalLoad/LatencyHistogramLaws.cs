using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.NationalLoad.Driving;

namespace Sas.Interop.Scenarios.Tests.NationalLoad;

/// <summary>Counting in buckets loses 1/64 of a value at most, and nothing in a merge.</summary>
internal sealed class LatencyHistogramLaws
{
    // Up to an hour, of all sizes.
    private static readonly Arbitrary<long[]> Durations = Gen.Choose(0, 1 << 30).Select(static value => (long)value)
        .Two().Select(static pair => (pair.Item1 * (1 + (pair.Item2 % 300))) >> (int)(pair.Item2 % 31)).Select(static ticks => Math.Min(ticks, TimeSpan.TicksPerHour)).ArrayOf().ToArbitrary();

    [Test]
    public void Merge_OfTwo_EqualsRecordingAllInOne() =>
        Prop.ForAll(Durations, Durations, static (left, right) =>
        {
            var merged = Of(left);
            merged.Merge(Of(right));
            return merged.SameAs(Of([.. left, .. right])) && merged.SameAs(Merged(Of(right), Of(left)));
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Percentile_AnyShare_IsTheExactOneWithinOneBucket() =>
        Prop.ForAll(Durations, static ticks =>
        {
            var histogram = Of(ticks);
            var sorted = ticks.Order().ToArray();
            return sorted.Length == 0
                ? histogram.Percentile(0.5) == TimeSpan.Zero
                : new[] { 0.0, 0.5, 0.9, 0.99, 0.999, 1.0 }.All(share =>
                {
                    var exact = sorted[Math.Max(1, (int)Math.Ceiling(share * sorted.Length)) - 1];
                    var told = histogram.Percentile(share).Ticks;
                    return told >= exact && told <= Math.Max(exact + (exact / 64.0), exact + 1);
                });
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Max_LongerThanAllBuckets_IsKept()
    {
        var histogram = new LatencyHistogram();
        histogram.Record(TimeSpan.FromDays(2));
        histogram.Record(TimeSpan.FromMilliseconds(1));

        Assert.That(histogram.Max, Is.EqualTo(TimeSpan.FromDays(2)));
        Assert.That(histogram.Percentile(1), Is.EqualTo(TimeSpan.FromDays(2)));
        Assert.That(histogram.Percentile(0.5), Is.EqualTo(TimeSpan.FromMilliseconds(1)).Within(TimeSpan.FromMicroseconds(16)));
    }

    private static LatencyHistogram Of(long[] ticks)
    {
        var histogram = new LatencyHistogram();
        foreach (var value in ticks)
        {
            histogram.Record(TimeSpan.FromTicks(value));
        }

        return histogram;
    }

    private static LatencyHistogram Merged(LatencyHistogram one, LatencyHistogram other)
    {
        one.Merge(other);
        return one;
    }
}
