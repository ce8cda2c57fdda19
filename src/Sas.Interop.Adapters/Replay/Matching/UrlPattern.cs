namespace Sas.Interop.Adapters.Replay.Matching;

/// <summary>The address that a stub answers.</summary>
/// <param name="Kind">What is compared.</param>
/// <param name="Text">The value as written.</param>
internal sealed record UrlPattern(UrlKind Kind, string Text)
{
    private readonly JavaRegex? _regex = Kind is UrlKind.UrlPattern or UrlKind.UrlPathPattern ? JavaRegex.For(Text) : null;

    private readonly Lazy<RegexAutomaton?> _addresses = new(() => RegexAutomaton.TryMake(Addresses(Kind, Text)));

    public PathTemplate? Template { get; } = Kind == UrlKind.UrlPathTemplate ? new PathTemplate(Text) : null;

    public bool Matches(ReplayRequest request) => Kind switch
    {
        UrlKind.Any => true,
        UrlKind.Url => request.Url == Text,
        UrlKind.UrlPath => request.Path == Text,
        UrlKind.UrlPattern => _regex!.IsWhole(request.Url), // Compiled for this kind.
        UrlKind.UrlPathPattern => _regex!.IsWhole(request.Path), // As above.
        _ => Template!.Match(request.Path) is not null, // As above.
    };

    /// <summary>Whether some request may satisfy both; true when in doubt.</summary>
    public bool MayOverlap(UrlPattern other)
    {
        if (IsExact && other.IsExact)
        {
            return Kind == other.Kind ? Text == other.Text : PathOf(Text) == PathOf(other.Text);
        }

        return RegexAutomaton.Meet(_addresses.Value, other._addresses.Value);
    }

    private bool IsExact => Kind is UrlKind.Url or UrlKind.UrlPath;

    /// <summary>All addresses, path and query, as one regular expression.</summary>
    private static string Addresses(UrlKind kind, string text) => kind switch
    {
        UrlKind.Any => ".*",
        UrlKind.Url => RegexAutomaton.Escape(text),
        UrlKind.UrlPattern => text,
        UrlKind.UrlPath => $@"{RegexAutomaton.Escape(text)}(?:\?.*)?",
        UrlKind.UrlPathPattern => $@"(?:{text})(?:\?.*)?",
        _ => $@"{string.Join('/', text.Split('/').Select(static segment => segment.StartsWith('{') ? "[^/?]+" : RegexAutomaton.Escape(segment)))}(?:\?.*)?",
    };

    private static string PathOf(string url)
    {
        var query = url.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? url : url[..query];
    }
}
