using Sas.Interop.Hub.Availability;

namespace Sas.Interop.Hub.Intake;

/// <summary>What a whole push did.</summary>
internal readonly record struct PushTotals(int Snapshots, int Added, int Removed, int Kept, int Dropped)
{
    /// <summary>Snapshots of owners whom the directory links to other vendors only.</summary>
    public int LeftOut { get; init; }

    public PushTotals Add(IngestReport report) => new(
        Snapshots + 1,
        Added + report.Added,
        Removed + report.Removed,
        Kept + report.Kept,
        Dropped + report.DroppedPast + report.DroppedReserved + report.DroppedTaken + report.Duplicates)
    {
        LeftOut = LeftOut,
    };
}
