using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Availability;

/// <summary>Replaces what a coverage speaks for in a lane, and keeps the rest (decision 3 of the design).</summary>
internal static class LaneMerge
{
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

        var from = SlotClock.ToSecondsUp(coverage.Window.From);
        var to = SlotClock.ToSeconds(coverage.Window.To);
        var begun = SlotClock.ToSecondsUp(now);
        var fresh = new HashSet<ulong>(news.Slots.Length);
        foreach (var slot in news.Slots)
        {
            fresh.Add(slot.Id);
        }

        var rest = new List<IndexedSlot>();
        int removed = 0, confirmed = 0;
        foreach (var slot in current.Slots)
        {
            if (fresh.Contains(slot.Id))
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
                    rest.Add(slot);
                }
            }
        }

        var added = news.Slots.Length - confirmed;
        return rest.Count == 0
            ? new LaneChange(news.Slots, news.Kinds, added, removed, confirmed)
            : Join(current, rest, news, (added, removed, confirmed));
    }

    private static LaneChange Join(Lane current, List<IndexedSlot> rest, NormalizedSlots news, (int Added, int Removed, int Kept) counts)
    {
        var kinds = new KindTable();
        var slots = new List<IndexedSlot>(rest.Count + news.Slots.Length);
        foreach (var slot in news.Slots)
        {
            slots.Add(slot with { Kind = kinds.Number(news.Kinds[slot.Kind]) });
        }

        foreach (var slot in rest)
        {
            slots.Add(slot with { Kind = kinds.Number(current.Kinds[slot.Kind]) });
        }

        slots.Sort(static (left, right) => left.Start != right.Start ? left.Start.CompareTo(right.Start) : left.Id.CompareTo(right.Id));
        return new LaneChange([.. slots], kinds.ToArray(static kind => kind), counts.Added, counts.Removed, counts.Kept);
    }
}
