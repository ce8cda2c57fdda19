using System.Text;

using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Availability;

/// <summary>All that is known of one owner. Immutable: readers take it once and never see half a snapshot.</summary>
internal sealed class OwnerEntry
{
    private static long _versions;
    private readonly long _changedAt;

    private OwnerEntry(OwnerKey owner, Lane[] lanes, Sighting[] sightings, PlaceEntry[] places)
    {
        Owner = owner;
        Lanes = lanes;
        Sightings = sightings;
        Places = places;
        Details = Merge(lanes);
    }

    public OwnerKey Owner { get; }

    /// <summary>By vendor, then by place key.</summary>
    public Lane[] Lanes { get; }

    /// <summary>When each vendor last told all it has of the owner; in no order.</summary>
    public Sighting[] Sightings { get; }

    /// <summary>By id.</summary>
    public PlaceEntry[] Places { get; }

    /// <summary>The owner as all lanes together tell it: the first that knows a datum gives it.</summary>
    public OwnerDetails Details { get; }

    /// <summary>The same as long as what is said of the owner is the same; another for every change, of any owner.</summary>
    public long Version { get; private init; }

    /// <summary>When what is said of the owner last changed; a slot that begins is no change here.</summary>
    public DateTimeOffset ChangedAt
    {
        get => new(_changedAt, TimeSpan.Zero);
        private init => _changedAt = value.UtcTicks;
    }

    /// <summary>The number of the sweep that looks after this entry (<see cref="ExpiryWheel"/>).</summary>
    public uint SweepAt { get; set; }

    /// <summary>When a vendor last told all it has of this owner; the oldest of its places counts. Null when it never did.</summary>
    public DateTimeOffset? SeenAt(string vendorId)
    {
        DateTimeOffset? seenAt = null;
        foreach (var sighting in Sightings)
        {
            if (sighting.Vendor.VendorId == vendorId && (seenAt is null || sighting.SeenAt < seenAt))
            {
                seenAt = sighting.SeenAt;
            }
        }

        return seenAt;
    }

    /// <summary>The entry that a set of lanes makes, whatever the order in which they came.</summary>
    /// <param name="owner">Whose.</param>
    /// <param name="lanes">At most one for each vendor and place key.</param>
    /// <param name="sightings">At most one for each vendor and place key.</param>
    /// <param name="previous">The entry before, of which what did not change is used again.</param>
    /// <param name="now">The time of a change.</param>
    public static OwnerEntry Build(OwnerKey owner, List<Lane> lanes, Sighting[] sightings, OwnerEntry? previous, DateTimeOffset now)
    {
        if (lanes.Count > 1)
        {
            lanes.Sort(static (one, other) => Compare(one, other));
        }

        Lane[] ordered = [.. lanes];
        var same = previous is not null && IsSame(ordered, previous.Lanes);
        return new OwnerEntry(owner, ordered, sightings, Build(ordered, previous))
        {
            Version = same ? previous!.Version : Interlocked.Increment(ref _versions), // "same" implies "previous".
            ChangedAt = same ? previous!.ChangedAt : now,
            SweepAt = previous?.SweepAt ?? uint.MaxValue,
        };
    }

    /// <summary>The entry without slots that have begun and without what nobody has spoken of for long; itself when there is nothing of either.</summary>
    public OwnerEntry Expire(DateTimeOffset now)
    {
        var begun = SlotClock.ToSecondsUp(now);
        Lane[] lanes = [.. Lanes.Where(lane => !lane.IsDropped(now)).Select(lane => LaneMerge.WithoutBegun(lane, begun))];
        var sightings = Array.FindAll(Sightings, sighting => now - sighting.SeenAt <= sighting.Vendor.DropAfter);
        if (sightings.Length == Sightings.Length && IsSame(lanes, Lanes))
        {
            return this;
        }

        // Nothing that a search shows has changed by this, so the entry keeps its version. What ended did so before now, and once it is gone only this date tells.
        return new OwnerEntry(Owner, lanes, sightings, Build(lanes, this)) { Version = Version, ChangedAt = now, SweepAt = SweepAt };
    }

