using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability.Rendering;

namespace Sas.Interop.Hub.Availability;

/// <summary>All that is known of one owner. Immutable: readers take it once and never see half a snapshot.</summary>
internal sealed class OwnerEntry
{
    private OwnerEntry(OwnerKey owner, Lane[] lanes, PlaceEntry[] places, byte[] practitionerEntry)
    {
        Owner = owner;
        Lanes = lanes;
        Places = places;
        PractitionerEntry = practitionerEntry;
    }

    public OwnerKey Owner { get; }

    /// <summary>By vendor, then by place key.</summary>
    public Lane[] Lanes { get; }

    public PlaceEntry[] Places { get; }

    /// <summary>Bundle entry of the Practitioner, after the base address.</summary>
    public byte[] PractitionerEntry { get; }

    /// <summary>When a vendor last spoke of this owner; null when it never did.</summary>
    public DateTimeOffset? SeenAt(string vendorId) =>
        Lanes.Where(lane => lane.Vendor.VendorId == vendorId).Max(static lane => (DateTimeOffset?)lane.SeenAt);

    /// <summary>The entry that a set of lanes makes, whatever the order in which they came.</summary>
    /// <param name="owner">Whose.</param>
    /// <param name="lanes">At most one for each vendor and place key.</param>
    /// <param name="previous">The entry before, whose rendered bytes are used again where nothing changed.</param>
    public static OwnerEntry Build(OwnerKey owner, IEnumerable<Lane> lanes, OwnerEntry? previous)
    {
        Lane[] ordered = [.. lanes
            .OrderBy(static lane => lane.Vendor.VendorId, StringComparer.Ordinal)
            .ThenBy(static lane => lane.Place.Key, StringComparer.Ordinal)];
        var ownerId = owner.ToString();
        var groups = PlaceGrouping.Group(ordered);
        var places = new PlaceEntry[groups.Count];
        for (var i = 0; i < groups.Count; i++)
        {
            var known = previous?.Places.FirstOrDefault(place => place.Id == groups[i].Id);
            places[i] = PlaceBuilder.Build(ownerId, groups[i], known);
        }

        return new OwnerEntry(owner, ordered, places, ResourceRenderer.Practitioner(ownerId, Details(ordered)));
    }

    private static OwnerDetails Details(Lane[] lanes)
    {
        var told = lanes.Select(static lane => lane.Owner).OfType<OwnerDetails>().ToArray();
        return new OwnerDetails(
            told.Select(static owner => owner.Family).FirstOrDefault(static family => family is not null),
            told.Select(static owner => owner.Given).FirstOrDefault(static given => given.Count > 0) ?? [],
            told.Select(static owner => owner.Phone).FirstOrDefault(static phone => phone is not null));
    }
}
