namespace Sas.Interop.Contracts.Availability;

/// <summary>The free slots of one owner at one place, in any order.</summary>
/// <param name="Place">The place.</param>
/// <param name="Slots">Its slots; may be empty.</param>
public sealed record ScheduleSlots(PlaceDetails Place, IReadOnlyList<OfferedSlot> Slots);
