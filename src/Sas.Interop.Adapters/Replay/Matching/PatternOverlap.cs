using Sas.Interop.Adapters.Replay.Json;

namespace Sas.Interop.Adapters.Replay.Matching;

/// <summary>Whether one request may satisfy two patterns, so that their order would decide; true when in doubt.</summary>
internal static class PatternOverlap
{
    public static bool MayOverlap(RequestPattern left, RequestPattern right) =>
        (left.Method is null || right.Method is null || left.Method == right.Method)
        && left.Url.MayOverlap(right.Url)
        && !(left.Host is { } a && right.Host is { } b && AreApart(a, b))
        && !AreApart(left.Query, right.Query)
        && !AreApart(left.Headers, right.Headers)
        && !left.PathParameters.Any(one => right.PathParameters.TryGetValue(one.Key, out var other) && AreApart(one.Value, other))
        && !left.Body.Any(one => right.Body.Any(other => AreApart(one, other)))
        && (left.BasicCredentials is null || right.BasicCredentials is null || left.BasicCredentials == right.BasicCredentials);

    // A name is taken to be sent once: two different wanted values then keep the patterns apart.
    private static bool AreApart(IReadOnlyDictionary<string, MultiValuePattern> left, IReadOnlyDictionary<string, MultiValuePattern> right) =>
        left.Any(one => right.TryGetValue(one.Key, out var other)
            && one.Value.Kind == MultiValueKind.Any && other.Kind == MultiValueKind.Any
            && AreApart(one.Value.Parts[0], other.Parts[0]));

    private static bool AreApart(ValuePattern left, ValuePattern right) => (left, right) switch
    {
        (EqualToPattern one, _) => !right.Matches(one.Expected),
        (_, EqualToPattern other) => !left.Matches(other.Expected),
        (AbsentPattern, _) => !right.Matches(null),
        (_, AbsentPattern) => !left.Matches(null),
        (RegexPattern { IsNegative: false } one, RegexPattern { IsNegative: false } other) => !RegexAutomaton.Meet(one.Regex.Automaton, other.Regex.Automaton),
        (EqualToJsonPattern one, EqualToJsonPattern other) => JsonComparison.Conflict(one.Expected, other.Expected),
        (JsonPathPattern one, JsonPathPattern other) => one.Expression == other.Expression && one.Inner is { } a && other.Inner is { } b && AreApart(a, b),
        (CombinedPattern { NeedsAll: true } one, _) => one.Parts.Any(part => AreApart(part, right)),
        (_, CombinedPattern { NeedsAll: true } other) => other.Parts.Any(part => AreApart(left, part)),
        (CombinedPattern one, _) => one.Parts.All(part => AreApart(part, right)),
        (_, CombinedPattern other) => other.Parts.All(part => AreApart(left, part)),
        _ => false,
    };
}
