namespace Sas.Interop.Adapters.Replay;

/// <summary>The bytes of such a body: each piece after its wait, and a failed read where the connection would break.</summary>
internal sealed class BrokenOrSlowStream : Stream
{
    private readonly IEnumerator<(ReadOnlyMemory<byte> Part, TimeSpan Wait)> _parts;
    private readonly bool _breaks;
    private readonly TimeProvider _time;
    private ReadOnlyMemory<byte> _rest;

    public BrokenOrSlowStream(ReplayResponse response, TimeProvider time)
    {
        _breaks = response.Fault is not null;
        _time = time;
        // What a broken answer had sent before is cut in the middle, so that a reader never sees it whole.
        var body = _breaks ? response.Body[..(response.Body.Length / 2)] : response.Body;
        _parts = (response.Dribble ?? new Dribble(1, TimeSpan.Zero)).Cut(body).GetEnumerator();
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_rest.IsEmpty && _parts.MoveNext())
        {
            var (part, wait) = _parts.Current;
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, _time, cancellationToken);
            }

            _rest = part;
        }

        if (_rest.IsEmpty)
        {
            return _breaks ? throw new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely.") : 0;
        }

        var count = Math.Min(buffer.Length, _rest.Length);
        _rest[..count].CopyTo(buffer);
        _rest = _rest[count..];
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Bodies are read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _parts.Dispose();
        }

        base.Dispose(disposing);
    }
}
