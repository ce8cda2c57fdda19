using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Sas.Interop.Contracts.Fhir.Json.Codecs;

/// <summary>Writes texts with the escapes that JSON demands and no others, whatever encoder the writer has.</summary>
internal static class TextOutput
{
    private const int StackBytes = 512;
    private static readonly SearchValues<byte> Escaped = SearchValues.Create([.. Enumerable.Range(0, 32).Select(static code => (byte)code), (byte)'"', (byte)'\\']);

    public static void Write(Utf8JsonWriter writer, string text)
    {
        var needed = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = needed > StackBytes ? ArrayPool<byte>.Shared.Rent(needed) : null;
        Span<byte> utf8 = rented ?? stackalloc byte[StackBytes];
        utf8 = utf8[..Encoding.UTF8.GetBytes(text, utf8)];
        WriteQuoted(writer, utf8);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static void WriteQuoted(Utf8JsonWriter writer, ReadOnlySpan<byte> utf8)
    {
        // Six bytes are the longest escape, of a control character.
        var escapes = utf8.IndexOfAny(Escaped) < 0 ? 0 : utf8.Length;
        var needed = utf8.Length + (5 * escapes) + 2;
        var rented = needed > StackBytes ? ArrayPool<byte>.Shared.Rent(needed) : null;
        Span<byte> quoted = rented ?? stackalloc byte[StackBytes];
        quoted[0] = (byte)'"';
        var length = 1 + Escape(utf8, quoted[1..]);
        quoted[length++] = (byte)'"';
        writer.WriteRawValue(quoted[..length], skipInputValidation: true);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static int Escape(ReadOnlySpan<byte> utf8, Span<byte> output)
    {
        var length = 0;
        int plain;
        while ((plain = utf8.IndexOfAny(Escaped)) >= 0)
        {
            utf8[..plain].CopyTo(output[length..]);
            length += plain;
            length += EscapeOne(utf8[plain], output[length..]);
            utf8 = utf8[(plain + 1)..];
        }

        utf8.CopyTo(output[length..]);
        return length + utf8.Length;
    }

    private static int EscapeOne(byte character, Span<byte> output)
    {
        ReadOnlySpan<byte> digits = "0123456789abcdef"u8;
        var escape = character switch
        {
            (byte)'"' => "\\\""u8,
            (byte)'\\' => "\\\\"u8,
            (byte)'\n' => "\\n"u8,
            (byte)'\r' => "\\r"u8,
            (byte)'\t' => "\\t"u8,
            (byte)'\b' => "\\b"u8,
            (byte)'\f' => "\\f"u8,
            _ => [],
        };
        if (escape.Length > 0)
        {
            escape.CopyTo(output);
            return escape.Length;
        }

        "\\u00"u8.CopyTo(output);
        output[4] = digits[character >> 4];
        output[5] = digits[character & 15];
        return 6;
    }
}
