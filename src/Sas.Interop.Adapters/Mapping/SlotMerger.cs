using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.Mapping;

/// <summary>
/// Gathers the slots of one owner at one place when a vendor lists the same time once for each reason (VENDORS §2, "Duplicates"): one slot a start, reasons and
/// consultation types joined. Not for vendors whose own slots are distinct although they start together.
/// </summary>
internal sealed class SlotMerger
{
    private readonly SortedDictionary<DateTimeOffset, OfferedSlot> _slots = [];
    private readonly Dictionary<(SlotKind, SlotKind), SlotKind> _joined = [];

    public int Duplicates { get; private set; }

    public int Count => _slots.Count;

    public void Add(OfferedSlot slot)
    {
        if (!_slots.TryGetValue(slot.Start, out var known))
        {
            _slots.Add(slot.Start, slot);
            return;
        }

        Duplicates++;
        var kind = Join(known.Kind, slot.Kind);

        // An end on the wire beats an estimated one; between two of a sort the earlier end promises less.
        var better = known.EndEstimated == slot.EndEstimated ? (slot.End < known.End ? slot : known) : (known.EndEstimated ? slot : known);
        _slots[slot.Start] = known with { End = better.End, EndEstimated = better.EndEstimated, Kind = kind };
    }

    public IReadOnlyList<OfferedSlot> ToList() => [.. _slots.Values];

    private SlotKind Join(SlotKind one, SlotKind other)
    {
        if (ReferenceEquals(one, other) || one.Equals(other))
        {
            return one;
        }

        if (!_joined.TryGetValue((one, other), out var joined))
        {
            joined = one with
            {
                Types = one.Types | other.Types,
                Consultations = one.Consultations | other.Consultations,
                Reasons = [.. one.Reasons.Union(other.Reasons, StringComparer.Ordinal)],
                Specialties = [.. one.Specialties.Union(other.Specialties)],
                Communities = [.. one.Communities.Union(other.Communities)],
                Mode = one.Mode == BookingMode.Unknown ? other.Mode : one.Mode,
                BookingUrl = one.BookingUrl ?? other.BookingUrl,
            };
            _joined.Add((one, other), joined);
        }

        return joined;
    }
}
