using System.IO.Pipelines;

namespace Sas.Interop.Benchmarks.Hosting;

/// <summary>Takes bytes and forgets them at once, without allocating: what is left is the cost of making them.</summary>
internal sealed class NullPipeWriter : PipeWriter
{
    private byte[] _buffer = new byte[1 << 16];
    private long _unflushed;

    /// <summary>Bytes taken since the last <see cref="Reset"/>.</summary>
    public long Written { get; private set; }

    public override bool CanGetUnflushedBytes => true;

    public override long UnflushedBytes => _unflushed;

    public void Reset() => (Written, _unflushed) = (0, 0);

    public override void Advance(int bytes)
    {
        Written += bytes;
        _unflushed += bytes;
    }

    public override Memory<byte> GetMemory(int sizeHint = 0) => Room(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => Room(sizeHint);

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        _unflushed = 0;
        return new ValueTask<FlushResult>(new FlushResult(isCanceled: false, isCompleted: false));
    }

    public override void CancelPendingFlush()
    {
    }

    public override void Complete(Exception? exception = null)
    {
    }

    private byte[] Room(int sizeHint)
    {
        if (sizeHint > _buffer.Length)
        {
            _buffer = new byte[sizeHint];
        }

        return _buffer;
    }
}
