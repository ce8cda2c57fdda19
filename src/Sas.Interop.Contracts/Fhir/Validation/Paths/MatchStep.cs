using System.Text.RegularExpressions;

namespace Sas.Interop.Contracts.Fhir.Validation.Paths;

/// <summary><c>matches</c> with a written pattern, by an engine whose time grows with the length of the text alone.</summary>
internal sealed class MatchStep : PathStep
{
    private const int MaxPattern = 1_000;
    private readonly PathStep? _owner;
    private readonly Regex _pattern;

    public MatchStep(PathStep? owner, string pattern)
    {
        if (pattern.Length > MaxPattern)
        {
            throw new PathException("The pattern is too long.");
        }

        _owner = owner;
        try
        {
            _pattern = new Regex(Strict(pattern), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            // A pattern of a definition that is wrong, or that needs backtracking: its invariant is told as not evaluated.
            throw new PathException("The pattern cannot be applied.");
        }
    }

    public override bool IsClosed => _owner is { IsClosed: true };

    protected override IReadOnlyList<object> Evaluate(PathScope scope, IReadOnlyList<object> self)
    {
        if (PathValue.Text(_owner is null ? self : _owner.Values(scope, self)) is not { } text)
        {
            return PathValue.None;
        }

        scope.Spend(text.Length);
        return PathValue.Of(_pattern.IsMatch(text));
    }

    /// <summary>A final <c>$</c> means the very end here, not the place before a last line break.</summary>
    private static string Strict(string pattern) => pattern.EndsWith('$') && !pattern.EndsWith("\\$", StringComparison.Ordinal) ? pattern[..^1] + "\\z" : pattern;
}
