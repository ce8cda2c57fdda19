using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.Mapping;

/// <summary>
/// Gathers the free times of one agenda from a vendor that tells starts and reasons and no ends: one slot a start, reasons joined, and a result that does not depend
/// on the order of the vendor's items.
/// </summary>
internal sealed class StartList
{
    private readonly SortedDictionary<DateTimeOffset, IReadOnlyList<string>> _starts = [];

    public int Duplicates { get; private set; }

    public int Count => _starts.Count;

    /// <param name="start">First instant.</param>
    /// <param name="reasons">Reasons as the vendor words them; blank ones are left out.</param>
    public void Add(DateTimeOffset start, IEnumerable<string?>? reasons)
    {
        IReadOnlyList<string> sorted = Sorted(reasons ?? []);
        if (_starts.TryGetValue(start, out var known))
        {
            Duplicates++;
            sorted = Sorted(known.Concat(sorted));
        }

        _starts[start] = sorted;
    }

    public void AddAll(StartList other)
    {
        Duplicates += other.Duplicates;
        foreach (var (start, reasons) in other._starts)
        {
            Add(start, reasons);
        }
    }

    /// <summary>The slots inside a window. An end is the default length after the start, or the next start where that comes first; it is always an estimate.</summary>
    public IReadOnlyList<OfferedSlot> ToSlots(TimeWindow window, TimeSpan defaultLength, SlotKind pattern)
    {
        var kinds = new Dictionary<IReadOnlyList<string>, SlotKind>(ReasonsComparer.Instance);
        ListedSlot[] listed = [.. _starts.Keys.Select(static start => new ListedSlot(start, null, string.Empty))];
        var ends = new DateTimeOffset[listed.Length];
        SlotEnds.Close(listed, defaultLength, ends);
        var slots = new List<OfferedSlot>(listed.Length);
        var index = 0;
        foreach (var (start, reasons) in _starts)
        {
            if (window.Contains(start))
            {
                slots.Add(new OfferedSlot(start, ends[index], KindOf(reasons), null, EndEstimated: true));
            }

            index++;
        }

        return slots;

        SlotKind KindOf(IReadOnlyList<string> reasons)
        {
            if (!kinds.TryGetValue(reasons, out var kind))
            {
                kind = pattern with { Reasons = reasons };
                kinds.Add(reasons, kind);
            }

            return kind;
        }
    }

    /// <summary>The earliest start after an instant, or null.</summary>
    public DateTimeOffset? FirstAfter(DateTimeOffset instant)
    {
        foreach (var start in _starts.Keys)
        {
            if (start > instant)
            {
                return start;
            }
        }

        return null;
    }

    private static string[] Sorted(IEnumerable<string?> reasons) =>
    [
        .. reasons.Where(static reason => !string.IsNullOrWhiteSpace(reason))
            .Select(static reason => reason!.Trim()) // Null was filtered out one line above.
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    private sealed class ReasonsComparer : IEqualityComparer<IReadOnlyList<string>>
    {
        public static ReasonsComparer Instance { get; } = new();

        public bool Equals(IReadOnlyList<string>? one, IReadOnlyList<string>? other) =>
            ReferenceEquals(one, other) || (one is not null && other is not null && one.SequenceEqual(other, StringComparer.Ordinal));

        public int GetHashCode(IReadOnlyList<string> reasons)
        {
            var hash = default(HashCode);
            foreach (var reason in reasons)
            {
                hash.Add(reason, StringComparer.Ordinal);
            }

            return hash.ToHashCode();
        }
    }
}
