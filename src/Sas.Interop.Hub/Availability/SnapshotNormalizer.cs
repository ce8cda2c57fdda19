using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Availability;

/// <summary>Brings what any adapter says into the one form of the index: telephones, postal codes, past and reserved slots, duplicates, order.</summary>
internal static class SnapshotNormalizer
{
    private const SlotTypes Served = SlotTypes.Public | SlotTypes.Professional | SlotTypes.Snp | SlotTypes.Cpts;
    private const int MaxReasons = 50;
    private const int MaxReasonLength = 255;
    private static readonly TimeSpan LongestSlot = TimeSpan.FromDays(1);

    public static PlaceDetails Normalize(PlaceDetails place) => place with
    {
        Phone = Phones.Normalize(place.Phone),
        PostalCode = PostalCodes.Normalize(place.PostalCode),
        Name = Clean(place.Name),
        Line = Clean(place.Line),
        City = Clean(place.City),
        StructureId = Clean(place.StructureId),
    };

    public static OwnerDetails? Normalize(OwnerDetails? owner) => owner is null
        ? null
        : new OwnerDetails(Clean(owner.Family), [.. owner.Given.Select(Clean).OfType<string>()], Phones.Normalize(owner.Phone));

    /// <summary>Slots of one schedule, in the order of the index, numbered by the kinds that come with them.</summary>
    public static NormalizedSlots Normalize(OwnerKey owner, string vendorId, ScheduleSlots schedule, DateTimeOffset now)
    {
        var kinds = new KindTable();
        var slots = new List<(OfferedSlot Slot, ushort Kind)>(schedule.Slots.Count);
        int past = 0, reserved = 0, unreadable = 0;
        foreach (var slot in schedule.Slots)
        {
            if ((slot.Kind.Types & Served) == SlotTypes.None)
            {
                reserved++;
            }
            else if (slot.End <= slot.Start || slot.End - slot.Start > LongestSlot)
            {
                unreadable++;
            }
            else if (slot.Start < now)
            {
                past++;
            }
            else
            {
                slots.Add((slot, kinds.Number(slot.Kind)));
            }
        }

        var (indexed, duplicates) = Index(owner, vendorId, schedule.Place.Key, slots);
        return new NormalizedSlots(indexed, kinds.ToArray(Normalize), past, reserved, unreadable, duplicates);
    }

    private static (IndexedSlot[] Slots, int Duplicates) Index(
        OwnerKey owner,
        string vendorId,
        string placeKey,
        List<(OfferedSlot Slot, ushort Kind)> slots)
    {
        slots.Sort(static (left, right) => Compare(left, right));
        var prefix = IdHash.Start.Add(vendorId).Add(owner.ToString()).Add(placeKey);
        var indexed = new List<IndexedSlot>(slots.Count);
        var ids = new HashSet<ulong>(slots.Count);
        var duplicates = 0;
        for (var i = 0; i < slots.Count; i++)
        {
            if (i > 0 && Compare(slots[i - 1], slots[i]) == 0)
            {
                duplicates++;
                continue;
            }

            var (slot, kind) = slots[i];
            var start = SlotClock.ToSeconds(slot.Start);
            var hash = prefix.Add(start).Add(slot.VendorKey);
            var id = hash.Finish();
            for (var ordinal = 1u; !ids.Add(id); ordinal++)
            {
                id = hash.Add(ordinal).Finish();
            }

            indexed.Add(new IndexedSlot(id, start, (uint)(slot.End - slot.Start).TotalSeconds, kind, 0));
        }

        indexed.Sort(static (left, right) => left.Start != right.Start ? left.Start.CompareTo(right.Start) : left.Id.CompareTo(right.Id));
        return ([.. indexed], duplicates);
    }

    // Kinds are numbered in the order of their first appearance, so they may not order slots before everything else has.
    private static int Compare((OfferedSlot Slot, ushort Kind) left, (OfferedSlot Slot, ushort Kind) right)
    {
        var order = left.Slot.Start.CompareTo(right.Slot.Start);
        order = order != 0 ? order : left.Slot.End.CompareTo(right.Slot.End);
        order = order != 0 ? order : string.CompareOrdinal(left.Slot.VendorKey, right.Slot.VendorKey);
        return order != 0 ? order : left.Kind.CompareTo(right.Kind);
    }

    private static SlotKind Normalize(SlotKind kind) => kind with
    {
        Reasons = [.. kind.Reasons.Select(Clean).OfType<string>().Distinct(StringComparer.Ordinal).Take(MaxReasons)],
        BookingUrl = kind.BookingUrl is { IsAbsoluteUri: true, Scheme: "https" or "http" } url ? url : null,
        Communities = [.. kind.Communities.Select(static community => community with { Phone = Phones.Normalize(community.Phone) })],
    };

    private static string? Clean(string? text)
    {
        var trimmed = text?.Trim();
        return string.IsNullOrEmpty(trimmed) ? null : trimmed.Length <= MaxReasonLength ? trimmed : trimmed[..MaxReasonLength].TrimEnd();
    }
}
