using System.Collections.Concurrent;

using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability.WarmStart;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Availability;

/// <summary>
/// All free slots, by owner. A reader takes an owner's immutable entry; a writer makes a new one and swaps it in. Writers of one vendor take turns
/// (their guard needs order); writers of different vendors meet only on an owner that both serve, and then the later one builds again.
/// </summary>
internal sealed class AvailabilityIndex(TimeProvider time, VendorStatusBoard board, ILogger<AvailabilityIndex> logger)
    : IAvailabilityWriter, IAvailabilityReader, ITakenSlots
{
    private readonly ConcurrentDictionary<OwnerKey, OwnerEntry> _owners = new();
    private readonly ConcurrentDictionary<string, EmptyRunGuard> _guards = new(StringComparer.Ordinal);
    private readonly KindPool _pool = new();
    private readonly ExpiryWheel _wheel = new();
    private readonly TakenSet _taken = new();
    private long _changes;

    /// <summary>Grows with every change, also one that only says that a vendor was heard.</summary>
    public long Changes => Volatile.Read(ref _changes);

    public KindPool Kinds => _pool;

    public IEnumerable<OwnerEntry> All => _owners.Select(static pair => pair.Value);

    public OwnerEntry? Find(OwnerKey owner) => _owners.GetValueOrDefault(owner);

    public Cpts? FindCommunity(string finess) => _pool.Community(finess);

    public IngestReport Apply(VendorFreshness vendor, Snapshot snapshot, DateTimeOffset seenAt)
    {
        var now = time.GetUtcNow();
        var news = new HeldSnapshot(vendor, snapshot, seenAt);
        var guard = _guards.GetOrAdd(vendor.VendorId, static _ => new EmptyRunGuard());
        lock (guard)
        {
            if (guard.Holds(news, now))
            {
                return new IngestReport { HeldBack = true };
            }

            var report = ApplyNow(news, guard, now);
            if (report.Added + report.Kept + report.DroppedTaken > 0 || guard.HeldSince is not null)
            {
                EndSilence(vendor.VendorId, guard, now);
            }

            return guard.FellSilent(vendor) ? HoldBack(vendor, guard, now) : report;
        }
    }

    public void Take(TakenSlot slot)
    {
        _taken.Add(slot);
        Strip(slot.Owner);
    }

    public void Release(TakenSlot slot) => _taken.Remove(slot);

    /// <summary>Puts owners in as they were when they were saved. What is known of an owner already is newer, and stays.</summary>
    public void Restore(IEnumerable<RestoredOwner> owners)
    {
        var now = time.GetUtcNow();
        foreach (var (entry, withSlots) in owners)
        {
            if (!_owners.TryAdd(entry.Owner, entry))
            {
                continue;
            }

            _wheel.Schedule(entry, now, again: false);
            Strip(entry.Owner);
            foreach (var vendorId in withSlots)
            {
                var guard = _guards.GetOrAdd(vendorId, static _ => new EmptyRunGuard());
                lock (guard)
                {
                    guard.Note(entry.Owner, [], hasSlots: true);
                }
            }
        }
    }

    public void Retain(string vendorId, IReadOnlyList<PullTarget> targets)
    {
        var places = targets.ToLookup(static target => target.Owner, static target => target.Place?.Key);
        Keep((owner, vendor, placeKey) => vendor != vendorId || places[owner].Any(key => key is null || placeKey is null || key == placeKey));
    }

    public void Forget(string vendorId)
    {
        _guards.TryRemove(vendorId, out _);
        Keep((_, vendor, _) => vendor != vendorId);
        board.ClearHeldBack(vendorId);
    }

    /// <summary>Lets go of slots that have begun and of what nobody has spoken of for long, of the owners whose time has come.</summary>
    /// <returns>How many owners were looked at.</returns>
    public int Sweep()
    {
        var now = time.GetUtcNow();
        var seen = 0;
        _taken.Prune(SlotClock.ToSecondsUp(now));
        foreach (var owner in _wheel.TakeDue(now))
        {
            seen++;
            while (_owners.TryGetValue(owner, out var entry))
            {
                var next = entry.Expire(now);
                if (next.Lanes.Length == 0 && next.Sightings.Length == 0)
                {
                    if (_owners.TryRemove(KeyValuePair.Create(owner, entry)))
                    {
                        Interlocked.Increment(ref _changes);
                        break;
                    }

                    continue;
                }

                if (ReferenceEquals(next, entry) || _owners.TryUpdate(owner, next, entry))
                {
                    Interlocked.Increment(ref _changes);
                    _wheel.Schedule(next, now, again: true);
                    break;
                }
            }
        }

        return seen;
    }

    private void Keep(Func<OwnerKey, string, string?, bool> isKept)
    {
        foreach (var (owner, entry) in _owners)
        {
            if (!Array.TrueForAll(entry.Lanes, lane => isKept(owner, lane.Vendor.VendorId, lane.Place.Key))
                || !Array.TrueForAll(entry.Sightings, sighting => isKept(owner, sighting.Vendor.VendorId, sighting.PlaceKey)))
            {
                Swap(
                    owner,
                    lanes => [.. lanes.Where(lane => isKept(owner, lane.Vendor.VendorId, lane.Place.Key))],
                    sightings => Array.FindAll(sightings, sighting => isKept(owner, sighting.Vendor.VendorId, sighting.PlaceKey)));
            }
        }
    }

    private IngestReport HoldBack(VendorFreshness vendor, EmptyRunGuard guard, DateTimeOffset now)
    {
        foreach (var (owner, taken) in guard.Hold(now))
        {
            Swap(owner, lanes => [.. lanes.Where(lane => lane.Vendor.VendorId != vendor.VendorId), .. taken], static sightings => sightings);
            Strip(owner);
        }

        board.FlagHeldBack(vendor.VendorId, now);
        logger.VendorFellSilent(vendor.VendorId, guard.Kept, vendor.EmptyRunGuard);
        return new IngestReport { HeldBack = true };
    }

    private void EndSilence(string vendorId, EmptyRunGuard guard, DateTimeOffset now)
    {
        var wasHeld = guard.HeldSince is not null;
        foreach (var held in guard.Release())
        {
            ApplyNow(held, guard, now);
        }

        if (wasHeld)
        {
            board.ClearHeldBack(vendorId);
        }
    }

    private IngestReport ApplyNow(HeldSnapshot news, EmptyRunGuard guard, DateTimeOffset now)
    {
        var takenBefore = _taken.Version;
        var update = SnapshotUpdate.Prepare(news, (_pool, _taken), now);
        var vendorId = news.Vendor.VendorId;
        var report = default(IngestReport);
        var hasSlots = false;
        IReadOnlyList<Lane> before = [];
        Swap(
            news.Snapshot.Coverage.Owner,
            lanes =>
            {
                (var next, report) = update.ApplyTo(lanes);
                before = lanes.Length == 0 ? [] : Array.FindAll(lanes, lane => lane.Vendor.VendorId == vendorId);


                // A vendor whose slots are all taken is not silent.
                hasSlots = update.DroppedTaken > 0 || next.Exists(lane => lane.Vendor.VendorId == vendorId && lane.Slots.Length > 0);
                return next;
            },
            update.ApplyTo);
        if (_taken.Version != takenBefore)
        {
            // One that was taken since the news were looked through may have come back with them.
            Strip(news.Snapshot.Coverage.Owner);
        }

        guard.Note(news.Snapshot.Coverage.Owner, before, hasSlots);
        foreach (var (host, why) in update.RefusedPages)
        {
            if (board.RefusePage(vendorId, host))
            {
                logger.PageRefused(vendorId, host, why);
            }
        }

        return report;
    }

    /// <summary>Removes what is taken from an owner's lanes, if there is any.</summary>
    private void Strip(OwnerKey owner)
    {
        if (_taken.HasAny(owner) && _owners.TryGetValue(owner, out var entry) && Array.Exists(entry.Lanes, lane => !ReferenceEquals(Strip(lane), lane)))
        {
            Swap(owner, lanes => [.. lanes.Select(Strip)], static sightings => sightings);
        }

        Lane Strip(Lane lane)
        {
            var left = _taken.Without(owner, lane.Vendor.VendorId, lane.Slots);
            return ReferenceEquals(left, lane.Slots) ? lane : lane with { Slots = left };
        }
    }

    private void Swap(OwnerKey owner, Func<Lane[], List<Lane>> changeLanes, Func<Sighting[], Sighting[]> changeSightings)
    {
        var now = time.GetUtcNow();
        while (true)
        {
            var before = _owners.GetValueOrDefault(owner);
            var lanes = changeLanes(before?.Lanes ?? []);
            var sightings = changeSightings(before?.Sightings ?? []);
            if (lanes.Count == 0 && sightings.Length == 0)
            {
                if (before is null || _owners.TryRemove(KeyValuePair.Create(owner, before)))
                {
                    Interlocked.Increment(ref _changes);
                    return;
                }

                continue;
            }

            var after = OwnerEntry.Build(owner, lanes, sightings, before, now);
            if (before is null ? _owners.TryAdd(owner, after) : _owners.TryUpdate(owner, after, before))
            {
                Interlocked.Increment(ref _changes);
                _wheel.Schedule(after, now, again: false);
                return;
            }
        }
    }
}
