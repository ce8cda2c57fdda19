using System.Numerics;

namespace Sas.Interop.NationalLoad.Driving;

/// <summary>
/// Counts durations in buckets that grow with the value: 64 in each doubling, so that a percentile is exact within 1/64. Takes a fixed space however much is counted.
/// Not safe for concurrent use: each thread has its own, and they are merged.
/// </summary>
internal sealed class LatencyHistogram
{
    private const int SubBits = 6;
    private const int Sub = 1 << SubBits;

    // Up to 2^42 ns, more than an hour; what is longer is counted in the last bucket and kept in the maximum.
    private const int Octaves = 42 - SubBits;
    private readonly long[] _counts = new long[(Octaves + 1) * Sub];

    public long Count { get; private set; }

    public TimeSpan Max { get; private set; }

    public void Record(TimeSpan duration)
    {
        _counts[BucketOf(duration)]++;
        Count++;
        Max = duration > Max ? duration : Max;
    }

    /// <summary>Adds all that another has counted: the same as if everything had been recorded here.</summary>
    public void Merge(LatencyHistogram other)
    {
        for (var i = 0; i < _counts.Length; i++)
        {
            _counts[i] += other._counts[i];
        }

        Count += other.Count;
        Max = other.Max > Max ? other.Max : Max;
    }

    /// <summary>The duration that a share of all stays at or below; the upper edge of its bucket, and never more than the maximum.</summary>
    /// <param name="share">0 to 1.</param>
    public TimeSpan Percentile(double share)
    {
        var wanted = Math.Max(1, (long)Math.Ceiling(share * Count));
        long seen = 0;
        for (var i = 0; i < _counts.Length; i++)
        {
            seen += _counts[i];
            if (seen >= wanted && Count > 0)
            {
                var edge = i == _counts.Length - 1 ? Max : UpperEdge(i);
                return edge < Max ? edge : Max;
            }
        }

        return Max;
    }

    public bool SameAs(LatencyHistogram other) => Count == other.Count && Max == other.Max && _counts.AsSpan().SequenceEqual(other._counts);

    private static int BucketOf(TimeSpan duration)
    {
        var nanoseconds = (ulong)Math.Max(0, duration.Ticks) * TimeSpan.NanosecondsPerTick;
        var octave = Math.Max(0, BitOperations.Log2(nanoseconds | 1) - SubBits + 1);
        return octave > Octaves
            ? (Octaves * Sub) + Sub - 1
            : octave == 0 ? (int)nanoseconds : (octave * Sub) + (int)((nanoseconds >> (octave - 1)) - Sub);
    }

    private static TimeSpan UpperEdge(int bucket)
    {
        var (octave, step) = (bucket / Sub, bucket % Sub);
        var nanoseconds = octave == 0 ? step : (((long)(Sub + step + 1)) << (octave - 1)) - 1;

        // Durations come in whole ticks, so the largest of a bucket is the last tick below its edge.
        return TimeSpan.FromTicks(nanoseconds / TimeSpan.NanosecondsPerTick);
    }
}
