namespace Sas.Interop.Adapters.Mapping;

/// <summary>Reads the addresses of pages that a vendor writes for people.</summary>
internal static class PublicPages
{
    private const int MaxLength = 2048;

    /// <returns>The address when it is absolute, http or https, and without user information; otherwise null.</returns>
    public static Uri? Read(string? text) =>
        text is { Length: > 0 and <= MaxLength }
        && Uri.TryCreate(text.Trim(), UriKind.Absolute, out var page)
        && page.Scheme is "https" or "http"
        && page.UserInfo.Length == 0
        && page.Host.Length > 0
            ? page
            : null;
}
