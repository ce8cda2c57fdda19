using System.Text;

namespace Sas.Interop.Adapters.Mapping;

/// <summary>Addresses of vendors' public pages: read where the vendor writes them, built where it does not.</summary>
internal static class PageLinks
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

    /// <summary>Builds an address, every part encoded once.</summary>
    /// <param name="root">Root of the public pages.</param>
    /// <param name="path">Path below it, encoded or not, with or without a query of its own, which is left out.</param>
    /// <param name="query">Names and plain values of the query.</param>
    public static Uri Build(Uri root, string path, IEnumerable<KeyValuePair<string, string>> query)
    {
        var end = path.AsSpan().IndexOfAny('?', '#');
        var segments = (end < 0 ? path : path[..end])
            .Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(static segment => segment is not ("." or ".."))
            .Select(static segment => Uri.EscapeDataString(Uri.UnescapeDataString(segment)));
        var text = new StringBuilder(root.GetLeftPart(UriPartial.Path).TrimEnd('/')).Append('/').AppendJoin('/', segments);
        var separator = '?';
        foreach (var (name, value) in query)
        {
            text.Append(separator).Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }

        return new Uri(text.ToString());
    }

    /// <summary>A name as public paths write it: lower case, without accents, words joined by hyphens.</summary>
    /// <returns>The slug, or null when nothing is left.</returns>
    public static string? Slug(string? name)
    {
        if (name is null || name.Length > 200)
        {
            return null;
        }

        var slug = new StringBuilder();
        foreach (var c in PlainLetters.Of(name))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(c);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var text = slug.ToString().Trim('-');
        return text.Length == 0 ? null : text;
    }
}
