using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.Mapping;

/// <summary>Finds an end for times that a vendor lists without one (VENDORS §2, "End of slot"): the next time of the same agenda, at most the default length.</summary>
internal static class SlotEnds
{
    private static readonly TimeSpan LongestSlot = TimeSpan.FromHours(24);

    /// <returns>The end as written; null when it is none or cannot be the end of a slot.</returns>
    public static DateTimeOffset? Read(string? text, DateTimeOffset start, TimeZoneInfo zone) =>
        Instants.TryRead(text, zone, out var end) && end > start && end - start <= LongestSlot ? end : null;

    /// <param name="listed">The times of one answer, in any order.</param>
    /// <param name="kind">What they share.</param>
    /// <param name="length">The default length; above zero.</param>
    /// <returns>The slots, the latest of an agenda first.</returns>
    public static IEnumerable<OfferedSlot> Close(IEnumerable<ListedSlot> listed, SlotKind kind, TimeSpan length)
    {
        var sorted = listed.ToArray();
        Array.Sort(sorted, static (one, other) => Compare(one, other));
        var next = default(ListedSlot?);
        for (var i = sorted.Length - 1; i >= 0; i--)
        {
            var slot = sorted[i];
            if (i < sorted.Length - 1 && sorted[i + 1].Start != slot.Start)
            {
                next = sorted[i + 1];
            }

            if (slot.End is { } end)
            {
                yield return new OfferedSlot(slot.Start, end, kind, null, EndEstimated: false);
                continue;
            }

            var longest = slot.Start + length;
            var follows = slot.Agenda is not null && next is { } later && later.Agenda == slot.Agenda && later.Start > slot.Start && later.Start < longest;
            yield return new OfferedSlot(slot.Start, follows && next is { } bound ? bound.Start : longest, kind, null, EndEstimated: true);
        }
    }

    private static int Compare(in ListedSlot one, in ListedSlot other)
    {
        var agenda = string.CompareOrdinal(one.Agenda, other.Agenda);
        return agenda != 0 ? agenda : one.Start.CompareTo(other.Start);
    }
}
