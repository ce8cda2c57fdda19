namespace Sas.Interop.Adapters.Replay.Matching;

/// <summary>No text at all.</summary>
internal sealed record AbsentPattern : ValuePattern
{
    public override bool Matches(string? value) => value is null;
}
