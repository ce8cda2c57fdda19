using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Mapping;

/// <summary>
/// Gathers what the calls of one target gave and turns it into results: everything read is one complete snapshot; a failure among answers is an incomplete
/// snapshot beside the failure; nothing read is the failure alone.
/// </summary>
internal sealed class TargetReading(PullTarget target, PlaceDetails place, TimeWindow window)
{
    private readonly SlotMerger _slots = new();
    private SnapshotTally _tally = SnapshotTally.None;
    private DateTimeOffset _coveredTo = window.To;
    private DateTimeOffset? _next;
    private DateTimeOffset? _dataTime;
    private HubError? _error;

    public PullTarget Target => target;

    public PlaceDetails Place => place;

    public TimeWindow Window => window;

    /// <summary>The vendor says that this agenda is not bookable online.</summary>
    public bool TelephoneOnly { get; set; }

    public void Add(SlotPage page)
    {
        foreach (var slot in page.Slots)
        {
            if (window.Contains(slot.Start))
            {
                _slots.Add(slot);
            }
        }

        _tally += new SnapshotTally(page.Reserved, page.Unreadable, 0, page.Orphans);
        _dataTime = page.MadeAt < _dataTime || _dataTime is null ? page.MadeAt ?? _dataTime : _dataTime;
        Hint(page.Next);
    }

    public void CountUnreadable(int items) => _tally += new SnapshotTally(0, items, 0, 0);

    /// <summary>Keeps the earliest hint that does not lie before the window.</summary>
    public void Hint(DateTimeOffset? next)
    {
        if (next >= window.From && (_next is null || next < _next))
        {
            _next = next;
        }
    }

    /// <summary>Says that nothing was asked from an instant on.</summary>
    public void CoverBefore(DateTimeOffset end)
    {
        var last = end.AddTicks(-1);
        _coveredTo = last < _coveredTo ? (last < window.From ? window.From : last) : _coveredTo;
    }

    /// <summary>Keeps the first failure of the target.</summary>
    public void Fail(HubError error) => _error ??= error;

    public IEnumerable<PullResult> ToResults()
    {
        var slots = _slots.ToList().Where(slot => slot.Start <= _coveredTo).ToList();
        if (TelephoneOnly || _error is null || slots.Count > 0)
        {
            yield return new PullResult(target, ToSnapshot(slots));
        }

        if (_error is { } error)
        {
            yield return new PullResult(target, error);
        }
    }

    private Snapshot ToSnapshot(List<OfferedSlot> slots) => new()
    {
        Coverage = new Coverage(target.Owner, place.Key, new TimeWindow(window.From, _coveredTo), _error is null && !TelephoneOnly),
        Schedules = [new ScheduleSlots(place, slots)],
        DataTime = _dataTime,
        NextAvailable = slots.Count == 0 || _next > _coveredTo ? _next : null,
        TelephoneOnly = TelephoneOnly,
        Tally = _tally + new SnapshotTally(0, 0, _slots.Duplicates, 0),
    };
}
