using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Availability;

/// <summary>A snapshot made ready once, so that it can be applied again when another vendor's writer came first.</summary>
internal sealed class SnapshotUpdate
{
    private readonly HeldSnapshot _news;
    private readonly DateTimeOffset _now;
    private readonly List<(PlaceDetails Place, NormalizedSlots Slots)> _schedules;
    private readonly OwnerDetails? _owner;

    private SnapshotUpdate(HeldSnapshot news, DateTimeOffset now, List<(PlaceDetails Place, NormalizedSlots Slots)> schedules)
    {
        _news = news;
        _now = now;
        _schedules = schedules;
        _owner = SnapshotNormalizer.Normalize(news.Snapshot.Owner);
    }

    /// <summary>Slots that the vendor lists although they are taken.</summary>
    public int DroppedTaken { get; private init; }

    /// <summary>Hosts of pages to book on that the vendor may not lead to, and why.</summary>
    public IReadOnlyList<(string Host, string Why)> RefusedPages { get; private init; } = [];

    /// <param name="news">What a vendor said.</param>
    /// <param name="known">The kinds of all lanes, and the slots that are taken.</param>
    /// <param name="now">Slots that have begun are left out.</param>
    public static SnapshotUpdate Prepare(HeldSnapshot news, (KindPool Kinds, TakenSet Taken) known, DateTimeOffset now)
    {
        var snapshot = news.Snapshot;
        var hash = IdHash.Start.Add(news.Vendor.VendorId).Add(snapshot.Coverage.Owner.ToString());
        var schedules = new List<(PlaceDetails, NormalizedSlots)>(snapshot.Schedules.Count);
        var dropped = 0;
        var pages = new PageGate(news.Vendor.Pages);
        foreach (var schedule in OncePerPlace(snapshot.Schedules))
        {
            var kinds = new KindTable(known.Kinds, snapshot.OwnerSpecialties, pages);
            var told = SnapshotNormalizer.Normalize(hash, schedule, kinds, now);
            var left = known.Taken.Without(snapshot.Coverage.Owner, news.Vendor.VendorId, told.Slots);
            dropped += told.Slots.Length - left.Length;
            schedules.Add((SnapshotNormalizer.Normalize(schedule.Place), ReferenceEquals(left, told.Slots) ? told : told with { Slots = left }));
        }

        return new SnapshotUpdate(news, now, schedules) { DroppedTaken = dropped, RefusedPages = pages.Refused };
    }

    /// <summary>The owner's lanes after the snapshot, and the counts.</summary>
    public (List<Lane> Lanes, IngestReport Report) ApplyTo(Lane[] lanes)
    {
        // What is too old to be served must not come back because the vendor spoke of something else.
        lanes = Array.FindAll(lanes, lane => !IsMine(lane) || !lane.IsDropped(_now));
        var next = new List<Lane>(lanes.Length + _schedules.Count);
        var report = new IngestReport { DroppedTaken = DroppedTaken };
        foreach (var lane in lanes)
        {
            if (!IsMine(lane))
            {
                next.Add(lane);
            }
            else if (!_schedules.Exists(schedule => schedule.Place.Key == lane.Place.Key))
            {
                var (kept, removed) = CloseUnlisted(lane);
                report = report with { Removed = report.Removed + removed };
                next.Add(kept);
            }
        }

        foreach (var (place, slots) in _schedules)
        {
            var current = Array.Find(lanes, lane => IsMine(lane) && lane.Place.Key == place.Key);
            var change = LaneMerge.Replace(current, slots, _news.Snapshot.Coverage, _now);
            next.Add(MakeLane(place, change, current, isConfirmed: change.Slots.Length == slots.Slots.Length));
            report = report with
            {
                Added = report.Added + change.Added,
                Removed = report.Removed + change.Removed,
                Kept = report.Kept + change.Kept,
                DroppedPast = report.DroppedPast + slots.Past,
                DroppedReserved = report.DroppedReserved + slots.Reserved + slots.Unreadable,
                Duplicates = report.Duplicates + slots.Duplicates,
            };
        }

        return (next, report);
    }

    /// <summary>The vendors' sightings of the owner after the snapshot; one that does not tell all it has is no sighting.</summary>
    public Sighting[] ApplyTo(Sighting[] sightings)
    {
        var coverage = _news.Snapshot.Coverage;
        if (!coverage.Complete)
        {
            return sightings;
        }

        var mine = new Sighting(_news.Vendor, coverage.PlaceKey, _news.SeenAt);
        var replaced = Array.FindIndex(sightings, known => known.Vendor.VendorId == mine.Vendor.VendorId && known.PlaceKey == mine.PlaceKey);
        if (replaced < 0)
        {
            return [.. sightings, mine];
        }

        Sighting[] next = [.. sightings];
        next[replaced] = mine;
        return next;
    }

    // A snapshot that lists one place twice means the slots of both items.
    private static IEnumerable<ScheduleSlots> OncePerPlace(IReadOnlyList<ScheduleSlots> schedules) =>
        schedules.Count <= 1
            ? schedules
            : schedules
                .GroupBy(static schedule => schedule.Place.Key, StringComparer.Ordinal)
                .Select(static group => group.First() with { Slots = [.. group.SelectMany(static schedule => schedule.Slots)] });

    private bool IsMine(Lane lane) => lane.Vendor.VendorId == _news.Vendor.VendorId;

    private (Lane Lane, int Removed) CloseUnlisted(Lane lane)
    {
        var coverage = _news.Snapshot.Coverage;
        if (coverage.PlaceKey is not null && coverage.PlaceKey != lane.Place.Key)
        {
            return (lane, 0);
        }

        var change = LaneMerge.Replace(lane, NormalizedSlots.None, coverage, _now);
        return (lane with { Slots = change.Slots, Kinds = change.Kinds, SeenAt = coverage.Complete ? _news.SeenAt : lane.SeenAt }, change.Removed);
    }

    /// <summary>The lane after the news. Where they say what was known, it keeps what it has, so that a poll without news leaves nothing behind but a time.</summary>
    private Lane MakeLane(PlaceDetails place, LaneChange change, Lane? current, bool isConfirmed)
    {
        // Slots that an incomplete snapshot does not tell again are as old as they were, and the lane with them.
        var seenAt = _news.Snapshot.Coverage.Complete || isConfirmed || current is null ? _news.SeenAt : current.SeenAt;
        var lane = new Lane
        {
            Vendor = _news.Vendor,
            Place = place,
            Owner = _owner ?? current?.Owner,
            Slots = change.Slots,
            Kinds = change.Kinds,
            SeenAt = seenAt,
            DataTime = _news.Snapshot.DataTime,
        };
        return current is not null && lane.SaysTheSameAs(current)
            ? lane with { Place = current.Place, Owner = current.Owner, Slots = current.Slots, Kinds = current.Kinds }
            : lane;
    }
}
