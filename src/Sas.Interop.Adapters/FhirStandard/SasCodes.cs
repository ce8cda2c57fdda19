namespace Sas.Interop.Adapters.FhirStandard;

/// <summary>Reads codes and texts as tolerantly as the contract asks.</summary>
internal static class SasCodes
{
    /// <summary>Part of every spelling of the specialty nomenclature's address.</summary>
    public const string SpecialtySystemPart = "TRE_R38";

    public static bool Same(string? code, string expected) => string.Equals(code?.Trim(), expected, StringComparison.OrdinalIgnoreCase);

    /// <summary>The text without outer blanks; null when nothing is left.</summary>
    public static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
