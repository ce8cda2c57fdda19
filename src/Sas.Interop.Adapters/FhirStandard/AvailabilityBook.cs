using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.FhirStandard;

/// <summary>Sorts drafts by owner and place. The order in which entries came leaves no trace in the result.</summary>
/// <param name="schedules">Follows schedules.</param>
/// <param name="communities">Follows references to CPTS.</param>
/// <param name="asked">The owners that were asked for, with the page used for slots that name none; null takes every owner.</param>
internal sealed class AvailabilityBook(
    ScheduleResolver schedules, CommunityResolver communities, IReadOnlyDictionary<OwnerKey, Uri?>? asked)
{
    private readonly Dictionary<OwnerKey, OwnerPage> _owners = [];
    private readonly Dictionary<KindKey, SlotKind?> _kinds = [];
    private readonly Dictionary<SlotKind, SlotKind> _shared = [];
    private bool _needsFinish;

    /// <summary>Slots that lead to no owner, or to one that was not asked for.</summary>
    public int Orphans { get; private set; }

    /// <summary>Unreadable slots that lead to no owner.</summary>
    public int Unreadable { get; private set; }

    public IReadOnlyCollection<OwnerPage> Owners => _owners.Values;

    public OwnerPage? Find(OwnerKey owner) => _owners.GetValueOrDefault(owner);

    /// <summary>Enters all slots of an answer; called once.</summary>
    public void Enter(IEnumerable<SlotGroup> groups)
    {
        var sorted = groups.ToArray();
        Array.Sort(sorted, static (left, right) => SlotDraft.Compare(left.Least, right.Least));
        _needsFinish = Array.Exists(sorted, static group => group.NeedsFinish);
        foreach (var group in sorted)
        {
            Enter(group);
        }

        foreach (var page in _owners.Values.SelectMany(static owner => owner.Places))
        {
            page.Settle();
        }
    }

    /// <returns>The page of a schedule's owner and place; null when the owner was not asked for.</returns>
    public PlacePage? Open(LinkedPlace linked)
    {
        foreach (var key in linked.Owners)
        {
            if (asked is null || asked.ContainsKey(key))
            {
                if (!_owners.TryGetValue(key, out var owner))
                {
                    owner = new OwnerPage(key, linked.Details);
                    _owners.Add(key, owner);
                }

                return owner.At(linked.Place);
            }
        }

        return null;
    }

    private void Enter(SlotGroup group)
    {
        var schedule = schedules.Find(group.Root, group.Schedule);
        var linked = schedule is null ? null : schedules.Resolve(schedule).Place;
        if (schedule is null || linked is null || Open(linked) is not { } page)
        {
            var unreadable = group.Drafts.Count(static draft => draft.Standing == SlotStanding.Unreadable);
            Unreadable += unreadable;
            Orphans += group.Drafts.Count - unreadable;
            return;
        }

        page.Expect(group.Drafts.Count);
        for (var index = 0; index < group.Drafts.Count; index++)
        {
            var draft = group.Drafts[index];
            if (draft.Standing == SlotStanding.Unreadable || draft.Kind is null)
            {
                page.Unreadable++;
            }
            else if (draft.Standing == SlotStanding.Reserved || linked.Closed || Finish(draft.Kind, draft.Root, page.Owner) is not { } kind)
            {
                page.Reserved++;
            }
            else
            {
                page.Add(new OfferedSlot(draft.Times.Start, draft.Times.End, kind, draft.Id, EndEstimated: false), group, schedule);
            }
        }
    }

    /// <returns>The kind with its communities; null when nothing that the hub serves is left (D15: professionals have no part in SOS Médecins).</returns>
    private SlotKind? Finish(DraftKind draft, string? root, OwnerKey owner)
    {
        if (!_needsFinish && owner.Kind == OwnerKind.Practitioner)
        {
            // Nothing is left to find or to take away, and there is one draft for each kind.
            return draft.Kind;
        }

        var fallback = draft.Kind.BookingUrl is null ? asked?.GetValueOrDefault(owner) : null;
        var key = new KindKey(draft, draft.Communities.Count == 0 ? null : root, owner.Kind, fallback);
        if (!_kinds.TryGetValue(key, out var kind))
        {
            var types = owner.Kind == OwnerKind.Association ? draft.Kind.Types & (SlotTypes.Public | SlotTypes.Snp) : draft.Kind.Types;
            kind = types == SlotTypes.None ? null : Share(draft.Kind with
            {
                Types = types,
                BookingUrl = draft.Kind.BookingUrl ?? fallback,
                Communities = types.HasFlag(SlotTypes.Cpts) ? Communities(draft, root) : [],
            });
            _kinds.Add(key, kind);
        }

        return kind;
    }

    /// <summary>Drafts that differ only in how they refer to the same communities end in one kind.</summary>
    private SlotKind Share(SlotKind kind)
    {
        if (_shared.TryGetValue(kind, out var shared))
        {
            return shared;
        }

        _shared.Add(kind, kind);
        return kind;
    }

    private Cpts[] Communities(DraftKind draft, string? root) =>
    [
        .. draft.Communities.Select(reference => communities.Resolve(root, reference)).OfType<Cpts>()
            .DistinctBy(static community => community.Finess)
            .OrderBy(static community => community.Finess, StringComparer.Ordinal),
    ];

    private readonly record struct KindKey(DraftKind Draft, string? Root, OwnerKind Owner, Uri? Fallback)
    {
        // Drafts are shared, so that identity is enough and cheap.
        public bool Equals(KindKey other) =>
            ReferenceEquals(Draft, other.Draft) && Owner == other.Owner && Root == other.Root && ReferenceEquals(Fallback, other.Fallback);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(Draft);
    }
}
