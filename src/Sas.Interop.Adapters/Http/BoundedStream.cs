namespace Sas.Interop.Adapters.Http;

/// <summary>Reads at most so many bytes of another stream, and can keep a copy of them.</summary>
internal sealed class BoundedStream(Stream inner, long limit, MemoryStream? copy) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            var count = await inner.ReadAsync(buffer, cancellationToken);
            return Account(count, buffer.Span);
        }
        catch (InvalidOperationException damaged) when (damaged is not ObjectDisposedException)
        {
            throw Damaged(damaged);
        }
    }

    public override int Read(Span<byte> buffer)
    {
        try
        {
            return Account(inner.Read(buffer), buffer);
        }
        catch (InvalidOperationException damaged) when (damaged is not ObjectDisposedException)
        {
            throw Damaged(damaged);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>The Brotli reader reports damaged bytes as a wrong operation, where the others report wrong data.</summary>
    private static InvalidDataException Damaged(InvalidOperationException cause) => new("The compressed bytes are damaged.", cause);

    private int Account(int count, ReadOnlySpan<byte> buffer)
    {
        _read += count;
        if (_read > limit)
        {
            throw new BodyTooLargeException(limit);
        }

        copy?.Write(buffer[..count]);
        return count;
    }
}
