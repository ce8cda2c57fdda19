namespace Sas.Interop.Adapters.Replay.Matching;

/// <summary>The text itself.</summary>
/// <param name="Expected">The text.</param>
/// <param name="IgnoreCase">Whether letter case counts not.</param>
internal sealed record EqualToPattern(string Expected, bool IgnoreCase) : ValuePattern
{
    public override bool Matches(string? value) =>
        value is not null && value.Equals(Expected, IgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
