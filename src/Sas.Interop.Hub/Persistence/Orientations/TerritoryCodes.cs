namespace Sas.Interop.Hub.Persistence.Orientations;

/// <summary>Codes of SAS territories, as the platform gives them: its own ids, never words.</summary>
internal static class TerritoryCodes
{
    public const int Longest = TextLengths.Identifier;

    /// <summary>Whether a text is a code: letters, digits and <c>. _ : / | -</c> alone, so no sentence.</summary>
    public static bool IsCode(string text) =>
        text.Length is > 0 and <= Longest && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or ':' or '/' or '|' or '-');
}
