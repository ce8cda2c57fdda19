using Sas.Interop.Hub.Availability;

namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>
/// Walks the slots of a run that a search shows, in the one order that counting and writing share. A time that was told twice, by one vendor or by two, is shown once;
/// the order of the index puts the one that can be booked first.
/// </summary>
internal ref struct RunWalk(PlaceRun run, ReadOnlySpan<ulong> masks, SlotFilter? filter, RunPosition position)
{
    private readonly ReadOnlySpan<IndexedSlot> _slots = run.Place.Slots;
    private readonly ReadOnlySpan<ulong> _mask = masks[run.Mask..];
    private int _next = position.Next;
    private uint _lastStart = position.LastStart;
    private uint _lastDuration = position.LastDuration;

    /// <summary>Where another walk goes on.</summary>
    public readonly RunPosition Position => new(_next, _lastStart, _lastDuration);

    public int Current { get; private set; }

    public bool MoveNext()
    {
        while (_next < run.End)
        {
            ref readonly var slot = ref _slots[_next++];
            var kind = slot.Kind;
            if (((_mask[kind >> 6] >> (kind & 63)) & 1) == 0 || (slot.Start == _lastStart && slot.Duration == _lastDuration) || IsHidden(slot))
            {
                continue;
            }

            (_lastStart, _lastDuration) = (slot.Start, slot.Duration);
            Current = _next - 1;
            return true;
        }

        return false;
    }

    private readonly bool IsHidden(in IndexedSlot slot)
    {
        if (filter is not null && !filter.AcceptsSlot(run.Owner.Owner, slot.Id))
        {
            return true;
        }

        if (run.Absences is { } absences)
        {
            var start = SlotClock.ToInstant(slot.Start);
            foreach (var absence in absences)
            {
                if ((absence.From is not { } from || start >= from) && (absence.To is not { } to || start <= to))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
