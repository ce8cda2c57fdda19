using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Fhir.Profiles;

namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>Reads lists of national identifiers in the forms that the contract met (CONTRACT §3.6, §6.2, D10).</summary>
internal static class OwnerTokens
{
    public const int MaxIdentifiers = 1000;
    public const int LongestToken = 256;

    /// <summary>Reads <c>schedule.actor:Practitioner.identifier</c>: 8 + RPPS or 0 + ADELI.</summary>
    public static void TakePractitioners(SearchQuery query, string parameter, ReadOnlySpan<char> value) =>
        Take(query, parameter, value, IdentifierSystems.NationalPractitioner, OwnerKind.Practitioner);

    /// <summary>Reads <c>actor:Location.organization.identifier</c>: 3 + SIRET.</summary>
    public static void TakeAssociations(SearchQuery query, string parameter, ReadOnlySpan<char> value) =>
        Take(query, parameter, value, IdentifierSystems.NationalStructure, OwnerKind.Association);

    private static void Take(SearchQuery query, string parameter, ReadOnlySpan<char> value, string authority, OwnerKind kind)
    {
        var first = query.BeginOwners();
        var count = 0;
        foreach (var range in value.Split(','))
        {
            var token = value[range].Trim(" +");
            if (++count > query.MaxIdentifiers)
            {
                query.Fault(parameter, "too-costly", $"More than {query.MaxIdentifiers} identifiers in one search.");
                return;
            }

            if (token.Length is 0 or > LongestToken)
            {
                query.Fault(parameter, "value", $"Identifier {count} is empty or too long: expected {Example(kind)}.");
                return;
            }

            if (!TryReadToken(query, token, first, authority, kind))
            {
                query.Fault(parameter, "value", $"Identifier {count} has no value after its system: expected {Example(kind)}.");
                return;
            }
        }

        query.EndOwners(first);
    }

    /// <summary>The value of a token, empty when there is none.</summary>
    /// <param name="token">As <c>system|value</c>, <c>|value</c> or a value alone, without blanks around it.</param>
    /// <param name="authority">The system that the hub knows identifiers of.</param>
    /// <param name="isOurs">Whether the token is of this system, or names none.</param>
    public static ReadOnlySpan<char> ValueOf(ReadOnlySpan<char> token, string authority, out bool isOurs)
    {
        var bar = token.IndexOf('|');
        var system = bar < 0 ? default : token[..bar].Trim();
        isOurs = system.Length == 0 || system.SequenceEqual(authority);

        // A percent sign lost on the way leaves "7C" between system and value (D10).
        return bar < 0 && token.StartsWith(authority, StringComparison.Ordinal) && token[authority.Length..].StartsWith("7C", StringComparison.OrdinalIgnoreCase)
            ? token[(authority.Length + 2)..]
            : token[(bar + 1)..].Trim();
    }

    private static string Example(OwnerKind kind) => kind == OwnerKind.Practitioner
        ? IdentifierSystems.NationalPractitioner + "|8 and eleven digits"
        : IdentifierSystems.NationalStructure + "|3 and fourteen digits";

    /// <returns>False for a token without a value. An identifier that can belong to nobody here is no fault: it finds nothing (CONTRACT §2.2).</returns>
    private static bool TryReadToken(SearchQuery query, ReadOnlySpan<char> token, int first, string authority, OwnerKind kind)
    {
        var value = ValueOf(token, authority, out var isOurs);
        if (value.Length == 0)
        {
            return false;
        }

        if (isOurs && NationalKeys.TryRead(kind, value, out var owner))
        {
            query.AddOwner(owner, first);
        }

        return true;
    }
}
