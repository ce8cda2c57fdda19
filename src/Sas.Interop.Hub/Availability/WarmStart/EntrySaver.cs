using System.Runtime.InteropServices;

using Sas.Interop.Hub.Persistence.WarmStart;

namespace Sas.Interop.Hub.Availability.WarmStart;

/// <summary>Puts entries into the form of the file, one after the other in the same memory. Used once, by one thread.</summary>
internal sealed class EntrySaver(IKnownLinks links)
{
    private readonly Dictionary<VendorFreshness, SavedVendor?> _vendors = [];
    private byte[] _slots = new byte[16 * 1024];

    /// <summary>The entries of vendors that the catalog still has.</summary>
    public IEnumerable<SavedOwner> Save(IEnumerable<OwnerEntry> entries) => entries.Select(Save).OfType<SavedOwner>();

    private SavedOwner? Save(OwnerEntry entry)
    {
        var needed = entry.Lanes.Sum(static lane => lane.Slots.Length) * WarmStartFormat.SlotBytes;
        if (needed > _slots.Length)
        {
            _slots = new byte[Math.Max(needed, _slots.Length * 2)];
        }

        var lanes = new List<SavedLane>(entry.Lanes.Length);
        var room = _slots.AsMemory();
        foreach (var lane in entry.Lanes)
        {
            if (Find(lane.Vendor) is { } vendor)
            {
                var slots = room[..(lane.Slots.Length * WarmStartFormat.SlotBytes)];
                room = room[slots.Length..];
                SlotBlock.Write(lane.Slots, slots.Span);
                lanes.Add(Save(lane, vendor, slots));
            }
        }

        var sightings = new List<SavedSighting>(entry.Sightings.Length);
        foreach (var sighting in entry.Sightings)
        {
            if (Find(sighting.Vendor) is { } vendor)
            {
                sightings.Add(new SavedSighting(vendor, sighting.PlaceKey, sighting.SeenAt));
            }
        }

        return lanes.Count + sightings.Count == 0 ? null : new SavedOwner(entry.Owner, entry.ChangedAt, lanes, sightings);
    }

    private static SavedLane Save(Lane lane, SavedVendor vendor, ReadOnlyMemory<byte> slots) => new()
    {
        Vendor = vendor,
        Place = lane.Place,
        Owner = lane.Owner,
        Slots = slots,
        Kinds = Array.ConvertAll(lane.Kinds, static kind => new SavedKind(kind.Shared.Kind, kind.Page)),
        SeenAt = lane.SeenAt,
        DataTime = lane.DataTime,
    };

    private SavedVendor? Find(VendorFreshness vendor)
    {
        ref var saved = ref CollectionsMarshal.GetValueRefOrAddDefault(_vendors, vendor, out var known);
        return known ? saved : saved = links.Find(vendor.VendorId) is { } now
            ? new SavedVendor(vendor.VendorId, now.Source, vendor.StaleAfter, vendor.DropAfter, vendor.EmptyRunGuard)
            : null;
    }
}
