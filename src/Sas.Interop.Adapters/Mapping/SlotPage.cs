using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.Mapping;

/// <summary>What one answer gave. Made anew for each attempt of a call, so that a retried answer is never counted twice.</summary>
internal sealed class SlotPage
{
    public List<ListedSlot> Times { get; } = [];

    public int Reserved { get; set; }

    public int Unreadable { get; set; }

    public int Orphans { get; set; }

    /// <summary>The vendor's hint of its next free time, or null.</summary>
    public DateTimeOffset? Next { get; set; }

    /// <summary>When the vendor says that the answer was made, or null.</summary>
    public DateTimeOffset? MadeAt { get; set; }

    /// <summary>Gives everything but the times to the harvest.</summary>
    public void TellInto(SlotHarvest harvest)
    {
        harvest.Count(new SnapshotTally(Reserved, Unreadable, 0, Orphans));
        harvest.Hint(Next);
        harvest.Made(MadeAt);
    }
}
