using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Persistence.WarmStart;
using Sas.Interop.Hub.Security;

namespace Sas.Interop.Hub.Availability.WarmStart;

/// <summary>
/// Makes entries of what one block of the file says. Instants stay as they were saved, so that nothing looks fresher than it is; what is over, too old, from the
/// future, or of nobody that the catalog and the directory still know, is left out.
/// </summary>
internal sealed class EntryRestorer(KindPool pool, IKnownLinks links, DateTimeOffset now) : ISavedOwnerTaker<RestoredOwner>
{
    private readonly Dictionary<SavedVendor, (VendorFreshness Freshness, KnownVendor? Known)> _vendors = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SlotKind, SharedKind> _kinds = new(ReferenceEqualityComparer.Instance);
    private readonly uint _begun = SlotClock.ToSecondsUp(now);
    private (OwnerKey Owner, string VendorId, IReadOnlyList<PullTarget> Targets) _asked = (default, string.Empty, []);

    public bool TryTake(SavedOwner saved, out RestoredOwner? taken)
    {
        taken = null;
        var lanes = new List<Lane>(saved.Lanes.Count);
        var withSlots = new List<string>(1);
        foreach (var told in saved.Lanes)
        {
            if (!TryRestore(saved.Owner, told, out var lane) || (lane is not null && lanes.Exists(other => IsSameLane(other, lane))))
            {
                return false;
            }

            if (lane is not null)
            {
                if (lane.Slots.Length > 0 && !withSlots.Contains(lane.Vendor.VendorId))
                {
                    withSlots.Add(lane.Vendor.VendorId);
                }

                lanes.Add(LaneMerge.WithoutBegun(lane, _begun));
            }
        }

        var sightings = saved.Sightings.Select(sighting => Restore(saved.Owner, sighting)).OfType<Sighting>().ToArray();
        if (lanes.Count + sightings.Length > 0)
        {
            var changedAt = saved.ChangedAt < now ? saved.ChangedAt : now;
            taken = new RestoredOwner(OwnerEntry.Build(saved.Owner, lanes, sightings, null, changedAt), withSlots);
        }

        return true;
    }

    private static bool IsSameLane(Lane one, Lane other) => one.Vendor.VendorId == other.Vendor.VendorId && one.Place.Key == other.Place.Key;

    private bool TryRestore(OwnerKey owner, SavedLane saved, out Lane? lane)
    {
        lane = null;
        var kinds = new LaneKind[saved.Kinds.Count];
        for (var i = 0; i < kinds.Length; i++)
        {
            if (saved.Kinds[i].Page is { } page && !JsonText.IsWhole(page))
            {
                return false;
            }

            kinds[i] = new LaneKind(Share(saved.Kinds[i].Kind), saved.Kinds[i].Page);
        }

        var slots = SlotBlock.Read(saved.Slots.Span);
        if (kinds.Length > IndexedSlot.MaxKinds || !SlotBlock.IsSound(slots, kinds))
        {
            return false;
        }

        if (Wanted(owner, saved.Vendor, saved.Place.Key, saved.SeenAt) is { } vendor)
        {
            lane = new Lane
            {
                Vendor = vendor,
                Place = SavedTexts.Share(saved.Place, TargetsOf(vendor.VendorId, owner)),
                Owner = SavedTexts.Share(saved.Owner, TargetsOf(vendor.VendorId, owner)),
                Slots = slots,
                Kinds = kinds,
                SeenAt = saved.SeenAt,
                DataTime = saved.DataTime,
            };
        }

        return true;
    }

    private Sighting? Restore(OwnerKey owner, SavedSighting saved) =>
        Wanted(owner, saved.Vendor, saved.PlaceKey, saved.SeenAt) is { } vendor ? new Sighting(vendor, saved.PlaceKey, saved.SeenAt) : null;

    // The rule of IAvailabilityWriter.Retain: a vendor that pushes may speak of anybody, the others of those whom the directory links to them.
    private VendorFreshness? Wanted(OwnerKey owner, SavedVendor saved, string? placeKey, DateTimeOffset seenAt)
    {
        var (freshness, known) = Find(saved);
        if (known is null || known.Source != saved.Source || seenAt > now || now - seenAt > freshness.DropAfter)
        {
            return null;
        }

        return known.Pushes || TargetsOf(saved.Id, owner).Any(target => target.Place is null || placeKey is null || target.Place.Key == placeKey)
            ? freshness
            : null;
    }

    // Asked several times in a row for one owner and vendor.
    private IReadOnlyList<PullTarget> TargetsOf(string vendorId, OwnerKey owner)
    {
        if (_asked.Owner != owner || _asked.VendorId != vendorId)
        {
            _asked = (owner, vendorId, links.TargetsOf(vendorId, owner));
        }

        return _asked.Targets;
    }

    private (VendorFreshness Freshness, KnownVendor? Known) Find(SavedVendor saved)
    {
        if (!_vendors.TryGetValue(saved, out var found))
        {
            found = (new VendorFreshness(saved.Id, saved.StaleAfter, saved.DropAfter, saved.EmptyRunGuard, BookingRule.Nowhere), links.Find(saved.Id));
            _vendors.Add(saved, found);
        }

        return found;
    }

    private SharedKind Share(SlotKind kind)
    {
        if (!_kinds.TryGetValue(kind, out var shared))
        {
            shared = pool.Share(kind);
            _kinds.Add(kind, shared);
        }

        return shared;
    }
}
