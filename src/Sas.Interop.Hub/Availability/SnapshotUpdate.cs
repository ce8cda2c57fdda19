using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Availability;

/// <summary>A snapshot made ready once, so that it can be applied again when another vendor's writer came first.</summary>
internal sealed class SnapshotUpdate
{
    private readonly HeldSnapshot _news;
    private readonly DateTimeOffset _now;
    private readonly IReadOnlyList<(PlaceDetails Place, NormalizedSlots Slots)> _schedules;
    private readonly OwnerDetails? _owner;

    private SnapshotUpdate(HeldSnapshot news, DateTimeOffset now, IReadOnlyList<(PlaceDetails Place, NormalizedSlots Slots)> schedules)
    {
        _news = news;
        _now = now;
        _schedules = schedules;
        _owner = SnapshotNormalizer.Normalize(news.Snapshot.Owner);
    }

    public static SnapshotUpdate Prepare(HeldSnapshot news, DateTimeOffset now)
    {
        var owner = news.Snapshot.Coverage.Owner;
        return new SnapshotUpdate(
            news,
            now,
            [.. OncePerPlace(news.Snapshot.Schedules).Select(schedule =>
                (SnapshotNormalizer.Normalize(schedule.Place), SnapshotNormalizer.Normalize(owner, news.Vendor.VendorId, schedule, now)))]);
    }

    /// <summary>The owner's lanes after the snapshot, and the counts.</summary>
    public (List<Lane> Lanes, IngestReport Report) ApplyTo(IReadOnlyList<Lane> lanes)
    {
        var next = new List<Lane>(lanes.Count + _schedules.Count);
        var report = default(IngestReport);
        foreach (var lane in lanes)
        {
            if (!IsMine(lane))
            {
                next.Add(lane);
            }
            else if (!_schedules.Any(schedule => schedule.Place.Key == lane.Place.Key))
            {
                var (kept, removed) = CloseUnlisted(lane);
                report = report with { Removed = report.Removed + removed };
                next.Add(kept);
            }
        }

        foreach (var (place, slots) in _schedules)
        {
            var current = lanes.FirstOrDefault(lane => IsMine(lane) && lane.Place.Key == place.Key);
            var change = LaneMerge.Replace(current, slots, _news.Snapshot.Coverage, _now);
            next.Add(MakeLane(place, change.Slots, change.Kinds, current));
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

        var change = LaneMerge.Replace(lane, new NormalizedSlots([], [], 0, 0, 0, 0), coverage, _now);
        return (lane with { Slots = change.Slots, Kinds = change.Kinds, SeenAt = coverage.Complete ? _news.SeenAt : lane.SeenAt }, change.Removed);
    }

    private Lane MakeLane(PlaceDetails place, IndexedSlot[] slots, SlotKind[] kinds, Lane? current) => new()
    {
        Vendor = _news.Vendor,
        Place = place,
        Owner = _owner ?? current?.Owner,
        OwnerSpecialties = _news.Snapshot.OwnerSpecialties,
        Slots = slots,
        Kinds = kinds,
        SeenAt = _news.SeenAt,
        DataTime = _news.Snapshot.DataTime,
    };
}
