using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.FhirStandard;

/// <summary>The slots of one owner at one place. A vendor's slots are distinct, so nothing is merged: the same slot twice is one.</summary>
internal sealed class PlacePage(OwnerKey owner, PlaceDetails place)
{
    private readonly List<Listed> _listed = [];
    private OfferedSlot[] _slots = [];

    public OwnerKey Owner => owner;

    public PlaceDetails Place => place;

    /// <summary>In the order of their starts, once settled.</summary>
    public IReadOnlyList<OfferedSlot> Slots => _slots;

    public int Reserved { get; set; }

    public int Unreadable { get; set; }

    public int Duplicates { get; private set; }

    public SnapshotTally Tally => new(Reserved, Unreadable, Duplicates, 0);

    /// <summary>Makes room for slots that are about to be added.</summary>
    public void Expect(int count) => _listed.EnsureCapacity(_listed.Count + count);

    public void Add(in OfferedSlot slot, SlotGroup group, ResourceNode schedule) => _listed.Add(new Listed(slot, group, schedule));

    /// <summary>Puts the slots in order and drops repetitions; called once, when all are there.</summary>
    public void Settle()
    {
        Sort();
        var ids = new HashSet<string>(_listed.Count, StringComparer.Ordinal);
        var seen = new HashSet<Sameness>();
        var slots = new OfferedSlot[_listed.Count];
        var count = 0;
        for (var index = 0; index < _listed.Count; index++)
        {
            var (slot, _, schedule) = _listed[index];
            var known = slot.VendorKey is not null && !ids.Add(slot.VendorKey);
            if (IsRepeated(index, schedule, seen) || known)
            {
                Duplicates++;
                continue;
            }

            slots[count++] = slot;
        }

        _slots = count == slots.Length ? slots : slots[..count];
        _listed.Clear();
    }

    /// <summary>Only slots at one time can be the same, and they stand side by side.</summary>
    private bool IsRepeated(int index, ResourceNode schedule, HashSet<Sameness> seen)
    {
        var slot = _listed[index].Slot;
        var first = index == 0 || _listed[index - 1].Slot.Start != slot.Start || _listed[index - 1].Slot.End != slot.End;
        if (first)
        {
            seen.Clear();
            var last = index + 1 == _listed.Count || _listed[index + 1].Slot.Start != slot.Start || _listed[index + 1].Slot.End != slot.End;
            if (last)
            {
                return false;
            }
        }

        return !seen.Add(new Sameness(schedule, slot.Kind));
    }

    private void Sort()
    {
        for (var index = 1; index < _listed.Count; index++)
        {
            if (Compare(_listed[index - 1], _listed[index]) > 0)
            {
                _listed.Sort(Compare);
                return;
            }
        }
    }

    private static int Compare(Listed left, Listed right)
    {
        var order = left.Slot.Start.CompareTo(right.Slot.Start);
        order = order != 0 ? order : left.Slot.End.CompareTo(right.Slot.End);
        order = order != 0 ? order : string.CompareOrdinal(left.Slot.VendorKey, right.Slot.VendorKey);
        return order != 0 ? order : string.CompareOrdinal(left.Group.Schedule, right.Group.Schedule);
    }

    private readonly record struct Listed(OfferedSlot Slot, SlotGroup Group, ResourceNode Schedule);

    // Kinds are shared within one answer, and schedules are its own resources: identity is enough and cheap.
    private readonly record struct Sameness(ResourceNode Schedule, SlotKind Kind)
    {
        public bool Equals(Sameness other) => ReferenceEquals(Schedule, other.Schedule) && ReferenceEquals(Kind, other.Kind);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(Kind);
    }
}
