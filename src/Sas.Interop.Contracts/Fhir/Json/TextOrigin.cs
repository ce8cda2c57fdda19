namespace Sas.Interop.Contracts.Fhir.Json;

/// <summary>Where a text begins within a larger document.</summary>
/// <param name="Line">1-based line.</param>
/// <param name="Column">1-based column in bytes.</param>
/// <param name="Depth">Objects and lists open around it.</param>
internal readonly record struct TextOrigin(int Line, int Column, int Depth)
{
    public static TextOrigin Start => new(1, 1, 0);

    /// <summary>The position reached after some bytes of the text.</summary>
    public TextOrigin After(ReadOnlySpan<byte> text)
    {
        var lastBreak = text.LastIndexOf((byte)'\n');
        return lastBreak < 0
            ? this with { Column = Column + text.Length }
            : this with { Line = Line + text.Count((byte)'\n'), Column = text.Length - lastBreak };
    }
}
