using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Hub.Availability.Rendering;

namespace Sas.Interop.Hub.Availability;

/// <summary>Makes the served form of a place from its lanes.</summary>
internal static class PlaceBuilder
{
    public static PlaceEntry Build(PlaceGroup group)
    {
        var place = group.Merged();
        var (slots, kinds, laneOfKind) = group.Lanes is [var only] ? (only.Slots, only.Kinds, null) : Several(group.Lanes);
        return new PlaceEntry
        {
            Id = group.Id,
            Details = place,
            Lanes = group.Lanes,
            Slots = slots,
            Kinds = kinds,
            LaneOfKind = laneOfKind,
            Zone = ZoneOffsets.Of(PlaceZone.Resolve(place.TimeZone, place.PostalCode) ?? TimeZoneInfo.FindSystemTimeZoneById(PlaceZone.Default)),
        };
    }

    private static (IndexedSlot[] Slots, LaneKind[] Kinds, ushort[] LaneOfKind) Several(Lane[] lanes)
    {
        var kinds = new List<LaneKind>();
        var laneOfKind = new List<ushort>();
        var all = new List<IndexedSlot>();
        for (var number = 0; number < lanes.Length; number++)
        {
            var first = kinds.Count;
            var room = Math.Min(lanes[number].Kinds.Length, IndexedSlot.MaxKinds - first);
            kinds.AddRange(lanes[number].Kinds.AsSpan(0, room));
            laneOfKind.AddRange(Enumerable.Repeat((ushort)number, room));
            foreach (var slot in lanes[number].Slots)
            {
                // Beyond the kinds that a slot can number, the last kind stands for the rest.
                all.Add(slot.WithKind(Math.Min(first + slot.Kind, IndexedSlot.MaxKinds - 1)));
            }
        }

        LaneKind[] ordered = [.. kinds];
        all.Sort((left, right) => IndexedSlot.Compare(left, right, ordered));
        return ([.. all], ordered, [.. laneOfKind]);
    }
}
