namespace Sas.Interop.Adapters.Replay.Matching;

/// <summary>A regular expression over the whole text; the negative form also accepts that there is no text.</summary>
/// <param name="Regex">The expression.</param>
/// <param name="IsNegative">Whether it must not match.</param>
internal sealed record RegexPattern(JavaRegex Regex, bool IsNegative) : ValuePattern
{
    public override bool Matches(string? value) => value is null ? IsNegative : Regex.IsWhole(value) != IsNegative;
}
