using System.Text;

namespace Sas.Interop.Adapters.Json;

/// <summary>Reads plain values of a pattern. What is not plain is declined and goes to <see cref="JsonText"/>, with the same meaning.</summary>
internal static class JsonPlain
{
    /// <summary>What stands between the quotes of a text; empty for a missing member and for null.</summary>
    /// <returns>False when the value is another than a text or null, or not ASCII.</returns>
    public static bool TryText(ReadOnlySpan<byte> utf8, in PatternValue value, out ReadOnlySpan<byte> text)
    {
        text = default;
        if (IsNothing(utf8, value))
        {
            return true;
        }

        text = utf8.Slice(value.Start, value.Length);
        if (text[0] != '"' || text.Length <= 2)
        {
            return false;
        }

        text = text[1..^1];
        return Ascii.IsValid(text);
    }

    /// <summary>An identifier written as text without outer blanks, or as whole number; null for a missing member and for null.</summary>
    public static bool TryIdentifier(ReadOnlySpan<byte> utf8, in PatternValue value, SharedTexts texts, out string? identifier)
    {
        identifier = null;
        if (value.Length > 0 && char.IsAsciiDigit((char)utf8[value.Start]))
        {
            identifier = texts.Of(utf8.Slice(value.Start, value.Length));
            return true;
        }

        if (!TryText(utf8, value, out var text) || (!text.IsEmpty && (text[0] <= ' ' || text[^1] <= ' ')))
        {
            return false;
        }

        identifier = text.IsEmpty ? null : texts.Of(text);
        return true;
    }

    /// <summary>True or false; false for a missing member and for null.</summary>
    public static bool TryFlag(ReadOnlySpan<byte> utf8, in PatternValue value, out bool flag)
    {
        flag = value.Length > 0 && utf8.Slice(value.Start, value.Length).SequenceEqual("true"u8);
        return flag || IsNothing(utf8, value) || utf8.Slice(value.Start, value.Length).SequenceEqual("false"u8);
    }

    /// <summary>Whether the member is missing or null.</summary>
    public static bool IsNothing(ReadOnlySpan<byte> utf8, in PatternValue value) => value.Length == 0 || utf8[value.Start] == 'n';
}
