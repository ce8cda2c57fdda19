using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Availability;

/// <summary>
/// Names the communities of slots that a vendor only flags as open to them (CONTRACT §7.1 demands one 604 entry for each): those that the owner is a member of in the
/// directory stand in. A slot that names its communities keeps them, and one whose owner has none stays as it is.
/// </summary>
internal static class OwnerCommunities
{
    public static Snapshot Complete(Snapshot snapshot, IReadOnlyList<Cpts> known)
    {
        if (known.Count == 0 || !snapshot.Schedules.Any(static schedule => schedule.Slots.Any(static slot => IsNameless(slot.Kind))))
        {
            return snapshot;
        }

        // Slots share the instances of their kinds, and must go on doing so.
        var named = new Dictionary<SlotKind, SlotKind>(ReferenceEqualityComparer.Instance);
        return snapshot with { Schedules = [.. snapshot.Schedules.Select(schedule => schedule with { Slots = [.. schedule.Slots.Select(Name)] })] };

        OfferedSlot Name(OfferedSlot slot)
        {
            if (!IsNameless(slot.Kind))
            {
                return slot;
            }

            if (!named.TryGetValue(slot.Kind, out var kind))
            {
                named.Add(slot.Kind, kind = slot.Kind with { Communities = known });
            }

            return slot with { Kind = kind };
        }
    }

    private static bool IsNameless(SlotKind kind) => kind.Types.HasFlag(SlotTypes.Cpts) && kind.Communities.Count == 0;
}
