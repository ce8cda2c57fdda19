namespace Sas.Interop.Adapters.Replay.Matching;

/// <summary>All of some conditions, or any of them, on the same text.</summary>
/// <param name="Parts">The conditions.</param>
/// <param name="NeedsAll">All, or any.</param>
internal sealed record CombinedPattern(IReadOnlyList<ValuePattern> Parts, bool NeedsAll) : ValuePattern
{
    public override bool Matches(string? value) => NeedsAll ? Parts.All(part => part.Matches(value)) : Parts.Any(part => part.Matches(value));
}
