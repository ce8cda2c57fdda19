namespace Sas.Interop.Hub.Availability;

/// <summary>A lane's slots after a snapshot, and how they differ from before.</summary>
internal sealed record LaneChange(IndexedSlot[] Slots, LaneKind[] Kinds, int Added, int Removed, int Kept);
