namespace Sas.Interop.Hub.Availability;

/// <summary>The slots of one schedule in the form of the index, and what was left out.</summary>
internal sealed record NormalizedSlots(IndexedSlot[] Slots, LaneKind[] Kinds, int Past, int Reserved, int Unreadable, int Duplicates)
{
    public static NormalizedSlots None { get; } = new([], [], 0, 0, 0, 0);
}
