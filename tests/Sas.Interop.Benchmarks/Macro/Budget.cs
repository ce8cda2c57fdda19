namespace Sas.Interop.Benchmarks.Macro;

/// <summary>A row of the design's budgets.</summary>
/// <param name="Id">Short name.</param>
/// <param name="What">As the design says it.</param>
/// <param name="Bar">What must be reached.</param>
/// <param name="Stretch">What would be better; null when nothing is.</param>
/// <param name="Unit">Unit of value, bar and stretch.</param>
internal sealed record Budget(string Id, string What, double Bar, double? Stretch, string Unit)
{
    public const string Ratio = "×";
    public const string Percent = "%";
    public const string Bytes = "B";
    public const string Seconds = "s";

    /// <summary>Whether more is better; shares of a reference are the only such values.</summary>
    public bool MoreIsBetter => Unit == Percent;

    public static readonly Budget List = new("list", "INT_R01, 25 practitioners, ~500 slots: requests/s against the same bytes from memory by the same Kestrel", 60, 85, Percent);
    public static readonly Budget One = new("one", "the same, 1 practitioner", 50, 75, Percent);
    public static readonly Budget Latency = new("p99", "p99 of the search against that static answer, open loop", 2, 1.3, Ratio);
    public static readonly Budget Allocation = new("allocation", "allocation per search beyond Kestrel's own", 2_048, 0, Bytes);
    public static readonly Budget Memory = new("memory", "index memory per slot", 48, 24, Bytes);
    public static readonly Budget Scale = new("scale", "search time in the large index against 1/100 of it", 1.2, 1, Ratio);
    public static readonly Budget Ingest = new("ingest", "pull → index throughput against only tokenizing the same bytes", 50, 80, Percent);
    public static readonly Budget Isolation = new("isolation", "p99 of searches with one vendor hung and one flooding, against all vendors well", 1.1, null, Ratio);
    public static readonly Budget Flood = new("flood", "p99 of searches while one vendor sends as fast as it can on every route it may use, against a quiet hub", 1.1, null, Ratio);
    public static readonly Budget MutualTls = new("mutual-tls", "search of 25 practitioners over mutual TLS on kept-alive connections: requests/s against the same over plain HTTP (an aim of our own)", 60, 80, Percent);
    public static readonly Budget WarmStart = new("warm-start", "warm start with 1 M slots to the first complete answer", 2, 0.5, Seconds);

    public bool Meets(double value, double limit) => MoreIsBetter ? value >= limit : value <= limit;
}
