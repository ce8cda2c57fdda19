using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Doctolib;

/// <summary>
/// Finds the practices of a target. A profile can hold several places; the ids that count are the places' <c>practice_ids</c>, which can differ from the number
/// in the place's own id. A practice that left the profile is looked for again by address (VENDORS §3, "Quirks").
/// </summary>
internal static class DoctolibPractices
{
    private const string Prefix = "practice-";

    public static Outcome<(IReadOnlyList<string> Ids, DoctolibPlace? Place)> Find(PullTarget target, DoctolibProfile profile)
    {
        if (target.Key("practice") is not { } key)
        {
            return Everywhere(target, profile);
        }

        var number = key.StartsWith(Prefix, StringComparison.Ordinal) ? key[Prefix.Length..] : key;
        var place = profile.Places.FirstOrDefault(place => Ids(place).Contains(number)) ?? profile.Places.FirstOrDefault(place => place.Id.Value == Prefix + number);
        if (place is not null)
        {
            return (Ids(place).Contains(number) ? [number] : Ids(place), place);
        }

        if (profile.Agendas.Any(agenda => agenda.PracticeId.Value == number || agenda.VisitMotiveIdsByPracticeId?.ContainsKey(number) == true))
        {
            return ((IReadOnlyList<string>)[number], null);
        }

        return SameAddress(target, profile) is { } moved
            ? (Ids(moved), moved)
            : new HubError(HubErrorCode.VendorUnknownTarget, "The profile no longer holds this practice, and no other place of it has the directory's address.");
    }

    /// <summary>Without a practice in the directory: the places with the directory's postal code, else all of them.</summary>
    private static (IReadOnlyList<string> Ids, DoctolibPlace? Place) Everywhere(PullTarget target, DoctolibProfile profile)
    {
        var near = target.Place?.PostalCode is { } code ? profile.Places.Where(place => PostalCodes.Normalize(place.Zipcode.Value) == code).ToArray() : [];
        var places = near.Length > 0 ? near : [.. profile.Places];
        return (All(profile, places), places.Length == 1 ? places[0] : null);
    }

    private static List<string> All(DoctolibProfile profile, IEnumerable<DoctolibPlace> places)
    {
        var ofPlaces = places.SelectMany(Ids).Distinct(StringComparer.Ordinal).ToList();
        return ofPlaces.Count > 0
            ? ofPlaces
            : [.. profile.Agendas.SelectMany(static agenda => agenda.VisitMotiveIdsByPracticeId?.Keys ?? [agenda.PracticeId.ToString()]).Where(static id => id.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    private static List<string> Ids(DoctolibPlace place)
    {
        var ids = (place.PracticeIds ?? []).Where(static id => !id.IsEmpty).Select(static id => id.Value).ToList();
        return ids.Count == 0 && place.Id.Value?.StartsWith(Prefix, StringComparison.Ordinal) == true ? [place.Id.Value[Prefix.Length..]] : ids;
    }

    private static DoctolibPlace? SameAddress(PullTarget target, DoctolibProfile profile)
    {
        if (target.Place is not { PostalCode: { } postalCode, Line: { } line })
        {
            return null;
        }

        var street = Plain(line);
        var same = profile.Places
            .Where(place => PostalCodes.Normalize(place.Zipcode.Value) == postalCode && street.Length > 0)
            .Where(place => Plain(place.Address).Contains(street, StringComparison.Ordinal) || Plain(place.FullAddress).Contains(street, StringComparison.Ordinal))
            .ToArray();
        return same.Length == 1 && Ids(same[0]).Count > 0 ? same[0] : null;
    }

    /// <summary>Letters and digits only, without accents, in lower case.</summary>
    private static string Plain(string? text) => string.Concat(PlainLetters.Of(text ?? string.Empty).Where(char.IsLetterOrDigit));
}