    /// <summary>
    /// The entry as if one vendor were the only one; null when it has not spoken of the owner. Its version sums up what that vendor says, and it has no date,
    /// since neither may tell when others spoke. Made anew each time, so not for what is asked often.
    /// </summary>
    public OwnerEntry? Only(string vendorId)
    {
        var lanes = Array.FindAll(Lanes, lane => lane.Vendor.VendorId == vendorId);
        var sightings = Array.FindAll(Sightings, sighting => sighting.Vendor.VendorId == vendorId);
        return lanes.Length == 0 && sightings.Length == 0
            ? null
            : new OwnerEntry(Owner, lanes, sightings, Build(lanes, previous: null)) { Version = (long)Sum(lanes), ChangedAt = DateTimeOffset.MinValue };
    }

    private static ulong Sum(Lane[] lanes)
    {
        var sum = IdHash.Start;
        foreach (var lane in lanes)
        {
            sum = sum.Add(lane.Place.Key).Add((uint)lane.Place.GetHashCode()).Add(lane.Owner?.Family).Add(lane.Owner?.Phone);
            sum = (lane.Owner?.Given ?? []).Aggregate(sum, static (all, given) => all.Add(given));
            foreach (var kind in lane.Kinds)
            {
                sum = sum.Add((uint)kind.Shared.Kind.GetHashCode()).Add(kind.Page is { } page ? Encoding.UTF8.GetString(page) : null);
            }

            foreach (var slot in lane.Slots)
            {
                sum = sum.Add((uint)slot.Id).Add((uint)(slot.Id >> 32)).Add(slot.Packed);
            }
        }

        return sum.Finish();
    }

    private static PlaceEntry[] Build(Lane[] lanes, OwnerEntry? previous)
    {
        var groups = PlaceGrouping.Group(lanes);
        var places = new PlaceEntry[groups.Count];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = Build(groups[i], previous);
        }

        return places;
    }

    private static PlaceEntry Build(PlaceGroup group, OwnerEntry? previous)
    {
        var known = previous is null ? null : Array.Find(previous.Places, place => place.Id == group.Id);
        return known is not null && IsSame(group.Lanes, known.Lanes)
            ? new PlaceEntry
            {
                Id = group.Id,
                Details = known.Details,
                Lanes = group.Lanes,
                Slots = known.Slots,
                Kinds = known.Kinds,
                LaneOfKind = known.LaneOfKind,
                Zone = known.Zone,
            }
            : PlaceBuilder.Build(group);
    }

    // A poll without news keeps the very objects of the poll before (SnapshotUpdate), so references tell.
    private static bool IsSame(Lane[] one, Lane[] other)
    {
        if (one.Length != other.Length)
        {
            return false;
        }

        for (var i = 0; i < one.Length; i++)
        {
            if (one[i].Vendor.VendorId != other[i].Vendor.VendorId
                || !ReferenceEquals(one[i].Slots, other[i].Slots)
                || !ReferenceEquals(one[i].Kinds, other[i].Kinds)
                || !ReferenceEquals(one[i].Place, other[i].Place)
                || !ReferenceEquals(one[i].Owner, other[i].Owner))
            {
                return false;
            }
        }

        return true;
    }

    private static int Compare(Lane one, Lane other)
    {
        var order = one.Vendor.IsGuest.CompareTo(other.Vendor.IsGuest);
        order = order != 0 ? order : string.CompareOrdinal(one.Vendor.VendorId, other.Vendor.VendorId);
        return order != 0 ? order : string.CompareOrdinal(one.Place.Key, other.Place.Key);
    }

    private static OwnerDetails Merge(Lane[] lanes)
    {
        if (lanes is [{ Owner: { } only }])
        {
            return only;
        }

        var told = lanes.Select(static lane => lane.Owner).OfType<OwnerDetails>().ToArray();
        return new OwnerDetails(
            told.Select(static owner => owner.Family).FirstOrDefault(static family => family is not null),
            told.Select(static owner => owner.Given).FirstOrDefault(static given => given.Count > 0) ?? [],
            told.Select(static owner => owner.Phone).FirstOrDefault(static phone => phone is not null));
    }
}
