namespace Sas.Interop.Hub.Configuration.Vendors;

/// <summary>The alphabet of ids and of key names.</summary>
internal static class VendorIds
{
    public static bool IsId(string text) =>
        text.Length is > 0 and <= VendorEntryReader.LongestId
        && text.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && text[0] != '-'
        && text[^1] != '-'
        && !text.Contains("--", StringComparison.Ordinal);

    /// <summary>Names of secrets and of the vendor's own keys.</summary>
    public static bool IsKeyName(string text) =>
        text.Length is > 0 and <= 64
        && char.IsAsciiLetter(text[0])
        && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.');
}
