namespace Sas.Interop.Hub.Configuration.Source;

/// <summary>What one JSON text may hold at most.</summary>
/// <param name="MaxDepth">Nesting.</param>
/// <param name="MaxValues">Objects, arrays and plain values together.</param>
/// <param name="MaxText">Characters of one string or member name.</param>
internal sealed record SourceBounds(int MaxDepth, int MaxValues, int MaxText)
{
    /// <summary>Whether a fault may repeat a piece of the text: of a file of the operator it may, of what a caller sends it may not.</summary>
    public bool MayRepeat { get; init; } = true;

    public static SourceBounds Adapters { get; } = new(32, 200_000, 16_384);

    public static SourceBounds DirectoryEntry { get; } = new(12, 20_000, 2_048);
}
