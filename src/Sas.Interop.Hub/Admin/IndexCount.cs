using System.Runtime.InteropServices;

using Sas.Interop.Hub.Availability;

namespace Sas.Interop.Hub.Admin;

/// <summary>What the index holds, whole and by vendor.</summary>
internal sealed class IndexCount
{
    private readonly Dictionary<string, VendorCount> _vendors = new(StringComparer.Ordinal);

    /// <summary>Owners of whom a vendor has told, slots or none.</summary>
    public int Owners { get; private set; }

    public int Places { get; private set; }

    /// <summary>As told: a slot that two vendors tell counts twice.</summary>
    public long Slots { get; private set; }

    public VendorCount Of(string vendorId) => _vendors.GetValueOrDefault(vendorId);

    public void Add(OwnerEntry entry)
    {
        Owners++;
        Places += entry.Places.Length;
        for (var i = 0; i < entry.Lanes.Length; i++)
        {
            // Lanes are ordered by vendor.
            var lane = entry.Lanes[i];
            var isNew = i == 0 || entry.Lanes[i - 1].Vendor.VendorId != lane.Vendor.VendorId;
            Slots += lane.Slots.Length;
            Note(lane.Vendor.VendorId, lane.SeenAt, isNew ? 1 : 0, lane.Slots.Length);
        }

        for (var i = 0; i < entry.Sightings.Length; i++)
        {
            var (vendorId, seenAt) = (entry.Sightings[i].Vendor.VendorId, entry.Sightings[i].SeenAt);
            var isNew = !Array.Exists(entry.Lanes, lane => lane.Vendor.VendorId == vendorId)
                && !Array.Exists(entry.Sightings[..i], sighting => sighting.Vendor.VendorId == vendorId);
            Note(vendorId, seenAt, isNew ? 1 : 0, 0);
        }
    }

    private void Note(string vendorId, DateTimeOffset seenAt, int owners, int slots)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_vendors, vendorId, out _);
        count = new VendorCount(count.Owners + owners, count.Slots + slots, count.LastHeard > seenAt ? count.LastHeard : seenAt);
    }
}

/// <summary>What the index holds of one vendor.</summary>
/// <param name="Owners">Owners of whom it has told, slots or none.</param>
/// <param name="Slots">Slots, those included that searches do not show.</param>
/// <param name="LastHeard">When it last told of anybody; null when it never did.</param>
internal readonly record struct VendorCount(int Owners, long Slots, DateTimeOffset? LastHeard);
