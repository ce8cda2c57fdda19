using System.Buffers;
using System.Text;

namespace Sas.Interop.Contracts.Fhir.Json.Streaming;

/// <summary>The part of a stream that is held in memory: at most one value, or one buffer. Not thread-safe.</summary>
internal sealed class StreamWindow(Stream stream, FhirReadOptions options) : IDisposable
{
    private const int FirstSize = 32 * 1024;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int _start;
    private int _end;
    private long _total;

    /// <summary>What was read and not yet stepped over.</summary>
    public ReadOnlySpan<byte> Unread => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Position of the first unread byte in the stream.</summary>
    public TextOrigin Position { get; private set; } = TextOrigin.Start;

    /// <summary>Whether the stream holds more bytes than allowed.</summary>
    public bool IsTooLong => _total > options.MaxStreamBytes;

    /// <summary>Steps over bytes.</summary>
    public void Advance(int count)
    {
        Position = Position.After(_buffer.AsSpan(_start, count));
        _start += count;
    }

    /// <summary>Steps over a byte order mark; it takes no column.</summary>
    public async ValueTask<bool> SkipMarkAsync(CancellationToken cancellationToken)
    {
        while (Encoding.UTF8.Preamble.StartsWith(Unread) && await FillAsync(cancellationToken))
        {
            if (Unread.StartsWith(Encoding.UTF8.Preamble))
            {
                _start += Encoding.UTF8.Preamble.Length;
                return true;
            }
        }

        return false;
    }

    /// <summary>Steps over blanks and tells the next byte; -1 at the end of the stream.</summary>
    public async ValueTask<int> PeekAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var next = Unread.IndexOfAnyExcept(" \t\r\n"u8);
            if (next >= 0)
            {
                Advance(next);
                return Unread[0];
            }

            Advance(Unread.Length);
            if (!await FillAsync(cancellationToken))
            {
                return -1;
            }
        }
    }

    /// <summary>Brings the whole value that starts at the first unread byte into the window.</summary>
    public async ValueTask<(ScanResult Result, int Length)> HoldValueAsync(CancellationToken cancellationToken)
    {
        var scanner = default(JsonValueScanner);
        while (true)
        {
            var isFound = scanner.TryFindEnd(Unread);
            if (scanner.Position > options.MaxEntryBytes)
            {
                return (ScanResult.TooLong, 0);
            }

            if (isFound)
            {
                return (ScanResult.Found, scanner.Position);
            }

            if (!await FillAsync(cancellationToken))
            {
                return (IsTooLong ? ScanResult.TooLong : ScanResult.Truncated, 0);
            }
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _start = _end = 0;
    }

    /// <summary>Reads once more; false at the end of the stream, or of what is allowed.</summary>
    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (IsTooLong)
        {
            return false;
        }

        MakeRoom();
        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += read;
        _total += read;
        return read > 0 && !IsTooLong;
    }

    private void MakeRoom()
    {
        if (_end < _buffer.Length)
        {
            return;
        }

        var target = _start > _buffer.Length / 2 ? _buffer : ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        Unread.CopyTo(target);
        if (target != _buffer)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }

        _buffer = target;
        _end -= _start;
        _start = 0;
    }
}
