using System.Collections.Concurrent;
using System.Globalization;

namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>Reads dates by the patterns of Java's <c>DateTimeFormatter</c>: numeric fields, offsets, region names and literals; compiled once.</summary>
internal sealed class DateReader
{
    private const string Letters = "yuMdHmsSVXxZ";
    private const int MaxCached = 512;
    private static readonly ConcurrentDictionary<string, DateReader> Cache = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<DatePatternToken> _tokens;

    private DateReader(string pattern)
    {
        _tokens = DatePatternToken.Split(pattern, Letters);
        if (_tokens.Any(static token => (token.Letter == 'V' && token.Count != 2) || (token.Letter is 'M' && token.Count > 2)))
        {
            throw new TemplateFaultException($"The date pattern '{pattern}' has names; only numbers, offsets and VV (a region) are read.");
        }
    }

    public static DateReader For(string pattern)
    {
        if (Cache.TryGetValue(pattern, out var reader))
        {
            return reader;
        }

        reader = new DateReader(pattern);
        if (Cache.Count < MaxCached)
        {
            Cache.TryAdd(pattern, reader);
        }

        return reader;
    }

    /// <summary>The date, or null when the text does not follow the pattern.</summary>
    public TemplateDate? Read(string text)
    {
        var fields = new DateFields();
        var at = 0;
        for (var i = 0; i < _tokens.Count; i++)
        {
            var token = _tokens[i];
            var read = token.Letter switch
            {
                '\0' => text.AsSpan(at).StartsWith(token.Literal, StringComparison.Ordinal) ? token.Literal.Length : -1,
                'V' => fields.ReadRegion(text.AsSpan(at)),
                'X' or 'x' or 'Z' => fields.ReadOffset(text.AsSpan(at), token),
                _ => ReadNumber(text, at, i, fields),
            };
            if (read < 0)
            {
                return null;
            }

            at += read;
        }

        return at == text.Length ? fields.ToDate() : null;
    }

    private int ReadNumber(string text, int at, int index, DateFields fields)
    {
        var token = _tokens[index];
        var available = 0;
        while (at + available < text.Length && char.IsAsciiDigit(text[at + available]) && available < 40)
        {
            available++;
        }

        // A field of a fixed width that follows directly takes its digits first, as in yyyyMMdd.
        var reserved = 0;
        for (var next = index + 1; next < _tokens.Count && "yuMdHmsS".Contains(_tokens[next].Letter, StringComparison.Ordinal); next++)
        {
            reserved += _tokens[next].Count;
        }

        var isYear = token.Letter is 'y' or 'u';
        var width = token.Count == 1 && token.Letter != 'S'
            ? Math.Min(available, isYear ? 9 : 2)
            : isYear && token.Count == 4 ? Math.Min(available - reserved, 9) : token.Count;
        if (width < token.Count || width > available || width == 0)
        {
            return -1;
        }

        var digits = text.AsSpan(at, width);
        return fields.Set(token, int.Parse(digits, CultureInfo.InvariantCulture)) ? width : -1;
    }
}
