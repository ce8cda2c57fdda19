using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Availability;

/// <summary>What one vendor currently says of one owner at one place. Immutable; a snapshot makes a new one.</summary>
internal sealed record Lane
{
    public required VendorFreshness Vendor { get; init; }

    /// <summary>The place as this vendor tells it, normalized.</summary>
    public required PlaceDetails Place { get; init; }

    /// <summary>The owner as this vendor tells it, or null.</summary>
    public OwnerDetails? Owner { get; init; }

    public IReadOnlyList<Specialty> OwnerSpecialties { get; init; } = [];

    /// <summary>By start, then by id.</summary>
    public required IndexedSlot[] Slots { get; init; }

    public required SlotKind[] Kinds { get; init; }

    /// <summary>When the vendor last spoke for this lane.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>When the source data was made, as far as the vendor tells.</summary>
    public DateTimeOffset? DataTime { get; init; }
}
