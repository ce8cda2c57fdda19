using System.IO.Pipelines;

namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>
/// Writes into the response in large pieces: a slot costs no call to the pipe, and the pipe is flushed only when much is waiting. A struct would be copied over awaits.
/// </summary>
internal sealed class PageWriter
{
    private const int Piece = 64 * 1024;
    private const int FlushAfter = 256 * 1024;
    private PipeWriter? _output;
    private Memory<byte> _piece;
    private int _used;
    private int _unflushed;

    public bool NeedsFlush => _unflushed + _used >= FlushAfter;

    /// <summary>Everything written since the start.</summary>
    public long Written { get; private set; }

    public void Start(PipeWriter output)
    {
        _output = output;
        _piece = default;
        _used = _unflushed = 0;
        Written = 0;
    }

    /// <summary>Room for some bytes, which count as written.</summary>
    public Span<byte> Take(int size)
    {
        if (_piece.Length - _used < size)
        {
            Advance();
            _piece = Output.GetMemory(Math.Max(size, Piece));
        }

        var taken = _piece.Span.Slice(_used, size);
        _used += size;
        Written += size;
        return taken;
    }

    public void Raw(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var part = Math.Min(bytes.Length, Piece);
            bytes[..part].CopyTo(Take(part));
            bytes = bytes[part..];
        }
    }

    public ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken)
    {
        Advance();
        _unflushed = 0;
        return Output.FlushAsync(cancellationToken);
    }

    /// <summary>Lets go of the response.</summary>
    public void Reset()
    {
        _output = null;
        _piece = default;
    }

    private PipeWriter Output => _output ?? throw new InvalidOperationException("Not started.");

    private void Advance()
    {
        if (_used > 0)
        {
            Output.Advance(_used);
            _unflushed += _used;
            _used = 0;
        }

        _piece = default;
    }
}
