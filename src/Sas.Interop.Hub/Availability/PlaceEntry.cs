using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability.Rendering;

namespace Sas.Interop.Hub.Availability;

/// <summary>One place of an owner: all vendors' slots in one order. Immutable.</summary>
internal sealed class PlaceEntry
{
    /// <summary>Identifier shared by the Schedule and the PractitionerRole, without the owner's part; unique within the owner.</summary>
    public required PlaceId Id { get; init; }

    /// <summary>The place as all lanes together tell it.</summary>
    public required PlaceDetails Details { get; init; }

    /// <summary>The lanes that speak of it, in the owner's order.</summary>
    public required Lane[] Lanes { get; init; }

    /// <summary>By <see cref="IndexedSlot.Compare"/>, also those that are served once although they were told twice.</summary>
    public required IndexedSlot[] Slots { get; init; }

    public required LaneKind[] Kinds { get; init; }

    /// <summary>Number of the lane that each kind is of; null with one lane.</summary>
    public required ushort[]? LaneOfKind { get; init; }

    public required ZoneOffsets Zone { get; init; }

    public int LaneOf(in IndexedSlot slot) => LaneOfKind is { } lanes ? lanes[slot.Kind] : 0;

    /// <summary>The instant that the place's slots are as of: that of the oldest vendor's that is still served, else of the oldest.</summary>
    public DateTimeOffset AsOf(DateTimeOffset now)
    {
        var (served, any) = (DateTimeOffset.MaxValue, DateTimeOffset.MaxValue);
        foreach (var lane in Lanes)
        {
            any = lane.AsOf < any ? lane.AsOf : any;
            served = lane.AsOf < served && !lane.IsDropped(now) ? lane.AsOf : served;
        }

        return served < DateTimeOffset.MaxValue ? served : any;
    }
}
