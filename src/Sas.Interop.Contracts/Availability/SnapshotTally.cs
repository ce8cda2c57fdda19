namespace Sas.Interop.Contracts.Availability;

/// <summary>Counts of what an adapter left out of a snapshot, so that nothing is dropped silently.</summary>
/// <param name="Reserved">Slots open to nobody that the hub serves, or not free.</param>
/// <param name="Unreadable">Items with a missing or impossible value.</param>
/// <param name="Duplicates">Items merged into another slot of the same owner, place and time.</param>
/// <param name="Orphans">Slots whose schedule, practitioner or place the answer does not hold, or whose owner was not asked for.</param>
public sealed record SnapshotTally(int Reserved, int Unreadable, int Duplicates, int Orphans)
{
    /// <summary>Nothing was left out.</summary>
    public static SnapshotTally None { get; } = new(0, 0, 0, 0);

    /// <summary>Adds two tallies.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static SnapshotTally operator +(SnapshotTally left, SnapshotTally right) => left.Add(right);

    /// <summary>Adds another tally to this one.</summary>
    /// <param name="other">The other.</param>
    /// <returns>The sums.</returns>
    public SnapshotTally Add(SnapshotTally other) =>
        new(Reserved + other.Reserved, Unreadable + other.Unreadable, Duplicates + other.Duplicates, Orphans + other.Orphans);
}
