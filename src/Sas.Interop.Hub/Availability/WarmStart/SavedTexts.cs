using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Availability.WarmStart;

/// <summary>Makes what comes from the file take no more memory than what comes from a vendor: equal to what the directory tells, it is the directory's own.</summary>
internal static class SavedTexts
{
    public static PlaceDetails Share(PlaceDetails place, IReadOnlyList<PullTarget> targets)
    {
        foreach (var target in targets)
        {
            if (target.Place is { } known && known == place)
            {
                return known;
            }
        }

        return place with
        {
            PostalCode = TextPool.Share(place.PostalCode),
            City = TextPool.Share(place.City),
            IdentifierSystem = TextPool.Share(place.IdentifierSystem),
            TimeZone = TextPool.Share(place.TimeZone),
        };
    }

    public static OwnerDetails? Share(OwnerDetails? owner, IReadOnlyList<PullTarget> targets)
    {
        if (owner is null)
        {
            return null;
        }

        foreach (var target in targets)
        {
            if (target.OwnerDetails is { } known
                && known.Family == owner.Family && known.Phone == owner.Phone && known.Given.SequenceEqual(owner.Given, StringComparer.Ordinal))
            {
                return known;
            }
        }

        return new OwnerDetails(TextPool.Share(owner.Family), [.. owner.Given.Select(static name => TextPool.Share(name))], owner.Phone);
    }
}
