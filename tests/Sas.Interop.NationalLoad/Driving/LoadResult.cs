namespace Sas.Interop.NationalLoad.Driving;

/// <summary>What came of a load.</summary>
internal sealed class LoadResult
{
    /// <summary>From the intended start of each request, so that waiting for a free connection counts; of a closed loop from its sending.</summary>
    public LatencyHistogram Latency { get; } = new();

    /// <summary>Answers with status 200.</summary>
    public long Answered { get; set; }

    /// <summary>Other answers and broken connections.</summary>
    public long Failed { get; set; }

    /// <summary>Arrivals that found no free connection until the end; their wait so far is in the histogram.</summary>
    public long Unsent { get; set; }

    /// <summary>Bytes of all bodies.</summary>
    public long BodyBytes { get; set; }

    public TimeSpan Elapsed { get; set; }

    /// <summary>Answers a second.</summary>
    public double Rate => Answered / Math.Max(Elapsed.TotalSeconds, 1e-9);

    public void Merge(LoadResult other)
    {
        Latency.Merge(other.Latency);
        Answered += other.Answered;
        Failed += other.Failed;
        Unsent += other.Unsent;
        BodyBytes += other.BodyBytes;
        Elapsed = other.Elapsed > Elapsed ? other.Elapsed : Elapsed;
    }
}
