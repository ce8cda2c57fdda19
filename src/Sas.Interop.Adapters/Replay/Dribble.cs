namespace Sas.Interop.Adapters.Replay;

/// <summary>A body that arrives in pieces.</summary>
/// <param name="Chunks">How many pieces, at least one.</param>
/// <param name="Duration">Time from the first to after the last piece.</param>
internal sealed record Dribble(int Chunks, TimeSpan Duration)
{
    /// <summary>Cuts a body into the pieces, each with the time to wait before it.</summary>
    public IEnumerable<(ReadOnlyMemory<byte> Part, TimeSpan Wait)> Cut(ReadOnlyMemory<byte> body)
    {
        var chunks = Math.Clamp(Chunks, 1, Math.Max(1, body.Length));
        var size = (body.Length + chunks - 1) / chunks;
        for (var i = 0; i * size < body.Length; i++)
        {
            var start = i * size;
            yield return (body.Slice(start, Math.Min(size, body.Length - start)), Duration / chunks);
        }
    }
}
