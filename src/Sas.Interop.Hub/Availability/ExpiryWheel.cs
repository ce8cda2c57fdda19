using System.Collections.Concurrent;

using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Availability;

/// <summary>
/// Knows which owners to look at and when, so that nothing is ever scanned: an owner stands in the bucket of the time at which its first slot has begun, or at which
/// its vendor has kept silent for too long. An owner stands in one bucket at a time; one that is looked at too early is put into a later one.
/// </summary>
internal sealed class ExpiryWheel
{
    /// <summary>Width of a bucket, which is also how long a slot may stay in memory after it has begun. Searches never show it.</summary>
    public static readonly TimeSpan Bucket = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<uint, ConcurrentQueue<OwnerKey>> _buckets = new();
    private readonly Lock _turn = new();

    /// <summary>Sees to it that an entry is looked at in time.</summary>
    /// <param name="entry">The entry that is in the index now.</param>
    /// <param name="now">Now.</param>
    /// <param name="again">Whether the owner was just taken from its bucket.</param>
    public void Schedule(OwnerEntry entry, DateTimeOffset now, bool again)
    {
        var due = Math.Max(BucketOf(Due(entry)), BucketOf(now) + 1);
        if (!again && entry.SweepAt <= due && entry.SweepAt >= BucketOf(now))
        {
            return;
        }

        entry.SweepAt = due;
        _buckets.GetOrAdd(due, static _ => new ConcurrentQueue<OwnerKey>()).Enqueue(entry.Owner);
    }

    /// <summary>The owners whose time has come. One caller at a time.</summary>
    public IReadOnlyList<OwnerKey> TakeDue(DateTimeOffset now)
    {
        lock (_turn)
        {
            var due = new List<OwnerKey>();
            var last = BucketOf(now);
            foreach (var bucket in _buckets.Keys.Where(bucket => bucket <= last).Order())
            {
                if (_buckets.TryRemove(bucket, out var owners))
                {
                    due.AddRange(owners);
                }
            }

            return due;
        }
    }

    private static DateTimeOffset Due(OwnerEntry entry)
    {
        var due = DateTimeOffset.MaxValue;
        foreach (var lane in entry.Lanes)
        {
            var dropped = lane.SeenAt + lane.Vendor.DropAfter;
            due = dropped < due ? dropped : due;
            if (lane.Slots.Length > 0 && SlotClock.ToInstant(lane.Slots[0].Start) is var begins && begins < due)
            {
                due = begins;
            }
        }

        foreach (var sighting in entry.Sightings)
        {
            var dropped = sighting.SeenAt + sighting.Vendor.DropAfter;
            due = dropped < due ? dropped : due;
        }

        return due;
    }

    private static uint BucketOf(DateTimeOffset instant) => SlotClock.ToSeconds(instant) / (uint)Bucket.TotalSeconds;
}
