using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Identifiers;

namespace Sas.Interop.Adapters.FhirStandard;

/// <summary>National identifiers with their prefix, whatever the vendor sent; inner blanks are no part of them.</summary>
internal static class NationalIds
{
    private const int LongestText = 40;

    public static OwnerKey? Practitioner(string text) =>
        PractitionerNationalId.TryParse(Compact(text), out var id) && OwnerKey.TryCreate(OwnerKind.Practitioner, id.ToString(), out var key) ? key : null;

    public static OwnerKey? Association(string text) =>
        StructureNationalId.TryParse(StructureIdKind.Siret, Compact(text), out var id, out _)
        && OwnerKey.TryCreate(OwnerKind.Association, id.ToString(), out var key)
            ? key
            : null;

    /// <summary>The FINESS of a CPTS: the published form has no letter (CONTRACT §5.11).</summary>
    public static string? Community(string text) =>
        FinessId.TryParse(Compact(text), out var id, out _) && id.Raw.All(char.IsAsciiDigit) ? id.ToString() : null;

    /// <summary>FINESS, SIRET or a practice number, told apart by prefix and length (D35).</summary>
    public static string? Structure(string text) => StructureNationalId.TryParse(Compact(text), out var id, out _) ? id.ToString() : null;

    private static string Compact(string text) =>
        text.Length > LongestText ? string.Empty : string.Concat(text.Where(static c => !char.IsWhiteSpace(c)));
}
