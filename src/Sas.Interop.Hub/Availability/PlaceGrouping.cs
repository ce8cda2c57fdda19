using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Availability;

/// <summary>
/// Decides which lanes are the same place: those with the same key, and those of different vendors with the same address and no contradicting structure.
/// Two places that one vendor tells apart stay apart (CONTRACT §7.1: one Schedule for each PractitionerRole).
/// </summary>
internal static class PlaceGrouping
{
    /// <param name="lanes">In the owner's order, on which the result depends and nothing else.</param>
    public static IReadOnlyList<PlaceGroup> Group(Lane[] lanes)
    {
        if (lanes is [var only])
        {
            return [new PlaceGroup(Identify(only.Place, []), lanes)];
        }

        var groups = new List<List<Lane>>();
        foreach (var lane in lanes)
        {
            var home = groups.Find(group => group.Exists(other => other.Place.Key == lane.Place.Key))
                ?? groups.Find(group => group.TrueForAll(other => IsSamePlace(other, lane)));
            if (home is null)
            {
                groups.Add(home = []);
            }

            home.Add(lane);
        }

        var ids = new HashSet<PlaceId>();
        return [.. groups.Select(group => new PlaceGroup(Identify(group[0].Place, ids), [.. group])).OrderBy(static group => group.Id)];
    }

    private static bool IsSamePlace(Lane one, Lane other) =>
        one.Vendor.VendorId != other.Vendor.VendorId
        && one.Place.Line is { } line
        && one.Place.PostalCode is { } postalCode
        && postalCode == other.Place.PostalCode
        && string.Equals(line, other.Place.Line, StringComparison.OrdinalIgnoreCase)
        && (one.Place.StructureId is null || other.Place.StructureId is null || one.Place.StructureId == other.Place.StructureId);

    private static PlaceId Identify(PlaceDetails place, HashSet<PlaceId> taken)
    {
        var byAddress = IdHash.Start.Add(place.PostalCode).Add(place.Line?.ToUpperInvariant()).Add(place.City?.ToUpperInvariant());
        var id = place is { Line: not null, PostalCode: not null } ? byAddress.FinishPlace() : IdHash.Start.Add(place.Key).FinishPlace();
        if (taken.Add(id))
        {
            return id;
        }

        // Two agendas at one address: the key tells them apart.
        id = byAddress.Add(place.Key).FinishPlace();
        for (var ordinal = 1u; !taken.Add(id); ordinal++)
        {
            id = byAddress.Add(place.Key).Add(ordinal).FinishPlace();
        }

        return id;
    }
}
