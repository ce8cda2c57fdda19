namespace Sas.Interop.Adapters.Replay.Matching;

/// <summary>The address that a stub answers.</summary>
/// <param name="Kind">What is compared.</param>
/// <param name="Text">The value as written.</param>
internal sealed record UrlPattern(UrlKind Kind, string Text)
{
    private readonly JavaRegex? _regex = Kind is UrlKind.UrlPattern or UrlKind.UrlPathPattern ? JavaRegex.For(Text) : null;

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

        if (IsExact || other.IsExact)
        {
            var (exact, open) = IsExact ? (this, other) : (other, this);
            return open.MayMatch(exact);
        }

        var (left, right) = (PlainPrefix, other.PlainPrefix);
        return left.StartsWith(right, StringComparison.Ordinal) || right.StartsWith(left, StringComparison.Ordinal);
    }

    private bool IsExact => Kind is UrlKind.Url or UrlKind.UrlPath;

    private string PlainPrefix => Kind switch
    {
        UrlKind.UrlPathTemplate => Text[..Text.IndexOf('{', StringComparison.Ordinal)],
        UrlKind.UrlPattern or UrlKind.UrlPathPattern => _regex!.LiteralPrefix(), // Compiled for these kinds.
        _ => "",
    };

    private bool MayMatch(UrlPattern exact) => Kind switch
    {
        UrlKind.UrlPathTemplate => Template!.Match(PathOf(exact.Text)) is not null, // Set for this kind.
        UrlKind.UrlPathPattern => _regex!.IsWhole(PathOf(exact.Text)), // Compiled for this kind.
        UrlKind.UrlPattern when exact.Kind == UrlKind.Url => _regex!.IsWhole(exact.Text), // As above.
        UrlKind.UrlPattern => PathOf(exact.Text).StartsWith(PathOf(PlainPrefix), StringComparison.Ordinal) || PathOf(PlainPrefix).StartsWith(exact.Text, StringComparison.Ordinal),
        _ => true,
    };

    private static string PathOf(string url)
    {
        var query = url.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? url : url[..query];
    }
}
