using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Configuration;

namespace Sas.Interop.Hub.Booking;

/// <summary>The number to call, as the platform shows it: that of the place, else of the owner, as vendors tell it; else the directory's (PLATFORM §12).</summary>
internal sealed class Telephones(IAvailabilityReader index, IDirectoryLookup directory)
{
    /// <param name="owner">Whose.</param>
    /// <param name="place">The place; null when any of the owner's will do.</param>
    public string? Of(OwnerKey owner, PlaceDetails? place)
    {
        var listed = directory.Find(owner);
        return place?.Phone
            ?? index.Find(owner)?.Details.Phone
            ?? (place is null ? OfAnyPlace(owner) : null)
            ?? (place is null ? null : listed?.Places.FirstOrDefault(known => known.Key == place.Key || (known.StructureId is { } id && id == place.StructureId))?.Phone)
            ?? listed?.Places.Select(static known => known.Phone).FirstOrDefault(static phone => phone is not null)
            ?? listed?.Details.Phone;
    }

    private string? OfAnyPlace(OwnerKey owner) => index.Find(owner)?.Places.Select(static known => known.Details.Phone).FirstOrDefault(static phone => phone is not null);
}
