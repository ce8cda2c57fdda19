using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>Bytes under construction in a rented array that grows. Not safe for concurrent calls; dispose it to give the array back.</summary>
internal sealed class ByteScratch : IDisposable
{
    private const int Smallest = 4 * 1024;
    private static readonly SearchValues<char> Escaped = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(static code => (char)code), '"', '\\', '\u007F']);
    private byte[] _bytes = [];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, Length);

    public void Clear() => Length = 0;

    /// <summary>Room for some bytes, which count as written.</summary>
    public Span<byte> Take(int size)
    {
        if (_bytes.Length - Length < size)
        {
            Grow(size);
        }

        var taken = _bytes.AsSpan(Length, size);
        Length += size;
        return taken;
    }

    /// <summary>Bytes written before, to be written anew.</summary>
    public Span<byte> Overwrite(int start, int length) => _bytes.AsSpan(start, length);

    public ByteScratch Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Take(bytes.Length));
        return this;
    }

    /// <summary>Text of which every character may stand in a JSON string and has one byte.</summary>
    public ByteScratch Ascii(ReadOnlySpan<char> text)
    {
        Encoding.ASCII.GetBytes(text, Take(text.Length));
        return this;
    }

    /// <summary>Text inside a JSON string. Accents stay as they are.</summary>
    public ByteScratch Text(string text)
    {
        if (text.AsSpan().ContainsAny(Escaped))
        {
            text = JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text);
        }

        var start = Length;
        var written = Encoding.UTF8.GetBytes(text, Take(Encoding.UTF8.GetMaxByteCount(text.Length)));
        Length = start + written;
        return this;
    }

    public ByteScratch Number(int number)
    {
        var start = Length;
        number.TryFormat(Take(11), out var written, default, CultureInfo.InvariantCulture);
        Length = start + written;
        return this;
    }

    public void Dispose()
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
            Length = 0;
        }
    }

    private void Grow(int size)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(Smallest, Math.Max(Length + size, _bytes.Length * 2)));
        Written.CopyTo(larger);
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }

        _bytes = larger;
    }
}
