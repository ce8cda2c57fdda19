namespace Sas.Interop.Hub.Availability;

/// <summary>A slot in the index: 24 bytes beside the kinds that its lane shares.</summary>
/// <param name="Id">Stable for the same vendor, owner, place and time; unique within the owner.</param>
/// <param name="Start">Seconds since <see cref="SlotClock.Epoch"/>.</param>
/// <param name="Duration">Seconds.</param>
/// <param name="Kind">Number of the kind in the lane, or in the place.</param>
/// <param name="Lane">Number of the lane in the place.</param>
internal readonly record struct IndexedSlot(ulong Id, uint Start, uint Duration, ushort Kind, ushort Lane);
