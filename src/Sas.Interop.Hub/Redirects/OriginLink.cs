using System.Text;

namespace Sas.Interop.Hub.Redirects;

/// <summary>Puts <c>origin</c> into a vendor's address (CONTRACT §7.2) and leaves everything else of it as the vendor wrote it, byte by byte.</summary>
internal static class OriginLink
{
    public const string Parameter = "origin";

    /// <summary>The address with one parameter <c>origin</c>: in the place of the first one that it had, else at the end of the query. What an address may not hold is encoded.</summary>
    /// <param name="target">Absolute, with the vendor's own text.</param>
    /// <param name="origin">Letters, digits and <c>._~-</c> only.</param>
    /// <returns>ASCII, fit for a <c>Location</c> header.</returns>
    public static string Merge(Uri target, string origin)
    {
        var text = target.OriginalString.Trim();
        var hash = text.IndexOf('#', StringComparison.Ordinal);
        var (address, fragment) = hash < 0 ? (text, string.Empty) : (text[..hash], text[hash..]);
        var mark = address.IndexOf('?', StringComparison.Ordinal);
        var (path, query) = mark < 0 ? (address, string.Empty) : (address[..mark], address[(mark + 1)..]);
        return Encode($"{WithAsciiHost(target, path)}?{MergeQuery(query, $"{Parameter}={origin}")}{fragment}");
    }

    private static string MergeQuery(string query, string pair)
    {
        var kept = new List<string>();
        var isPlaced = false;
        foreach (var part in query.Length == 0 ? [] : query.Split('&'))
        {
            if (!IsOrigin(part))
            {
                kept.Add(part);
            }
            else if (!isPlaced)
            {
                kept.Add(pair);
                isPlaced = true;
            }
        }

        if (!isPlaced)
        {
            // A query that ends in a separator has its place for one more.
            if (kept.Count > 0 && kept[^1].Length == 0)
            {
                kept.RemoveAt(kept.Count - 1);
            }

            kept.Add(pair);
        }

        return string.Join('&', kept);
    }

    private static bool IsOrigin(string part)
    {
        var equals = part.IndexOf('=', StringComparison.Ordinal);
        return Uri.UnescapeDataString(equals < 0 ? part : part[..equals]) == Parameter;
    }

    /// <summary>A host in letters that a header cannot hold goes by its other name.</summary>
    private static string WithAsciiHost(Uri target, string path)
    {
        var from = path.IndexOf("//", StringComparison.Ordinal) + 2;
        var slash = path.IndexOf('/', from);
        var end = slash < 0 ? path.Length : slash;
        if (Ascii.IsValid(path.AsSpan(from, end - from)))
        {
            return path;
        }

        var port = target.IsDefaultPort ? string.Empty : $":{target.Port}";
        return $"{path[..from]}{target.IdnHost}{port}{path[end..]}";
    }

    private static string Encode(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            return text;
        }

        var encoded = new StringBuilder(text.Length + 16);
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is > ' ' and <= '~')
            {
                encoded.Append((char)rune.Value);
                continue;
            }

            foreach (var part in bytes[..rune.EncodeToUtf8(bytes)])
            {
                encoded.Append('%').Append(part.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        return encoded.ToString();
    }
}
