using System.Collections.Concurrent;
using System.Collections.Immutable;

using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Availability;

/// <summary>Which slots are taken although a vendor may still list them, by owner. Most owners have none, and then nothing is looked through.</summary>
internal sealed class TakenSet
{
    private readonly ConcurrentDictionary<OwnerKey, ImmutableArray<Taken>> _owners = new();
    private long _version;

    /// <summary>Grows with each slot that is taken.</summary>
    public long Version => Volatile.Read(ref _version);

    public void Add(TakenSlot slot)
    {
        var taken = new Taken(SlotClock.ToSeconds(slot.Start), slot.VendorId, slot.By);
        _owners.AddOrUpdate(
            slot.Owner,
            static (_, added) => [added],
            static (_, known, added) => known.Contains(added) ? known : known.Add(added),
            taken);
        Interlocked.Increment(ref _version);
    }

    /// <summary>Lets go of one vendor's slot and of what was taken of all by its word; without a vendor, of those of all vendors, however each was taken.</summary>
    public void Remove(TakenSlot slot)
    {
        var start = SlotClock.ToSeconds(slot.Start);
        Keep(slot.Owner, taken => taken.Start != start || (slot.VendorId is { } vendor && (taken.VendorId ?? taken.By) != vendor));
    }

    /// <summary>Forgets what has begun.</summary>
    public void Prune(uint begun)
    {
        foreach (var (owner, known) in _owners)
        {
            if (known.Any(taken => taken.Start < begun))
            {
                Keep(owner, taken => taken.Start >= begun);
            }
        }
    }

    /// <summary>A vendor's slots without those that are taken; the very same array when none is.</summary>
    public IndexedSlot[] Without(OwnerKey owner, string vendorId, IndexedSlot[] slots) =>
        _owners.TryGetValue(owner, out var taken) && Array.Exists(slots, slot => Holds(taken, vendorId, slot.Start))
            ? Array.FindAll(slots, slot => !Holds(taken, vendorId, slot.Start))
            : slots;

    public bool HasAny(OwnerKey owner) => _owners.ContainsKey(owner);

    private static bool Holds(ImmutableArray<Taken> taken, string vendorId, uint start)
    {
        foreach (var one in taken)
        {
            if (one.Start == start && (one.VendorId is null || one.VendorId == vendorId))
            {
                return true;
            }
        }

        return false;
    }

    private void Keep(OwnerKey owner, Func<Taken, bool> isKept)
    {
        while (_owners.TryGetValue(owner, out var known))
        {
            var kept = known.RemoveAll(taken => !isKept(taken));
            var done = kept.IsEmpty
                ? _owners.TryRemove(KeyValuePair.Create(owner, known))
                : _owners.TryUpdate(owner, kept, known);
            if (done)
            {
                return;
            }
        }
    }

    private readonly record struct Taken(uint Start, string? VendorId, string? By);
}
