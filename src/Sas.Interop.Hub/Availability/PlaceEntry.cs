using Sas.Interop.Hub.Availability.Rendering;

namespace Sas.Interop.Hub.Availability;

/// <summary>One place of an owner, ready to be served: all vendors' slots in one order, and the bytes that do not change from search to search.</summary>
internal sealed class PlaceEntry
{
    /// <summary>Identifier shared by the Schedule and the PractitionerRole, without the owner's part.</summary>
    public required string Id { get; init; }

    public required Lane[] Lanes { get; init; }

    /// <summary>By start, then by id; each slot names its lane and its template.</summary>
    public required IndexedSlot[] Slots { get; init; }

    public required SlotTemplate[] Templates { get; init; }

    public required ZoneOffsets Zone { get; init; }

    /// <summary>Bundle entry of the Schedule, after the base address.</summary>
    public required byte[] ScheduleEntry { get; init; }

    /// <summary>Bundle entry of the PractitionerRole, after the base address.</summary>
    public required byte[] RoleEntry { get; init; }
}
