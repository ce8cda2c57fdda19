namespace Sas.Interop.Adapters.FhirStandard;

/// <summary>The slots of one page by the schedule that they refer to.</summary>
internal sealed class SlotDrafts
{
    private readonly Dictionary<(string? Root, string? Schedule), SlotGroup> _byReference = [];
    private readonly List<SlotGroup> _groups = [];
    private SlotGroup? _last;

    public int Count { get; private set; }

    public IReadOnlyList<SlotGroup> Groups => _groups;

    /// <summary>All of them in the order of their entries.</summary>
    public IEnumerable<SlotDraft> InOrder => _groups.SelectMany(static group => group.Drafts).OrderBy(static draft => draft.Entry);

    public void Add(in SlotDraft draft)
    {
        // An answer mostly lists the slots of one schedule one after the other.
        if (_last is null || _last.Schedule != draft.Schedule || _last.Root != draft.Root)
        {
            _last = GroupOf(draft.Root, draft.Schedule);
        }

        _last.Add(draft);
        Count++;
    }

    private SlotGroup GroupOf(string? root, string? schedule)
    {
        if (!_byReference.TryGetValue((root, schedule), out var group))
        {
            group = new SlotGroup(root, schedule);
            _byReference.Add((root, schedule), group);
            _groups.Add(group);
        }

        return group;
    }
}
