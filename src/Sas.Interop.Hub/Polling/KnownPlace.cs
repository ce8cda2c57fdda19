using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Polling;

/// <summary>Finds the place of the directory that a vendor speaks of.</summary>
internal static class KnownPlace
{
    /// <param name="told">The place as the vendor tells it.</param>
    /// <param name="known">The owner's places in the directory.</param>
    /// <param name="only">The place to take when nothing else tells it, or null.</param>
    /// <returns>The place with the same key, internal identifier, structure or address, in this order; null when none or several have it.</returns>
    public static PlaceDetails? Find(PlaceDetails told, IReadOnlyList<PlaceDetails> known, PlaceDetails? only) =>
        Single(known, place => place.Key == told.Key)
        ?? Single(known, place => HasIdentifier(place, told))
        ?? Single(known, place => told.StructureId is not null && place.StructureId == told.StructureId && !IsElsewhere(place, told))
        ?? Single(known, place => HasAddress(place, told))
        ?? (only is not null && !Contradicts(only, told) ? only : null);

    private static PlaceDetails? Single(IReadOnlyList<PlaceDetails> known, Func<PlaceDetails, bool> matches)
    {
        PlaceDetails? found = null;
        foreach (var place in known)
        {
            if (matches(place))
            {
                if (found is not null)
                {
                    return null;
                }

                found = place;
            }
        }

        return found;
    }

    private static bool HasIdentifier(PlaceDetails place, PlaceDetails told) =>
        told.IdentifierValue is not null
        && place.IdentifierValue == told.IdentifierValue
        && (place.IdentifierSystem is null || told.IdentifierSystem is null || place.IdentifierSystem == told.IdentifierSystem);

    private static bool HasAddress(PlaceDetails place, PlaceDetails told) =>
        told.Line is not null && told.PostalCode is not null && place.PostalCode == told.PostalCode && Letters(place.Line) == Letters(told.Line);

    private static bool Contradicts(PlaceDetails place, PlaceDetails told) =>
        IsElsewhere(place, told) || (place.StructureId is not null && told.StructureId is not null && place.StructureId != told.StructureId);

    private static bool IsElsewhere(PlaceDetails place, PlaceDetails told) =>
        place.PostalCode is not null && told.PostalCode is not null && place.PostalCode != told.PostalCode;

    /// <summary>Letters and digits without case, since vendors write commas and blanks as they like.</summary>
    private static string? Letters(string? line) => line is null ? null : string.Concat(line.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
