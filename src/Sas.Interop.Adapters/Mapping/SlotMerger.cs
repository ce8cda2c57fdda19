using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.Mapping;

/// <summary>
/// Gathers the slots of one owner at one place when a vendor lists the same time once for each reason (VENDORS §2, "Duplicates"): one slot a start, reasons and
/// consultation types joined. The result does not depend on the order of the items. Not for vendors whose own slots are distinct although they start together.
/// </summary>
internal sealed class SlotMerger
{
    private readonly List<OfferedSlot> _slots = [];
    private readonly Dictionary<(SlotKind, SlotKind), SlotKind> _joined = [];
    private readonly Dictionary<SlotKind, SlotKind> _kinds = [];
    private (SlotKind Own, SlotKind Shared)? _lastKind;

    // Where each start stands. Not needed as long as times come in their order, as those of most vendors do.
    private Dictionary<long, int>? _places;

    public int Duplicates { get; private set; }

    public int Count => _slots.Count;

    /// <summary>Makes room for slots that are about to be added; most of them will be new.</summary>
    public void Expect(int count)
    {
        if (_slots.Count == 0)
        {
            _slots.EnsureCapacity(count);
        }
    }

    public void Add(in OfferedSlot slot)
    {
        var kind = Shared(slot.Kind);
        if (Find(slot.Start) is not { } place)
        {
            _places?.Add(slot.Start.UtcTicks, _slots.Count);
            _slots.Add(slot with { Kind = kind });
            return;
        }

        Duplicates++;
        var known = _slots[place];

        // An end on the wire beats an estimated one; between two of a sort the earlier end promises less.
        var better = known.EndEstimated == slot.EndEstimated
            ? (Precedes(slot.End, known.End) ? slot : known)
            : (known.EndEstimated ? slot : known);
        _slots[place] = new OfferedSlot(
            Precedes(slot.Start, known.Start) ? slot.Start : known.Start,
            better.End,
            Join(known.Kind, kind),
            Least(known.VendorKey, slot.VendorKey),
            better.EndEstimated);
    }

    /// <summary>In the order of their starts. Nothing may be added afterwards.</summary>
    public IReadOnlyList<OfferedSlot> ToList()
    {
        if (_places is not null)
        {
            _slots.Sort(static (one, other) => one.Start.CompareTo(other.Start));
        }

        return _slots;
    }

    private int? Find(DateTimeOffset start)
    {
        if (_places is null)
        {
            if (_slots.Count == 0 || start > _slots[^1].Start)
            {
                return null;
            }

            if (start == _slots[^1].Start)
            {
                return _slots.Count - 1;
            }

            // Pages that overlap list the same times again.
            if (Search(start) is var place && place >= 0)
            {
                return place;
            }

            _places = new Dictionary<long, int>(_slots.Count * 2);
            for (var index = 0; index < _slots.Count; index++)
            {
                _places.Add(_slots[index].Start.UtcTicks, index);
            }
        }

        return _places.TryGetValue(start.UtcTicks, out var known) ? known : null;
    }

    private int Search(DateTimeOffset start)
    {
        var (low, high) = (0, _slots.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = _slots[middle].Start.CompareTo(start);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

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
        if (_lastKind is { } last && ReferenceEquals(last.Own, kind))
        {
            return last.Shared;
        }

        if (!_kinds.TryGetValue(kind, out var shared))
        {
            shared = kind;
            _kinds.Add(kind, kind);
        }

        _lastKind = (kind, shared);
        return shared;
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
