using System.Buffers;
using System.Text.Json;

namespace Sas.Interop.Adapters.Json;

/// <summary>
/// Steps through plain JSON faster than a full reader, and gives up on anything that is not plain: escapes, exponents, deep nesting, damage, an early end.
/// Giving up says nothing about the text; the full reader then reads the same bytes and judges them.
/// </summary>
/// <param name="text">UTF-8; whether it is valid UTF-8 is for the caller to see.</param>
internal ref struct JsonGlance(ReadOnlySpan<byte> text)
{
    private const int MaxDepth = 16;

    // A text ends at its quote; an escape or a raw control character is not plain.
    private static readonly SearchValues<byte> TextEnds = SearchValues.Create([(byte)'"', (byte)'\\', .. Enumerable.Range(0, 32).Select(static code => (byte)code)]);

    private readonly ReadOnlySpan<byte> _text = text;

    /// <summary>Position of the next byte.</summary>
    public int At { get; set; }

    public readonly ReadOnlySpan<byte> Rest => _text[At..];

    public readonly ReadOnlySpan<byte> Between(int start, int end) => _text[start..end];

    /// <summary>Steps over blanks and one sign; stays before the sign that is another one.</summary>
    public bool TryStep(byte sign)
    {
        if (!TrySkipBlanks() || _text[At] != sign)
        {
            return false;
        }

        At++;
        return true;
    }

    /// <summary>Steps over what stands between two members or items.</summary>
    /// <returns>False when neither a comma nor the closing sign follows.</returns>
    public bool TryGoOn(byte closing, out bool isClosed)
    {
        isClosed = false;
        if (!TrySkipBlanks())
        {
            return false;
        }

        var sign = _text[At++];
        isClosed = sign == closing;
        return isClosed || (sign == ',' && TrySkipBlanks());
    }

    /// <returns>False at the end of the bytes.</returns>
    public bool TrySkipBlanks()
    {
        while (At < _text.Length)
        {
            if (_text[At] is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
            {
                return true;
            }

            At++;
        }

        return false;
    }

    /// <summary>Steps over a plain text and gives what stands between its quotes.</summary>
    public bool TryText(out ReadOnlySpan<byte> content)
    {
        content = default;
        if (At >= _text.Length || _text[At] != '"')
        {
            return false;
        }

        var rest = _text[(At + 1)..];
        var length = rest.IndexOfAny(TextEnds);
        if (length < 0 || rest[length] != '"')
        {
            return false;
        }

        content = rest[..length];
        At += length + 2;
        return true;
    }

    /// <summary>Steps over a member's name and its colon, to the first byte of the value.</summary>
    public bool TryName(out ReadOnlySpan<byte> name) => TryText(out name) && TryStep((byte)':') && TrySkipBlanks();

    /// <summary>Steps over one value.</summary>
    public bool TrySkipValue()
    {
        if (At >= _text.Length)
        {
            return false;
        }

        switch (_text[At])
        {
            case (byte)'"':
                return TryText(out _);
            case (byte)'{' or (byte)'[':
                return TrySkipNested();
            case (byte)'t':
                return TrySkipWord("true"u8);
            case (byte)'f':
                return TrySkipWord("false"u8);
            case (byte)'n':
                return TrySkipWord("null"u8);
            default:
                return TrySkipNumber();
        }
    }

    private bool TrySkipWord(ReadOnlySpan<byte> word)
    {
        if (!Rest.StartsWith(word))
        {
            return false;
        }

        At += word.Length;
        return true;
    }

    private bool TrySkipNumber()
    {
        var at = At + (_text[At] == '-' ? 1 : 0);
        var whole = Digits(at);
        if (whole == 0 || (whole > 1 && _text[at] == '0'))
        {
            return false;
        }

        at += whole;
        if (at < _text.Length && _text[at] == '.')
        {
            var fraction = Digits(at + 1);
            at = fraction == 0 ? _text.Length : at + 1 + fraction;
        }

        // A number ends where something else begins: at the end of the bytes it may go on.
        At = at;
        return at < _text.Length && _text[at] is (byte)',' or (byte)'}' or (byte)']' or (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';
    }

    private readonly int Digits(int start)
    {
        var at = start;
        while (at < _text.Length && char.IsAsciiDigit((char)_text[at]))
        {
            at++;
        }

        return at - start;
    }

    private bool TrySkipNested()
    {
        if (At + 1 < _text.Length && _text[At + 1] == _text[At] + 2)
        {
            At += 2;
            return true;
        }

        var reader = new Utf8JsonReader(Rest, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = MaxDepth }));
        try
        {
            if (!reader.Read() || !reader.TrySkip())
            {
                return false;
            }
        }
        catch (JsonException)
        {
            // The full reader meets the same damage and reports it with its place.
            return false;
        }

        At += (int)reader.BytesConsumed;
        return true;
    }
}
