using System.Globalization;
using System.Text;

namespace Sas.Interop.Hub.Security.Certificates;

/// <summary>Takes the escapes of RFC 4514 out of the value of an attribute, as tools print it: <c>\,</c> and <c>\2C</c> are a comma.</summary>
internal static class NameEscapes
{
    private const string Escapable = "\"+,;<> #=\\";

    /// <returns>The value; null when a backslash begins no escape, or the bytes are no UTF-8.</returns>
    public static string? Remove(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        var bytes = new List<byte>(text.Length);
        Span<byte> plain = stackalloc byte[4];
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == '\\')
            {
                if (at + 1 < text.Length && Escapable.Contains(text[at + 1], StringComparison.Ordinal))
                {
                    bytes.Add((byte)text[at + 1]);
                    at += 2;
                }
                else if (at + 2 < text.Length && byte.TryParse(text.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
                {
                    bytes.Add(value);
                    at += 3;
                }
                else
                {
                    return null;
                }
            }
            else if (Rune.TryGetRuneAt(text, at, out var rune))
            {
                bytes.AddRange(plain[..rune.EncodeToUtf8(plain)]);
                at += rune.Utf16SequenceLength;
            }
            else
            {
                return null;
            }
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString([.. bytes]);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
