namespace Sas.Interop.Adapters.Replay.Matching;

/// <summary>The opposite of a condition.</summary>
/// <param name="Inner">The condition.</param>
internal sealed record NotPattern(ValuePattern Inner) : ValuePattern
{
    public override bool Matches(string? value) => !Inner.Matches(value);
}
