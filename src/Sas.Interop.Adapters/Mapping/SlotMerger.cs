using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.Mapping;

/// <summary>
/// Gathers the slots of one owner at one place when a vendor lists the same time once for each reason (VENDORS §2, "Duplicates"): one slot a start, reasons and
/// consultation types joined. The result does not depend on the order of the items. Not for vendors whose own slots are distinct although they start together.
/// </summary>
internal sealed class SlotMerger
{
    private readonly SortedDictionary<DateTimeOffset, OfferedSlot> _slots = [];
    private readonly Dictionary<(SlotKind, SlotKind), SlotKind> _joined = [];
    private readonly Dictionary<SlotKind, SlotKind> _kinds = [];

    public int Duplicates { get; private set; }

    public int Count => _slots.Count;

    public void Add(OfferedSlot slot)
    {
        var kind = Shared(slot.Kind);
        if (!_slots.TryGetValue(slot.Start, out var known))
        {
            _slots.Add(slot.Start, slot with { Kind = kind });
            return;
        }

        Duplicates++;

        // An end on the wire beats an estimated one; between two of a sort the earlier end promises less.
        var better = known.EndEstimated == slot.EndEstimated
            ? (Precedes(slot.End, known.End) ? slot : known)
            : (known.EndEstimated ? slot : known);
        _slots[slot.Start] = new OfferedSlot(
            Precedes(slot.Start, known.Start) ? slot.Start : known.Start,
            better.End,
            Join(known.Kind, kind),
            Least(known.VendorKey, slot.VendorKey),
            better.EndEstimated);
    }

    public IReadOnlyList<OfferedSlot> ToList() => [.. _slots.Values];

    /// <summary>The earlier instant; of one instant written twice, the smaller offset.</summary>
    private static bool Precedes(DateTimeOffset one, DateTimeOffset other) => one < other || (one == other && one.Offset < other.Offset);

    private static string? Least(string? one, string? other) =>
        one is null || (other is not null && string.CompareOrdinal(other, one) < 0) ? other : one;

    private static Uri? Least(Uri? one, Uri? other) =>
        one is null || (other is not null && string.CompareOrdinal(other.OriginalString, one.OriginalString) < 0) ? other : one;

    private static BookingMode Join(BookingMode one, BookingMode other) =>
        one == BookingMode.Unknown || (other != BookingMode.Unknown && other < one) ? other : one;

    private SlotKind Shared(SlotKind kind)
    {
        if (_kinds.TryGetValue(kind, out var shared))
        {
            return shared;
        }

        _kinds.Add(kind, kind);
        return kind;
    }

    private SlotKind Join(SlotKind one, SlotKind other)
    {
        if (ReferenceEquals(one, other))
        {
            return one;
        }

        if (!_joined.TryGetValue((one, other), out var joined))
        {
            joined = Shared(new SlotKind
            {
                Types = one.Types | other.Types,
                Consultations = one.Consultations | other.Consultations,
                Reasons = [.. one.Reasons.Union(other.Reasons, StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                Specialties = [.. one.Specialties.Union(other.Specialties)
                    .OrderBy(static item => item.Code, StringComparer.Ordinal).ThenBy(static item => item.Text, StringComparer.Ordinal)],
                Communities = [.. one.Communities.Union(other.Communities)
                    .OrderBy(static item => item.Finess, StringComparer.Ordinal)
                    .ThenBy(static item => item.Name, StringComparer.Ordinal)
                    .ThenBy(static item => item.Phone, StringComparer.Ordinal)],
                Mode = Join(one.Mode, other.Mode),
                BookingUrl = Least(one.BookingUrl, other.BookingUrl),
            });
            _joined.Add((one, other), joined);
        }

        return joined;
    }
}
