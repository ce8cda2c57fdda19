namespace Sas.Interop.Contracts.Availability;

/// <summary>One free slot as an adapter read it.</summary>
/// <param name="Start">First instant, any offset.</param>
/// <param name="End">End instant; after <paramref name="Start"/>.</param>
/// <param name="Kind">What it shares with other slots of its schedule.</param>
/// <param name="VendorKey">The vendor's own key for this slot when it has one that tells two slots of the same times apart; null otherwise. Not a patient's and not a secret.</param>
/// <param name="EndEstimated">Whether the vendor gave no end, so that it was derived from a duration, the next slot or the configured default.</param>
public readonly record struct OfferedSlot(DateTimeOffset Start, DateTimeOffset End, SlotKind Kind, string? VendorKey, bool EndEstimated);
