using System.Buffers;

using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Mapping;

/// <summary>
/// Gathers what the calls of one target bring, and says it: one complete snapshot when everything was read, an incomplete one beside the failure when
/// something was not, the failure alone when nothing was (decision 3 of the design).
/// </summary>
/// <param name="target">The target.</param>
/// <param name="place">Its place.</param>
/// <param name="window">The starts asked for; slots outside are passed over.</param>
internal sealed class SlotHarvest(PullTarget target, PlaceDetails place, TimeWindow window)
{
    /// <summary>More free times than any agenda holds in the longest window.</summary>
    public const int MaxSlots = 50_000;

    // One merger for each vendor key, because slots with different keys are different slots although they start together.
    private readonly Dictionary<string, SlotMerger> _mergers = new(StringComparer.Ordinal);
    private readonly List<DateTimeOffset> _hints = [];
    private SnapshotTally _tally = SnapshotTally.None;
    private HubError? _error;
    private DateTimeOffset _coveredTo = window.To;
    private DateTimeOffset? _madeAt;
    private bool _partial;
    private int _slots;

    public HubError? Error => _error;

    /// <summary>Whether another call may still succeed: a refusal of one motive says nothing of the others, a dead line does.</summary>
    public bool IsHopeless => _error is { Code: not (HubErrorCode.VendorRejectedRequest or HubErrorCode.VendorUnknownTarget or HubErrorCode.VendorInvalidValue) };

    public void Add(OfferedSlot slot)
    {
        if (window.Contains(slot.Start))
        {
            Add(slot, MergerOf(slot.VendorKey));
        }
    }

    /// <summary>Adds times that may lack an end; an end is found among the times of this one answer.</summary>
    /// <param name="listed">The times of one answer.</param>
    /// <param name="kind">What they share.</param>
    /// <param name="length">Length of a slot without an end.</param>
    /// <param name="vendorKey">The vendor's key that tells these slots from others of the same times, or null.</param>
    public void Add(IReadOnlyList<ListedSlot> listed, SlotKind kind, TimeSpan length, string? vendorKey = null)
    {
        var times = ArrayPool<ListedSlot>.Shared.Rent(listed.Count);
        var ends = ArrayPool<DateTimeOffset>.Shared.Rent(listed.Count);
        var inside = times.AsSpan(0, CopyInside(listed, times));
        SlotEnds.Close(inside, length, ends);
        var merger = inside.IsEmpty ? null : MergerOf(vendorKey);
        merger?.Expect(inside.Length);
        for (var index = 0; index < inside.Length && merger is not null; index++)
        {
            Add(new OfferedSlot(inside[index].Start, ends[index], kind, vendorKey, inside[index].End is null), merger);
        }

        ArrayPool<ListedSlot>.Shared.Return(times, clearArray: true);
        ArrayPool<DateTimeOffset>.Shared.Return(ends);
    }

    public void Count(SnapshotTally tally) => _tally += tally;

    /// <summary>Notes a next free time; only the earliest one that is not past and that the slots do not contradict is said.</summary>
    public void Hint(DateTimeOffset? next)
    {
        if (next is { } instant && instant >= window.From)
        {
            _hints.Add(instant);
        }
    }

    /// <summary>Notes when the data of a call was made; the oldest counts.</summary>
    public void Made(DateTimeOffset? at)
    {
        if (at is { } instant && (_madeAt is null || instant < _madeAt))
        {
            _madeAt = instant;
        }
    }

    /// <summary>Notes a failure; the first one is kept.</summary>
    public void Fail(HubError error) => _error ??= error;

    /// <summary>Notes that something was left unread although nothing failed.</summary>
    public void LeavePartial() => _partial = true;

    /// <summary>Notes that the vendor was not asked, or did not answer, beyond an instant.</summary>
    public void CoverTo(DateTimeOffset last)
    {
        if (last < _coveredTo)
        {
            _coveredTo = last;
        }
    }

    public IReadOnlyList<PullResult> ToResults()
    {
        var covered = window with { To = _coveredTo };
        var slots = Gather(covered);
        if (_error is { } error)
        {
            var failure = new PullResult(target, error);
            return slots.Count == 0 ? [failure] : [new PullResult(target, Snapshot(slots, covered, complete: false)), failure];
        }

        return [new PullResult(target, Snapshot(slots, covered, complete: !_partial && covered.To >= covered.From))];
    }

    /// <summary>The vendor says that nothing can be booked online here: no statement about slots.</summary>
    public IReadOnlyList<PullResult> ToTelephoneOnly() =>
        [new PullResult(target, Snapshot([], window, complete: false) with { TelephoneOnly = true })];

    private int CopyInside(IReadOnlyList<ListedSlot> listed, ListedSlot[] times)
    {
        var count = 0;
        for (var index = 0; index < listed.Count; index++)
        {
            var time = listed[index];
            if (window.Contains(time.Start))
            {
                times[count++] = time;
            }
        }

        return count;
    }

    private SlotMerger MergerOf(string? vendorKey)
    {
        var key = vendorKey ?? string.Empty;
        if (!_mergers.TryGetValue(key, out var merger))
        {
            merger = new SlotMerger();
            _mergers.Add(key, merger);
        }

        return merger;
    }

    private void Add(in OfferedSlot slot, SlotMerger merger)
    {
        if (_slots >= MaxSlots)
        {
            Fail(new HubError(HubErrorCode.VendorTooLarge, $"More than {MaxSlots} slots for one target."));
            return;
        }

        _slots -= merger.Count;
        merger.Add(slot);
        _slots += merger.Count;
    }

    private IReadOnlyList<OfferedSlot> Gather(TimeWindow covered)
    {
        if (_mergers.Count == 1 && covered.To >= window.To)
        {
            return _mergers.Values.First().ToList();
        }

        return
        [
            .. _mergers.OrderBy(static pair => pair.Key, StringComparer.Ordinal)
                .SelectMany(static pair => pair.Value.ToList())
                .Where(slot => covered.Contains(slot.Start)),
        ];
    }

    private Snapshot Snapshot(IReadOnlyList<OfferedSlot> slots, TimeWindow covered, bool complete) => new()
    {
        Coverage = new Coverage(target.Owner, place.Key, covered.To >= covered.From ? covered : window, complete),
        Schedules = [new ScheduleSlots(place, slots)],
        DataTime = _madeAt,
        NextAvailable = _hints.Where(hint => slots.Count == 0 || hint > covered.To).Select(static hint => (DateTimeOffset?)hint).Min(),
        Tally = _tally with { Duplicates = _tally.Duplicates + _mergers.Values.Sum(static merger => merger.Duplicates) },
    };
}
