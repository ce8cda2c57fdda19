using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Availability;

/// <summary>The slots of one schedule in the form of the index, and what was left out.</summary>
internal sealed record NormalizedSlots(IndexedSlot[] Slots, SlotKind[] Kinds, int Past, int Reserved, int Unreadable, int Duplicates);
