using System.Diagnostics.CodeAnalysis;

namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>A position in the source of a template, shared by the parsers of text and of tags.</summary>
internal sealed class TemplateCursor(string source)
{
    public int Position { get; set; }

    public bool AtEnd => Position >= source.Length;

    public char Current => Position < source.Length ? source[Position] : '\0';

    public string Source => source;

    public bool StartsWith(string text) => string.CompareOrdinal(source, Position, text, 0, text.Length) == 0;

    public bool Skip(string text)
    {
        if (!StartsWith(text))
        {
            return false;
        }

        Position += text.Length;
        return true;
    }

    public void SkipSpace()
    {
        while (Position < source.Length && char.IsWhiteSpace(source[Position]))
        {
            Position++;
        }
    }

    [DoesNotReturn]
    public void Fail(string rule)
    {
        var line = 1 + source.AsSpan(0, Math.Min(Position, source.Length)).Count('\n');
        throw new TemplateFaultException($"{rule} (template line {line}, character {Position}).");
    }
}
