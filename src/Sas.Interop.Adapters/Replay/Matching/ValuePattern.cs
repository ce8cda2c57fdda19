namespace Sas.Interop.Adapters.Replay.Matching;

/// <summary>A condition on one text.</summary>
internal abstract record ValuePattern
{
    /// <summary>Whether the text satisfies it.</summary>
    /// <param name="value">The text; null when there is none.</param>
    public abstract bool Matches(string? value);
}
