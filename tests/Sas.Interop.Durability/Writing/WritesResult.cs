namespace Sas.Interop.Durability.Writing;

/// <summary>What came of one run.</summary>
internal sealed record WritesResult
{
    public required string Database { get; init; }

    /// <summary>Whether commits waited for the disk.</summary>
    public required bool Flush { get; init; }

    public required int Clients { get; init; }

    public required double Seconds { get; init; }

    /// <summary>Acknowledged writes that made a new version: each is one commit.</summary>
    public required int Changes { get; init; }

    /// <summary>All acknowledged writes, those that change nothing included.</summary>
    public required int Acknowledged { get; init; }

    /// <summary>Writes refused because another client was faster.</summary>
    public required int Refused { get; init; }

    /// <summary>Changes a second.</summary>
    public required double Rate { get; init; }

    public required double MedianMilliseconds { get; init; }

    public required double P99Milliseconds { get; init; }

    /// <summary>The database's own commits in the same run.</summary>
    public required IReadOnlyList<CommitRate> References { get; init; }

    public required IReadOnlyList<string> Faults { get; init; }

    /// <summary>The figures, in one line.</summary>
    public string Line
    {
        get
        {
            var ratios = References.Select(reference => string.Create(CultureInfo.InvariantCulture, $", {Rate / reference.Rate:0.00}× of {reference.Rate:0}/s over {reference.Connections}"));
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{Database} {(Flush ? "with" : "without")} flush: {Rate:0} changes/s of {Clients} clients ({Acknowledged} acknowledged, {Refused} refused with 412, {Faults.Count} faults; p50 {MedianMilliseconds:0.0} ms, p99 {P99Milliseconds:0.0} ms){string.Concat(ratios)}");
        }
    }
}

/// <summary>Commits a second of the smallest transaction.</summary>
/// <param name="Connections">Connections that commit at once.</param>
/// <param name="Rate">Commits a second over all of them.</param>
internal sealed record CommitRate(int Connections, double Rate);
