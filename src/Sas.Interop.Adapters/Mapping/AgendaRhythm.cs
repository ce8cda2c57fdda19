using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.Mapping;

/// <summary>Ends for the slots of one agenda that lists starts only: the distance to the next start, as far as it tells the agenda's step.</summary>
internal static class AgendaRhythm
{
    // A longer distance is a break or a booked time, not the length of a consultation.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(60);

    /// <summary>
    /// The smallest distance between two starts, when it is an hour at most, else the fallback. The smallest one and not each slot's own: a booked time in
    /// between would make the slot before it look longer than it is.
    /// </summary>
    public static TimeSpan Step(IEnumerable<DateTimeOffset> starts, TimeSpan fallback)
    {
        var smallest = TimeSpan.MaxValue;
        DateTimeOffset? before = null;
        foreach (var start in starts.Distinct().Order())
        {
            if (start - before < smallest)
            {
                smallest = (start - before).GetValueOrDefault();
            }

            before = start;
        }

        return smallest <= Longest ? smallest : fallback;
    }

    /// <summary>The same slots, each estimated end set by the agenda's step.</summary>
    public static IEnumerable<OfferedSlot> Apply(IReadOnlyList<OfferedSlot> slots, TimeSpan fallback)
    {
        var step = Step(slots.Select(static slot => slot.Start), fallback);
        return slots.Select(slot => slot.EndEstimated ? slot with { End = slot.Start + step } : slot);
    }
}
