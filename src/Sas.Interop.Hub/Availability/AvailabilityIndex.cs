using System.Collections.Concurrent;

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
        var guard = _guards.GetOrAdd(vendor.VendorId, static _ => new EmptyRunGuard());
        lock (guard)
        {
            if (guard.MustHold(vendor, snapshot, now))
            {
                Flag(vendor, guard, now);
                return new IngestReport(0, 0, 0, 0, 0, 0, HeldBack: true);
            }

            guard.Supersede(snapshot.Coverage.Owner);
            var report = ApplyNow(new HeldSnapshot(vendor, snapshot, seenAt), guard, now);
            if (guard.HeldSince is not null && (report.Added + report.Kept > 0 || Expired(vendor, guard, now)))
            {
                foreach (var held in guard.Release())
                {
                    ApplyNow(held, guard, now);
                }

                board.ClearHeldBack(vendor.VendorId);
            }

            return report;
        }
    }

    public void Forget(string vendorId)
    {
        _guards.TryRemove(vendorId, out _);
        foreach (var owner in _owners.Keys)
        {
            Swap(owner, lanes => [.. lanes.Where(lane => lane.Vendor.VendorId != vendorId)]);
        }

        board.ClearHeldBack(vendorId);
    }

    private static bool Expired(VendorFreshness vendor, EmptyRunGuard guard, DateTimeOffset now) =>
        guard.HeldSince is { } since && now - since >= vendor.EmptyRunGuard;

    private void Flag(VendorFreshness vendor, EmptyRunGuard guard, DateTimeOffset now)
    {
        if (guard is { WholeVendorSilent: true, IsFlagged: false, HeldSince: { } since })
        {
            guard.IsFlagged = true;
            board.FlagHeldBack(vendor.VendorId, since);
            logger.VendorFellSilent(vendor.VendorId, guard.OwnersWithSlots, since + vendor.EmptyRunGuard - now);
        }
    }

    private IngestReport ApplyNow(HeldSnapshot news, EmptyRunGuard guard, DateTimeOffset now)
    {
        var update = SnapshotUpdate.Prepare(news, now);
        var report = default(IngestReport);
        var hasSlots = false;
        Swap(news.Snapshot.Coverage.Owner, lanes =>
        {
            (var next, report) = update.ApplyTo(lanes);
            hasSlots = next.Exists(lane => lane.Vendor.VendorId == news.Vendor.VendorId && lane.Slots.Length > 0);
            return next;
        });
        guard.Count(news.Snapshot.Coverage.Owner, hasSlots);
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
