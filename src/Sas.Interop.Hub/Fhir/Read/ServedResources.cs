using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Fhir.Search;

namespace Sas.Interop.Hub.Fhir.Read;

/// <summary>
/// Finds what may be seen outside of a search for slots. The rules are those of the searches: who refuses to show slots is not there, nor is a place that only vendors
/// speak of that the owner has not declared or that have not been heard for too long. Other than in a search a place without a free slot is there.
/// </summary>
internal sealed class ServedResources(
    IAvailabilityReader index,
    IDirectoryLookup directory,
    IPreferenceReader preferences,
    IMarketplaceReader marketplace,
    TimeProvider time)
{
    /// <summary>Resources of one type that belong to whom or what is sought, in a steady order; empty when there are none.</summary>
    public IEnumerable<ShownResource> Of(ServedType type, Sought sought)
    {
        if (sought.Finess is { } finess)
        {
            return type is ServedType.Organization or ServedType.HealthcareService && FindCommunity(finess) is { } community ? [ShownResource.Of(type, community)] : [];
        }

        var kind = Sought.KindOf(type);
        if ((kind is null && type != ServedType.Schedule) || (kind ?? sought.Owner.Kind) != sought.Owner.Kind || FindOwner(sought.Owner) is not { } owner)
        {
            return [];
        }

        return type is ServedType.Practitioner or ServedType.Organization
            ? [ShownResource.Of(type, owner)]
            : owner.Places.Where(place => sought.Place is not { } wanted || place.Id == wanted).Select(place => ShownResource.Of(type, owner, place));
    }

    private Cpts? FindCommunity(string finess) => index.FindCommunity(finess) ?? directory.Communities.GetValueOrDefault(finess);

    private ShownOwner? FindOwner(OwnerKey key)
    {
        var listed = directory.Find(key);
        var preference = preferences.Find(key);
        if (preference?.RefusesSlots ?? listed is { RefusesSlots: true })
        {
            return null;
        }

        var now = time.GetUtcNow();
        var offer = marketplace.FindShown(key);
        if (index.Find(key) is { } entry && Array.Exists(entry.Lanes, lane => !lane.IsDropped(now)))
        {
            return new ShownOwner(key, entry.Details, Array.FindAll(entry.Places, place => IsShown(place, preference, now)))
            {
                ChangedAt = offer?.Since > entry.ChangedAt ? offer.Since : entry.ChangedAt,
                LookedAt = now,
                SeenAt = entry.Sightings.Min(static sighting => (DateTimeOffset?)sighting.SeenAt),
                TakesRequests = offer is { IsOpen: true },
            };
        }

        return listed is null ? null : new ShownOwner(key, listed.Details, []) { TakesRequests = offer is { IsOpen: true } };
    }

    private static bool IsShown(PlaceEntry place, OwnerPreference? preference, DateTimeOffset now) =>
        Array.Exists(place.Lanes, lane => !lane.IsDropped(now) && FreshnessReview.IsWanted(lane.Vendor.VendorId, preference));
}
