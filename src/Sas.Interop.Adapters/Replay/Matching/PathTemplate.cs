namespace Sas.Interop.Adapters.Replay.Matching;

/// <summary>A path with named segments: <c>/agendas/{id}/slots</c>. A name takes one whole segment that is not empty.</summary>
/// <param name="Text">The template as written.</param>
internal sealed record PathTemplate(string Text)
{
    private readonly string[] _segments = Text.Split('/');

    public IEnumerable<string> Names => _segments.Where(IsName).Select(static segment => segment[1..^1]);

    public bool IsWellFormed => _segments.All(static segment => IsName(segment) || !segment.AsSpan().ContainsAny('{', '}', '*')) && Names.Distinct().Count() == Names.Count();

    /// <summary>The values of the names, as sent; null when the path does not fit.</summary>
    public IReadOnlyDictionary<string, string>? Match(string path)
    {
        var parts = path.Split('/');
        if (parts.Length != _segments.Length)
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < parts.Length; i++)
        {
            if (IsName(_segments[i]) && parts[i].Length > 0)
            {
                values[_segments[i][1..^1]] = parts[i];
            }
            else if (parts[i] != _segments[i])
            {
                return null;
            }
        }

        return values;
    }

    private static bool IsName(string segment) => segment.Length > 2 && segment[0] == '{' && segment[^1] == '}';
}
