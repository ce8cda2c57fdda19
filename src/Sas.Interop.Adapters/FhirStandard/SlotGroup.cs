using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.FhirStandard;

/// <summary>The slots of one page that refer to their schedule in the same way, so that the reference is followed once for all of them.</summary>
/// <param name="root">Where their relative references start from, or null.</param>
/// <param name="schedule">The reference to their schedule, or null.</param>
internal sealed class SlotGroup(string? root, string? schedule)
{
    private readonly List<SlotDraft> _drafts = new(8);

    public string? Root => root;

    public string? Schedule => schedule;

    public IReadOnlyList<SlotDraft> Drafts => _drafts;

    /// <summary>The one of its slots that says the least, by which groups are put in an order that entries have no part in.</summary>
    public SlotDraft Least { get; private set; }

    /// <summary>Whether the kind of one of its slots is not whole without the rest of the answer or the directory: it refers to a community, or has no address.</summary>
    public bool NeedsFinish { get; private set; }

    public void Add(in SlotDraft draft)
    {
        NeedsFinish |= draft.Kind is { Communities.Count: > 0 } or { Kind.BookingUrl: null };
        if (_drafts.Count == 0 || SlotDraft.Compare(draft, Least) < 0)
        {
            Least = draft;
        }

        _drafts.Add(draft);
    }

    /// <summary>The group without what lies outside of the window, which was not asked for and says nothing; null when nothing is left.</summary>
    public SlotGroup? Inside(TimeWindow window)
    {
        var outside = 0;
        foreach (var draft in _drafts)
        {
            outside += IsInside(draft, window) ? 0 : 1;
        }

        if (outside == 0 || outside == _drafts.Count)
        {
            return outside == 0 ? this : null;
        }

        var inside = new SlotGroup(root, schedule);
        foreach (var draft in _drafts)
        {
            if (IsInside(draft, window))
            {
                inside.Add(draft);
            }
        }

        return inside;
    }

    private static bool IsInside(in SlotDraft slot, TimeWindow window) => slot.Standing == SlotStanding.Unreadable || window.Contains(slot.Times.Start);
}
