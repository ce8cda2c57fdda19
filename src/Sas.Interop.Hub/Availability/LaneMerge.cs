using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Availability;

/// <summary>Replaces what a coverage speaks for in a lane, and keeps the rest (decision 3 of the design).</summary>
internal static class LaneMerge
{
    private const int MostAtOneTime = 16;

    /// <param name="current">What is known, or null.</param>
    /// <param name="news">The new slots; all of them are taken, also those outside the coverage.</param>
    /// <param name="coverage">What the news speak for.</param>
    /// <param name="now">Slots that have begun are let go.</param>
    public static LaneChange Replace(Lane? current, NormalizedSlots news, Coverage coverage, DateTimeOffset now)
    {
        if (current is null || current.Slots.Length == 0)
        {
            return new LaneChange(news.Slots, news.Kinds, news.Slots.Length, 0, 0);
        }

        if (HasSameIds(current.Slots, news.Slots))
        {
            return new LaneChange(news.Slots, news.Kinds, 0, 0, news.Slots.Length);
        }

        var from = SlotClock.ToSecondsUp(coverage.Window.From);
        var to = SlotClock.ToSeconds(coverage.Window.To);
        var begun = SlotClock.ToSecondsUp(now);
        HashSet<ulong>? ids = null;
        List<IndexedSlot>? rest = null;
        int removed = 0, confirmed = 0, next = 0;
        foreach (var slot in current.Slots)
        {
            // Both lists are by start, and an id is of one start.
            while (next < news.Slots.Length && news.Slots[next].Start < slot.Start)
            {
                next++;
            }

            if (IsTold(news.Slots, next, slot, ref ids))
            {
                confirmed++;
            }
            else if (slot.Start >= begun)
            {
                if (coverage.Complete && slot.Start >= from && slot.Start <= to)
                {
                    removed++;
                }
                else
                {
                    (rest ??= []).Add(slot);
                }
            }
        }

        var added = news.Slots.Length - confirmed;
        return rest is null
            ? new LaneChange(news.Slots, news.Kinds, added, removed, confirmed)
            : Join(current, rest, news, (added, removed, confirmed));
    }

    /// <summary>The lane without the slots that have begun.</summary>
    public static Lane WithoutBegun(Lane lane, uint begun)
    {
        var first = 0;
        while (first < lane.Slots.Length && lane.Slots[first].Start < begun)
        {
            first++;
        }

        return first == 0 ? lane : lane with { Slots = lane.Slots[first..] };
    }

    // Most polls tell again what is known, in the same order: then a look side by side is enough.
    private static bool HasSameIds(IndexedSlot[] one, IndexedSlot[] other)
    {
        if (one.Length != other.Length)
        {
            return false;
        }

        for (var i = 0; i < one.Length; i++)
        {
            if (one[i].Id != other[i].Id)
            {
                return false;
            }
        }

        return true;
    }

    // A feed that puts all its slots at one time must not cost the square of their number.
    private static bool IsTold(IndexedSlot[] slots, int from, in IndexedSlot wanted, ref HashSet<ulong>? ids)
    {
        for (var i = from; i < slots.Length && slots[i].Start == wanted.Start; i++)
        {
            if (slots[i].Id == wanted.Id)
            {
                return true;
            }

            if (i - from == MostAtOneTime)
            {
                return (ids ??= [.. slots.Select(static slot => slot.Id)]).Contains(wanted.Id);
            }
        }

        return false;
    }

    private static LaneChange Join(Lane current, List<IndexedSlot> rest, NormalizedSlots news, (int Added, int Removed, int Kept) counts)
    {
        var table = new LaneKindTable();
        var slots = new List<IndexedSlot>(rest.Count + news.Slots.Length);
        foreach (var slot in news.Slots)
        {
            slots.Add(slot.WithKind(table.Number(news.Kinds[slot.Kind])));
        }

        foreach (var slot in rest)
        {
            slots.Add(slot.WithKind(table.Number(current.Kinds[slot.Kind])));
        }

        var kinds = table.ToArray();
        slots.Sort((left, right) => IndexedSlot.Compare(left, right, kinds));
        return new LaneChange([.. slots], kinds, counts.Added, counts.Removed, counts.Kept);
    }
}
