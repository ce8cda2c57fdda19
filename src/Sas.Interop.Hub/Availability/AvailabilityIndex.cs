using System.Collections.Concurrent;

using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Availability;

/// <summary>
/// All free slots, by owner. A reader takes an owner's immutable entry; a writer makes a new one and swaps it in. Writers of one vendor take turns
/// (their guard needs order); writers of different vendors meet only on an owner that both serve, and then the later one builds again.
/// </summary>
internal sealed class AvailabilityIndex(TimeProvider time, VendorStatusBoard board, ILogger<AvailabilityIndex> logger) : IAvailabilityWriter, IAvailabilityReader
{
    private readonly ConcurrentDictionary<OwnerKey, OwnerEntry> _owners = new();
    private readonly ConcurrentDictionary<string, EmptyRunGuard> _guards = new(StringComparer.Ordinal);

    public OwnerEntry? Find(OwnerKey owner) => _owners.GetValueOrDefault(owner);

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
            if (report.Added + report.Kept > 0 || guard.HeldSince is not null)
            {
                EndSilence(vendor.VendorId, guard, now);
            }

            return guard.FellSilent(vendor) ? HoldBack(vendor, guard, now) : report;
        }
    }

    public void Retain(string vendorId, IReadOnlyList<PullTarget> targets)
    {
        var places = targets.ToLookup(static target => target.Owner, static target => target.Place?.Key);
        Keep((owner, lane) => lane.Vendor.VendorId != vendorId || places[owner].Any(key => key is null || key == lane.Place.Key));
    }

    public void Forget(string vendorId)
    {
        _guards.TryRemove(vendorId, out _);
        Keep((_, lane) => lane.Vendor.VendorId != vendorId);
        board.ClearHeldBack(vendorId);
    }

    private void Keep(Func<OwnerKey, Lane, bool> isKept)
    {
        foreach (var (owner, entry) in _owners)
        {
            if (!Array.TrueForAll(entry.Lanes, lane => isKept(owner, lane)))
            {
                Swap(owner, lanes => [.. lanes.Where(lane => isKept(owner, lane))]);
            }
        }
    }

    private IngestReport HoldBack(VendorFreshness vendor, EmptyRunGuard guard, DateTimeOffset now)
    {
        foreach (var (owner, taken) in guard.Hold(now))
        {
            Swap(owner, lanes => [.. lanes.Where(lane => lane.Vendor.VendorId != vendor.VendorId), .. taken]);
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
        var update = SnapshotUpdate.Prepare(news, now);
        var report = default(IngestReport);
        var hasSlots = false;
        IReadOnlyList<Lane> before = [];
        Swap(news.Snapshot.Coverage.Owner, lanes =>
        {
            (var next, report) = update.ApplyTo(lanes);
            before = [.. lanes.Where(lane => lane.Vendor.VendorId == news.Vendor.VendorId)];
            hasSlots = next.Exists(lane => lane.Vendor.VendorId == news.Vendor.VendorId && lane.Slots.Length > 0);
            return next;
        });
        guard.Note(news.Snapshot.Coverage.Owner, before, hasSlots);
        return report;
    }

    private void Swap(OwnerKey owner, Func<IReadOnlyList<Lane>, List<Lane>> change)
    {
        while (true)
        {
            var before = _owners.GetValueOrDefault(owner);
            var lanes = change(before?.Lanes ?? []);
            if (before is null)
            {
                if (lanes.Count == 0 || _owners.TryAdd(owner, OwnerEntry.Build(owner, lanes, null)))
                {
                    return;
                }
            }
            else if (lanes.Count == 0)
            {
                if (_owners.TryRemove(KeyValuePair.Create(owner, before)))
                {
                    return;
                }
            }
            else if (_owners.TryUpdate(owner, OwnerEntry.Build(owner, lanes, before), before))
            {
                return;
            }
        }
    }
}
