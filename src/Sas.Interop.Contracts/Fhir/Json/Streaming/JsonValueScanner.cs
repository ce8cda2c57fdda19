using System.Buffers;

namespace Sas.Interop.Contracts.Fhir.Json.Streaming;

/// <summary>Finds where one JSON value ends, over bytes that arrive in parts. It counts brackets outside texts; whether the value is right JSON is for its reader to say.</summary>
internal struct JsonValueScanner
{
    private static readonly SearchValues<byte> Structural = SearchValues.Create("\"{}[]"u8);
    private static readonly SearchValues<byte> TextEnds = SearchValues.Create("\"\\"u8);
    private static readonly SearchValues<byte> ScalarEnds = SearchValues.Create(",]} \t\r\n"u8);
    private int _depth;
    private bool _isInText;
    private bool _isStarted;
    private bool _isScalar;

    /// <summary>Bytes looked at so far.</summary>
    public int Position { get; private set; }

    /// <summary>Looks at the bytes from <see cref="Position"/> on.</summary>
    /// <param name="text">All bytes of the value that are there, from its first one.</param>
    /// <returns>Whether the value ends within them, at <see cref="Position"/>.</returns>
    public bool TryFindEnd(ReadOnlySpan<byte> text)
    {
        if (!_isStarted && text.Length > 0)
        {
            _isStarted = true;
            _isScalar = text[0] is not ((byte)'{' or (byte)'[' or (byte)'"');
        }

        return _isScalar ? FindScalarEnd(text) : FindClosing(text);
    }

    private bool FindScalarEnd(ReadOnlySpan<byte> text)
    {
        var end = text[Position..].IndexOfAny(ScalarEnds);
        Position = end < 0 ? text.Length : Position + end;
        return end >= 0;
    }

    private bool FindClosing(ReadOnlySpan<byte> text)
    {
        while (Position < text.Length)
        {
            if (_isInText)
            {
                if (!LeaveText(text))
                {
                    return false;
                }
            }
            else
            {
                var found = text[Position..].IndexOfAny(Structural);
                if (found < 0)
                {
                    Position = text.Length;
                    return false;
                }

                Position += found;
                Count(text[Position++]);
            }

            if (_depth == 0 && !_isInText)
            {
                return true;
            }
        }

        return false;
    }

    private void Count(byte sign)
    {
        _isInText = sign == (byte)'"';
        _depth += sign switch
        {
            (byte)'{' or (byte)'[' => 1,
            (byte)'}' or (byte)']' => -1,
            _ => 0,
        };
    }

    /// <summary>Moves past the closing quote; an escape that is cut in two is looked at again with its second byte.</summary>
    private bool LeaveText(ReadOnlySpan<byte> text)
    {
        while (true)
        {
            var found = text[Position..].IndexOfAny(TextEnds);
            if (found < 0)
            {
                Position = text.Length;
                return false;
            }

            Position += found;
            if (text[Position] == (byte)'"')
            {
                Position++;
                _isInText = false;
                return true;
            }

            if (Position + 1 == text.Length)
            {
                return false;
            }

            Position += 2;
        }
    }
}
