using System.Buffers.Binary;
using System.Text;

namespace Sas.Interop.Hub.Persistence.WarmStart;

/// <summary>Reads what <see cref="PayloadWriter"/> writes. Nothing read is believed: after the first fault it gives nothing but zeros, and <see cref="Failed"/> tells.</summary>
internal ref struct PayloadReader(ReadOnlyMemory<byte> payload)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly ReadOnlyMemory<byte> _payload = payload;
    private readonly ReadOnlySpan<byte> _bytes = payload.Span;
    private int _at;

    public bool Failed { get; private set; }

    /// <summary>Whether all was read, and nothing was wrong.</summary>
    public readonly bool IsSpent => !Failed && _at == _bytes.Length;

    public void Fail() => Failed = true;

    public byte Byte() => Take(1) is [var value] ? value : (byte)0;

    public ulong Number()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Byte();
            if (shift == 63 && next > 1)
            {
                break;
            }

            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return Failed ? 0 : value;
            }
        }

        Fail();
        return 0;
    }

    /// <summary>A number of things that follow, each of so many bytes at least.</summary>
    public int Count(int bytesEach)
    {
        var count = Number();
        if (count > (ulong)((_bytes.Length - _at) / bytesEach))
        {
            Fail();
        }

        return Failed ? 0 : (int)count;
    }

    /// <summary>A number below a bound.</summary>
    public int Index(int bound)
    {
        var index = Number();
        if (index >= (ulong)bound)
        {
            Fail();
        }

        return Failed ? 0 : (int)index;
    }

    public DateTimeOffset Instant()
    {
        var bytes = Take(sizeof(long));
        var ticks = Failed ? 0 : BinaryPrimitives.ReadInt64LittleEndian(bytes);
        if (ticks < 0 || ticks > DateTimeOffset.MaxValue.UtcTicks)
        {
            Fail();
        }

        return Failed ? default : new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    public TimeSpan Span(TimeSpan longest)
    {
        var ticks = Number();
        if (ticks > (ulong)longest.Ticks)
        {
            Fail();
        }

        return Failed ? TimeSpan.Zero : TimeSpan.FromTicks((long)ticks);
    }

    public ReadOnlySpan<byte> Bytes(int count) => Take(count);

    public ReadOnlyMemory<byte> Slice(int count)
    {
        Take(count);
        return Failed ? default : _payload.Slice(_at - count, count);
    }

    public string Text()
    {
        var bytes = Take(Count(1));
        try
        {
            return bytes.IsEmpty ? string.Empty : Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            Fail();
            return string.Empty;
        }
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (Failed || count > _bytes.Length - _at)
        {
            Fail();
            return [];
        }

        _at += count;
        return _bytes.Slice(_at - count, count);
    }
}
