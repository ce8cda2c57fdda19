using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Availability;

/// <summary>What one vendor currently says of one owner at one place. Immutable; a snapshot makes a new one.</summary>
internal sealed record Lane
{
    // Ticks, since there are as many lanes as places in the country.
    private readonly long _seenAt;
    private readonly long _dataTime;

    public required VendorFreshness Vendor { get; init; }

    /// <summary>The place as this vendor tells it, normalized.</summary>
    public required PlaceDetails Place { get; init; }

    /// <summary>The owner as this vendor tells it, or null.</summary>
    public OwnerDetails? Owner { get; init; }

    /// <summary>By <see cref="IndexedSlot.Compare"/>.</summary>
    public required IndexedSlot[] Slots { get; init; }

    public required LaneKind[] Kinds { get; init; }

    /// <summary>When the vendor last spoke for this lane.</summary>
    public required DateTimeOffset SeenAt
    {
        get => new(_seenAt, TimeSpan.Zero);
        init => _seenAt = value.UtcTicks;
    }

    /// <summary>When the source data was made, as far as the vendor tells.</summary>
    public DateTimeOffset? DataTime
    {
        get => _dataTime == 0 ? null : new DateTimeOffset(_dataTime, TimeSpan.Zero);
        init => _dataTime = value?.UtcTicks ?? 0;
    }

    /// <summary>The instant that the slots are as of: when the vendor made them if it says so, else when it was last heard.</summary>
    public DateTimeOffset AsOf => DataTime is { } made && made < SeenAt ? made : SeenAt;

    public bool IsDropped(DateTimeOffset now) => now - SeenAt > Vendor.DropAfter;

    /// <summary>Whether both say the same, whenever they were heard.</summary>
    public bool SaysTheSameAs(Lane other) =>
        Place == other.Place
        && Slots.AsSpan().SequenceEqual(other.Slots)
        && Kinds.AsSpan().SequenceEqual(other.Kinds)
        && (Owner == other.Owner || (Owner is { } one && other.Owner is { } two && IsSame(one, two)));

    private static bool IsSame(OwnerDetails one, OwnerDetails two) =>
        one.Family == two.Family && one.Phone == two.Phone && one.Given.SequenceEqual(two.Given, StringComparer.Ordinal);
}
