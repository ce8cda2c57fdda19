using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Configuration.Directories;

/// <summary>Lays a vendor's own directory over the main one: what the vendor's file says wins, what it does not say stays.</summary>
internal static class DirectoryMerge
{
    public static void Over(DirectoryDraft main, DirectoryDraft own)
    {
        foreach (var owner in own.Owners.Values)
        {
            if (main.Owners.TryGetValue(owner.Key, out var known))
            {
                Over(known, owner);
            }
            else
            {
                main.Owners.Add(owner.Key, owner);
            }
        }

        foreach (var (finess, community) in own.Communities)
        {
            main.Communities[finess] = community;
        }

        foreach (var (finess, members) in own.Members)
        {
            foreach (var member in members)
            {
                main.AddMember(finess, member);
            }
        }
    }

    private static void Over(OwnerDraft known, OwnerDraft own)
    {
        known.Family = own.Family ?? known.Family;
        known.Given = own.Given.Count > 0 ? own.Given : known.Given;
        known.Phone = own.Phone ?? known.Phone;
        known.RefusesSlots = own.RefusesSlots ?? known.RefusesSlots;
        known.Specialties = own.Specialties.Count > 0 ? own.Specialties : known.Specialties;

        // The vendor's file speaks for all links of this owner to that vendor, at whatever place they were.
        foreach (var vendor in own.Links.Concat(own.Places.SelectMany(static place => place.Links)).Select(static link => link.Vendor).Distinct().ToList())
        {
            known.Links.RemoveAll(link => link.Vendor == vendor);
            known.Places.ForEach(place => place.Links.RemoveAll(link => link.Vendor == vendor));
        }

        known.Links.AddRange(own.Links);
        foreach (var place in own.Places)
        {
            if (known.Place(place.Details.Key) is not { } there)
            {
                known.Places.Add(place);
                continue;
            }

            there.Details = Over(there.Details, place.Details);
            there.Links.AddRange(place.Links);
        }
    }

    private static PlaceDetails Over(PlaceDetails known, PlaceDetails own) => known with
    {
        Name = own.Name ?? known.Name,
        StructureId = own.StructureId ?? known.StructureId,
        Line = own.Line ?? known.Line,
        City = own.City ?? known.City,
        PostalCode = own.PostalCode ?? known.PostalCode,
        Phone = own.Phone ?? known.Phone,
        TimeZone = own.TimeZone ?? known.TimeZone,
    };
}
