using System.Buffers;
using System.Text;

namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>
/// Walks a query string as the client sent it. The framework's own reading turns <c>+</c> into a blank, which loses the sign of an unencoded offset (D12);
/// here <c>+</c> stays, <c>%xx</c> is decoded as UTF-8, and a damaged escape is told instead of passed over.
/// </summary>
internal ref struct RawQuery
{
    private readonly Span<char> _decoded;
    private ReadOnlySpan<char> _rest;

    /// <param name="query">With or without the leading question mark.</param>
    /// <param name="buffer">At least as long as the query; name and value point into it.</param>
    public RawQuery(ReadOnlySpan<char> query, Span<char> buffer)
    {
        _rest = query.StartsWith("?") ? query[1..] : query;
        _decoded = buffer;
    }

    public ReadOnlySpan<char> Name { get; private set; }

    public ReadOnlySpan<char> Value { get; private set; }

    /// <summary>Whether the current pair could be decoded; a damaged pair is shown as it was sent.</summary>
    public bool IsSound { get; private set; }

    public bool MoveNext()
    {
        while (_rest.Length > 0)
        {
            var end = _rest.IndexOf('&');
            var pair = end < 0 ? _rest : _rest[..end];
            _rest = end < 0 ? default : _rest[(end + 1)..];
            if (pair.Length == 0)
            {
                continue;
            }

            var equals = pair.IndexOf('=');
            var name = equals < 0 ? pair : pair[..equals];
            var value = equals < 0 ? default : pair[(equals + 1)..];
            IsSound = TryDecode(name, _decoded, out var nameLength) & TryDecode(value, _decoded[name.Length..], out var valueLength);
            Name = IsSound ? _decoded[..nameLength] : name;
            Value = IsSound ? _decoded.Slice(name.Length, valueLength) : value;
            return true;
        }

        return false;
    }

    private static bool TryDecode(ReadOnlySpan<char> text, Span<char> to, out int length)
    {
        length = text.Length;
        if (!text.Contains('%'))
        {
            text.CopyTo(to);
            return !text.ContainsAnyInRange('\0', '\u001F');
        }

        return TryUnescape(text, to, out length);
    }

    private static bool TryUnescape(ReadOnlySpan<char> text, Span<char> to, out int length)
    {
        length = 0;
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            var count = 0;
            for (var i = 0; i < text.Length; i++)
            {
                if (text[i] != '%')
                {
                    var letter = char.IsHighSurrogate(text[i]) && i + 1 < text.Length ? 2 : 1;
                    count += Encoding.UTF8.GetBytes(text.Slice(i, letter), bytes.AsSpan(count));
                    i += letter - 1;
                }
                else if (i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
                {
                    bytes[count++] = (byte)((Hex(text[i + 1]) << 4) | Hex(text[i + 2]));
                    i += 2;
                }
                else
                {
                    return false;
                }
            }

            if (!System.Text.Unicode.Utf8.IsValid(bytes.AsSpan(0, count)))
            {
                return false;
            }

            length = Encoding.UTF8.GetChars(bytes.AsSpan(0, count), to);
            return !to[..length].ContainsAnyInRange('\0', '\u001F');
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static int Hex(char digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
