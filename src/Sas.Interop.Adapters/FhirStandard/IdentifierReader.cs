using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Profiles;

namespace Sas.Interop.Adapters.FhirStandard;

/// <summary>Finds the national identifiers among those of a resource, with or without their prefix (CONTRACT §6.2).</summary>
internal static class IdentifierReader
{
    /// <returns>Every owner that the identifiers may mean, RPPS first; empty when none is national.</returns>
    public static IReadOnlyList<OwnerKey> Practitioner(Practitioner practitioner) =>
    [
        .. National(practitioner.Identifier, IdentifierSystems.NationalPractitioner, IdentifierTypeCodes.NationalPractitioner)
            .Select(NationalIds.Practitioner)
            .OfType<OwnerKey>()
            .Distinct()
            .OrderByDescending(static key => key.ToString(), StringComparer.Ordinal),
    ];

    public static OwnerKey? Association(Organization organization) =>
        National(organization.Identifier, IdentifierSystems.NationalStructure, IdentifierTypeCodes.NationalStructure)
            .Select(NationalIds.Association)
            .FirstOrDefault(static key => key is not null);

    public static string? Community(Organization organization) =>
        National(organization.Identifier, IdentifierSystems.NationalStructure, IdentifierTypeCodes.NationalStructure)
            .Select(NationalIds.Community)
            .FirstOrDefault(static finess => finess is not null);

    /// <summary>System and type may be absent: the value alone tells its kind by prefix and length (D35).</summary>
    public static string? Structure(Identifier? identifier) =>
        identifier?.Value is { } value && IsNational(identifier, IdentifierSystems.NationalStructure, IdentifierTypeCodes.NationalStructure)
            ? NationalIds.Structure(value)
            : null;

    private static IEnumerable<string> National(IReadOnlyList<Identifier>? identifiers, string authority, string type) =>
        (identifiers ?? [])
            .Where(identifier => identifier.Value is not null && IsNational(identifier, authority, type))
            .Select(static identifier => identifier.Value)
            .OfType<string>();

    /// <summary>By its authority; by its type under another authority (D24); or by nothing at all, when the value must speak for itself.</summary>
    private static bool IsNational(Identifier identifier, string authority, string type)
    {
        var typed = identifier.Type?.Coding is { Count: > 0 };
        return SasCodes.Same(identifier.System, authority)
            || identifier.Type?.Coding?.Any(coding => SasCodes.Same(coding.Code, type)) == true
            || (identifier.System is null && !typed);
    }
}
