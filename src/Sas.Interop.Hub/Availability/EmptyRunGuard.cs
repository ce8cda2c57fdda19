using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Availability;

/// <summary>
/// Keeps a vendor's sudden silence from emptying the index (decision 3 of the design). Owners that are emptied one by one while the vendor shows slots of others
/// are believed at once. When the last of them goes without a single slot in between, everything that this silence took is put back, and stays until the vendor
/// shows a slot of anybody, or has kept silent for as long as <see cref="VendorFreshness.EmptyRunGuard"/>. One instance a vendor; callers hold its lock.
/// </summary>
internal sealed class EmptyRunGuard
{
    /// <summary>A vendor with fewer owners with slots than this is not guarded: one emptied agenda is everyday life.</summary>
    public const int SmallestVendor = 2;

    private readonly HashSet<OwnerKey> _withSlots = [];

    // What the present silence took, and what the vendor said last of those owners.
    private readonly Dictionary<OwnerKey, IReadOnlyList<Lane>> _taken = [];
    private readonly Dictionary<OwnerKey, HeldSnapshot> _held = [];

    /// <summary>Since when snapshots are held back; null when they are believed.</summary>
    public DateTimeOffset? HeldSince { get; private set; }

    /// <summary>Owners whose slots are kept although the vendor says that there are none.</summary>
    public int Kept => HeldSince is null ? 0 : _taken.Count;

    /// <summary>Whether a snapshot must wait; it is kept for the end of the silence.</summary>
    public bool Holds(HeldSnapshot news, DateTimeOffset now)
    {
        if (HeldSince is not { } since || now - since >= news.Vendor.EmptyRunGuard || !IsEmpty(news.Snapshot))
        {
            return false;
        }

        _held[news.Snapshot.Coverage.Owner] = news;
        return true;
    }

    /// <summary>Notes what a snapshot did to an owner.</summary>
    /// <param name="owner">Whose.</param>
    /// <param name="before">The vendor's lanes of the owner before.</param>
    /// <param name="hasSlots">Whether the vendor has slots of the owner after.</param>
    public void Note(OwnerKey owner, IReadOnlyList<Lane> before, bool hasSlots)
    {
        if (hasSlots)
        {
            _withSlots.Add(owner);
        }
        else if (_withSlots.Remove(owner))
        {
            _taken[owner] = before;
        }
    }

    /// <summary>Whether the silence has just become whole, so that what it took must be put back.</summary>
    public bool FellSilent(VendorFreshness vendor) =>
        HeldSince is null && vendor.EmptyRunGuard > TimeSpan.Zero && _withSlots.Count == 0 && _taken.Count >= SmallestVendor;

    /// <summary>Begins to hold back; gives what must be put back.</summary>
    public IReadOnlyDictionary<OwnerKey, IReadOnlyList<Lane>> Hold(DateTimeOffset now)
    {
        HeldSince = now;
        return _taken;
    }

    /// <summary>The silence is over, by a slot or by time.</summary>
    /// <returns>What the vendor said meanwhile, to be applied now.</returns>
    public IReadOnlyList<HeldSnapshot> Release()
    {
        HeldSnapshot[] released = [.. _held.Values];
        _held.Clear();
        _taken.Clear();
        HeldSince = null;
        return released;
    }

    private static bool IsEmpty(Snapshot snapshot) =>
        snapshot.Coverage.Complete && snapshot.Schedules.All(static schedule => schedule.Slots.Count == 0);
}
