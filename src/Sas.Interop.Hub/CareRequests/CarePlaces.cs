using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Configuration;

namespace Sas.Interop.Hub.CareRequests;

/// <summary>The places of a practitioner, those that the directory lists and those that vendors tell, by the identifiers that answers of searches show.</summary>
internal sealed class CarePlaces(IDirectoryLookup directory, IAvailabilityReader index)
{
    /// <returns>Null when the practitioner has no such place.</returns>
    public PlaceDetails? Find(OwnerKey owner, string? system, string value) =>
        Of(owner).FirstOrDefault(place => Is(place, system, value));

    /// <summary>The postal code of all places of a practitioner; null when they have several, or none.</summary>
    public string? CommonPostalCode(OwnerKey owner)
    {
        var codes = Of(owner).Select(static place => place.PostalCode).Distinct(StringComparer.Ordinal).Take(2).ToList();
        return codes.Count == 1 ? codes[0] : null;
    }

    /// <summary>How an answer names a place: by its structure where that is known, else by its key.</summary>
    public Identifier Name(OwnerKey owner, string key) => Of(owner).FirstOrDefault(place => place.Key == key)?.StructureId is { } structure
        ? new Identifier { System = IdentifierSystems.NationalStructure, Value = structure }
        : new Identifier { Value = key };

    private static bool Is(PlaceDetails place, string? system, string value) => system == IdentifierSystems.NationalStructure
        ? place.StructureId == value
        : (place.IdentifierValue ?? place.Key) == value || place.Key == value || (system is null && place.StructureId == value);

    private IEnumerable<PlaceDetails> Of(OwnerKey owner) =>
        (directory.Find(owner)?.Places ?? []).Concat((index.Find(owner)?.Places ?? []).SelectMany(static place => place.Lanes).Select(static lane => lane.Place));
}
