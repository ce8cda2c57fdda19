namespace Sas.Interop.Hub.Persistence.WarmStart;

/// <summary>What came of reading the file.</summary>
/// <typeparam name="T">What an owner was turned into.</typeparam>
internal sealed record WarmStartReading<T>
{
    /// <summary>What was made of the owners; empty when there is a problem.</summary>
    public IReadOnlyList<T> Owners { get; init; } = [];

    /// <summary>What the file says that it holds.</summary>
    public FileTotals Totals { get; init; }

    public DateTimeOffset WrittenAt { get; init; }

    /// <summary>Whether there is no file.</summary>
    public bool Absent { get; init; }

    /// <summary>The end of a sentence that begins with the file, when nothing of it can be used; null when all can.</summary>
    public string? Problem { get; init; }

    public static WarmStartReading<T> Refused(string problem) => new() { Problem = problem };
}
