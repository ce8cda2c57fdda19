namespace Sas.Interop.Adapters.Replay.Matching;

/// <summary>A part of the text; the negative form also accepts that there is no text.</summary>
/// <param name="Part">The part.</param>
/// <param name="IsNegative">Whether the part must be missing.</param>
internal sealed record ContainsPattern(string Part, bool IsNegative) : ValuePattern
{
    public override bool Matches(string? value) => value is null ? IsNegative : value.Contains(Part, StringComparison.Ordinal) != IsNegative;
}
