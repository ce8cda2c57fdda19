using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Availability;

/// <summary>
/// Keeps a vendor's sudden silence from emptying the index (decision 3 of the design). A snapshot that empties an owner waits until the same vendor shows a slot
/// of anybody, or until it has fallen silent for as long as <see cref="VendorFreshness.EmptyRunGuard"/>. One instance a vendor; callers hold its lock.
/// </summary>
internal sealed class EmptyRunGuard
{
    /// <summary>Below so many owners with slots an emptied agenda is everyday life.</summary>
    public const int SmallestVendor = 2;

    private readonly Dictionary<OwnerKey, HeldSnapshot> _held = [];
    private readonly HashSet<OwnerKey> _withSlots = [];

    /// <summary>When the silence began; null when nothing is held.</summary>
    public DateTimeOffset? HeldSince { get; private set; }

    /// <summary>Whether operators were told of the present silence.</summary>
    public bool IsFlagged { get; set; }

    public int OwnersWithSlots => _withSlots.Count;

    /// <summary>Whether every owner that had slots is now said to have none.</summary>
    public bool WholeVendorSilent => HeldSince is not null && _held.Count >= _withSlots.Count;

    /// <summary>Says whether a snapshot must wait.</summary>
    public bool MustHold(VendorFreshness vendor, Snapshot snapshot, DateTimeOffset now)
    {
        var empties = snapshot.Coverage.Complete
            && _withSlots.Contains(snapshot.Coverage.Owner)
            && snapshot.Schedules.All(static schedule => schedule.Slots.Count == 0);
        if (!empties || vendor.EmptyRunGuard <= TimeSpan.Zero || (HeldSince is null && _withSlots.Count < SmallestVendor))
        {
            return false;
        }

        if (HeldSince is { } since && now - since >= vendor.EmptyRunGuard)
        {
            return false;
        }

        HeldSince ??= now;
        _held[snapshot.Coverage.Owner] = new HeldSnapshot(vendor, snapshot, now);
        return true;
    }

    /// <summary>The snapshots that need not wait any more; they are let go of.</summary>
    public IReadOnlyList<HeldSnapshot> Release()
    {
        HeldSnapshot[] released = [.. _held.Values];
        _held.Clear();
        HeldSince = null;
        IsFlagged = false;
        return released;
    }

    /// <summary>A newer word on an owner replaces the one that waits.</summary>
    public void Supersede(OwnerKey owner) => _held.Remove(owner);

    public void Count(OwnerKey owner, bool hasSlots)
    {
        if (hasSlots)
        {
            _withSlots.Add(owner);
        }
        else
        {
            _withSlots.Remove(owner);
        }
    }
}
