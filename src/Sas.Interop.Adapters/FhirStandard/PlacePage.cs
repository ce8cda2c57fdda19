using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.FhirStandard;

/// <summary>The slots of one owner at one place. A vendor's slots are distinct, so nothing is merged: the same slot twice is one.</summary>
internal sealed class PlacePage(OwnerKey owner, PlaceDetails place)
{
    private readonly List<OfferedSlot> _slots = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<Sameness> _seen = [];

    public OwnerKey Owner => owner;

    public PlaceDetails Place => place;

    /// <summary>In the order of their starts.</summary>
    public IReadOnlyList<OfferedSlot> Slots => _slots;

    public int Reserved { get; set; }

    public int Unreadable { get; set; }

    public int Duplicates { get; private set; }

    public SnapshotTally Tally => new(Reserved, Unreadable, Duplicates, 0);

    public void Add(OfferedSlot slot, ResourceNode schedule)
    {
        var known = slot.VendorKey is not null && !_ids.Add(slot.VendorKey);
        if (!_seen.Add(new Sameness(schedule, slot.Start, slot.End, slot.Kind)) || known)
        {
            Duplicates++;
            return;
        }

        _slots.Add(slot);
    }

    // Kinds are shared within one answer, and schedules are its own resources: identity is enough and cheap.
    private readonly record struct Sameness(ResourceNode Schedule, DateTimeOffset Start, DateTimeOffset End, SlotKind Kind)
    {
        public bool Equals(Sameness other) =>
            Start == other.Start && End == other.End && ReferenceEquals(Schedule, other.Schedule) && ReferenceEquals(Kind, other.Kind);

        public override int GetHashCode() => Start.GetHashCode();
    }
}
