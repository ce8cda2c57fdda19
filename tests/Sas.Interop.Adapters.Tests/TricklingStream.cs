namespace Sas.Interop.Adapters.Tests;

/// <summary>Gives its bytes a few at a time, so that tokens are cut at every possible place.</summary>
internal sealed class TricklingStream(byte[] bytes, int step = 7) : MemoryStream(bytes)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer[..Math.Min(step, buffer.Length)], cancellationToken);

    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(step, buffer.Length)]);

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(step, count));
}
