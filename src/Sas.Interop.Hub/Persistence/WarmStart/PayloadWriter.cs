using System.Buffers.Binary;
using System.Text;

namespace Sas.Interop.Hub.Persistence.WarmStart;

/// <summary>A growing buffer with the few forms of value that the file knows.</summary>
internal sealed class PayloadWriter
{
    private const int LongestNumber = 10;
    private byte[] _buffer = new byte[4096];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, Length);

    public ReadOnlyMemory<byte> WrittenMemory => _buffer.AsMemory(0, Length);

    public void Clear() => Length = 0;

    public void Byte(byte value)
    {
        Room(1)[0] = value;
        Length++;
    }

    /// <summary>Seven bits a byte, the lowest first.</summary>
    public void Number(ulong value)
    {
        var room = Room(LongestNumber);
        var written = 0;
        for (; value >= 0x80; value >>= 7)
        {
            room[written++] = (byte)(value | 0x80);
        }

        room[written++] = (byte)value;
        Length += written;
    }

    public void Number(int value) => Number((ulong)value);

    public void Instant(DateTimeOffset instant)
    {
        BinaryPrimitives.WriteInt64LittleEndian(Room(sizeof(long)), instant.UtcTicks);
        Length += sizeof(long);
    }

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
    }

    public void Text(ReadOnlySpan<char> text)
    {
        var bytes = Encoding.UTF8.GetByteCount(text);
        Number(bytes);
        Encoding.UTF8.GetBytes(text, Room(bytes));
        Length += bytes;
    }

    private Span<byte> Room(int bytes)
    {
        if (_buffer.Length - Length < bytes)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, checked(Length + bytes)));
        }

        return _buffer.AsSpan(Length);
    }
}
