namespace Sas.Interop.Hub.Persistence.Orientations;

/// <summary>Which orientation has a slot. One row a slot: the one who writes it wins.</summary>
internal sealed class SlotClaimRow
{
    /// <summary><see cref="IdentifierKey"/> of owner and start.</summary>
    public required string Key { get; set; }

    public required string OrientationId { get; set; }

    /// <summary>When the slot is free again unless it is booked; null once it is booked.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }
}
