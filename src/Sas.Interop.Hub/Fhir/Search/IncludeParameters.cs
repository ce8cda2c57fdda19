namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>Reads <c>_include</c> and <c>_revinclude</c> in any order, repetition and spelling that the contract met (D07).</summary>
internal static class IncludeParameters
{
    private const SearchIncludes Actors = SearchIncludes.Practitioners | SearchIncludes.Roles;

    public static void Take(SearchQuery query, ReadOnlySpan<char> value, bool reverse)
    {
        foreach (var range in value.Split(','))
        {
            query.Includes |= reverse ? Reverse(value[range].Trim()) : Forward(value[range].Trim(), query.Kind);
        }
    }

    private static SearchIncludes Reverse(ReadOnlySpan<char> include) =>
        Is(include, "Slot:schedule") || Is(include, "Slot:schedule:Schedule") ? SearchIncludes.Slots : SearchIncludes.None;

    private static SearchIncludes Forward(ReadOnlySpan<char> include, SearchKind kind)
    {
        if (Is(include, "Slot:schedule") || Is(include, "Slot:schedule:Schedule"))
        {
            return SearchIncludes.Schedules;
        }

        if (include.StartsWith("Slot:service-type-reference", StringComparison.OrdinalIgnoreCase))
        {
            return SearchIncludes.HealthcareServices;
        }

        if (include.StartsWith("HealthcareService:organization", StringComparison.OrdinalIgnoreCase))
        {
            return SearchIncludes.Communities;
        }

        if (include.StartsWith("Location:organization", StringComparison.OrdinalIgnoreCase))
        {
            return SearchIncludes.Associations;
        }

        if (Is(include, "Schedule:actor:Practitioner") || Is(include, "PractitionerRole:practitioner"))
        {
            return SearchIncludes.Practitioners;
        }

        if (Is(include, "Schedule:actor:PractitionerRole"))
        {
            return SearchIncludes.Roles;
        }

        if (include.StartsWith("Schedule:actor", StringComparison.OrdinalIgnoreCase))
        {
            return kind == SearchKind.Schedule ? SearchIncludes.Locations : include.EndsWith("Location", StringComparison.OrdinalIgnoreCase) ? SearchIncludes.None : Actors;
        }

        return SearchIncludes.None;
    }

    private static bool Is(ReadOnlySpan<char> include, string expected) => include.Equals(expected, StringComparison.OrdinalIgnoreCase);
}
