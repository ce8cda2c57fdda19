using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability.Rendering;

namespace Sas.Interop.Hub.Availability;

/// <summary>Makes the served form of a place from its lanes.</summary>
internal static class PlaceBuilder
{
    public static PlaceEntry Build(string ownerId, PlaceGroup group, PlaceEntry? known)
    {
        var place = group.Merged();
        var lanes = group.Lanes as Lane[] ?? [.. group.Lanes];
        var (slots, templates) = lanes.Length == 1 ? Single(ownerId, group.Id, lanes[0], known) : Several(ownerId, group.Id, lanes);
        var unchanged = known is not null && new PlaceGroup(known.Id, known.Lanes).Merged() == place;
        return new PlaceEntry
        {
            Id = group.Id,
            Lanes = lanes,
            Slots = slots,
            Templates = templates,
            Zone = ZoneOffsets.Of(PlaceZone.Resolve(place.TimeZone, place.PostalCode) ?? TimeZoneInfo.FindSystemTimeZoneById(PlaceZone.Default)),
            ScheduleEntry = unchanged ? known!.ScheduleEntry : ResourceRenderer.Schedule(ownerId, group.Id), // "unchanged" implies "known".
            RoleEntry = unchanged ? known!.RoleEntry : ResourceRenderer.PractitionerRole(ownerId, group.Id, place, lanes[0].Vendor.VendorId),
        };
    }

    private static (IndexedSlot[] Slots, SlotTemplate[] Templates) Single(string ownerId, string placeId, Lane lane, PlaceEntry? known)
    {
        // The usual poll changes times and not kinds: the rendered templates are then the same.
        var same = known is { Lanes: [{ } before] }
            && before.Kinds.AsSpan().SequenceEqual(lane.Kinds)
            && before.OwnerSpecialties.SequenceEqual(lane.OwnerSpecialties);
        return (lane.Slots, same ? known!.Templates : Templates(ownerId, placeId, lane)); // "same" implies "known".
    }

    private static (IndexedSlot[] Slots, SlotTemplate[] Templates) Several(string ownerId, string placeId, Lane[] lanes)
    {
        var templates = new List<SlotTemplate>();
        var all = new List<IndexedSlot>();
        for (var number = 0; number < lanes.Length; number++)
        {
            var first = templates.Count;
            templates.AddRange(Templates(ownerId, placeId, lanes[number]));
            foreach (var slot in lanes[number].Slots)
            {
                all.Add(slot with { Kind = (ushort)(first + slot.Kind), Lane = (ushort)number });
            }
        }

        all.Sort((left, right) => Compare(left, right, templates));
        return ([.. OncePerTime(all)], [.. templates]);
    }

    // The same time of two vendors at one place is one slot: the one that can be booked goes first and is kept.
    private static IEnumerable<IndexedSlot> OncePerTime(List<IndexedSlot> ordered)
    {
        for (var i = 0; i < ordered.Count; i++)
        {
            var slot = ordered[i];
            var told = false;
            for (var before = i - 1; before >= 0 && ordered[before].Start == slot.Start; before--)
            {
                told |= ordered[before].Duration == slot.Duration && ordered[before].Lane != slot.Lane;
            }

            if (!told)
            {
                yield return slot;
            }
        }
    }

    private static int Compare(IndexedSlot left, IndexedSlot right, List<SlotTemplate> templates)
    {
        var order = left.Start.CompareTo(right.Start);
        order = order != 0 ? order : templates[right.Kind].IsBookable.CompareTo(templates[left.Kind].IsBookable);
        order = order != 0 ? order : left.Lane.CompareTo(right.Lane);
        return order != 0 ? order : left.Id.CompareTo(right.Id);
    }

    private static SlotTemplate[] Templates(string ownerId, string placeId, Lane lane) =>
        [.. lane.Kinds.Select(kind => SlotRenderer.Render(ownerId, placeId, WithSpecialties(kind, lane)))];

    private static SlotKind WithSpecialties(SlotKind kind, Lane lane) =>
        kind.Specialties.Count == 0 && lane.OwnerSpecialties.Count > 0 ? kind with { Specialties = lane.OwnerSpecialties } : kind;
}
