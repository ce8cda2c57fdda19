using System.Text.RegularExpressions;

namespace Sas.Interop.Durability.Tracks;

/// <summary>Finds the link in an answer, wherever it stands.</summary>
internal static partial class LinkText
{
    /// <returns>Path below the root, without its first slash; null when there is no link.</returns>
    public static string? PathIn(string body) => Address().Match(body) is { Success: true } found ? found.Groups[1].Value : null;

    [GeneratedRegex("""https?://[^"/]+/(redirect/[^"\\]+)""")]
    private static partial Regex Address();
}
