using System.Buffers;

using Microsoft.Win32.SafeHandles;

namespace Sas.Interop.Hub.Persistence.WarmStart;

/// <summary>
/// Reads one file. Blocks are checked in their order and taken apart side by side; what they hold is given out only when the last of them was right, so that a file
/// is used as a whole or not at all.
/// </summary>
/// <typeparam name="T">What owners are turned into.</typeparam>
internal sealed class WarmStartReader<T>(SafeFileHandle file, long length, Func<ISavedOwnerTaker<T>> takers) : IDisposable
    where T : class
{
    private const string Torn = "ends before its end";
    private const string Damaged = "is damaged";
    private readonly SemaphoreSlim _places = new(Environment.ProcessorCount);
    private readonly List<Task<List<T>?>> _blocks = [];
    private FileTotals _counted;
    private long _at;

    public async Task<WarmStartReading<T>> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var bytes = new byte[WarmStartFormat.HeadBytes];
            if (!Fill(bytes))
            {
                return WarmStartReading<T>.Refused(Torn);
            }

            var problem = FileHead.Read(bytes, out var head) ?? await ReadBlocksAsync(head.Seed, cancellationToken);
            var owners = await Task.WhenAll(_blocks);
            problem ??= owners.Contains(null) ? "holds what no hub writes" : null;
            return problem is null
                ? new WarmStartReading<T> { Owners = [.. owners.SelectMany(static block => block ?? [])], Totals = _counted, WrittenAt = head.WrittenAt }
                : WarmStartReading<T>.Refused(problem);
        }
        finally
        {
            // Nobody may use the places any more when they are disposed of.
            await Task.WhenAll(_blocks);
        }
    }

    public void Dispose() => _places.Dispose();

    /// <returns>What is wrong with the file; null when it is whole.</returns>
    private async Task<string?> ReadBlocksAsync(ulong seed, CancellationToken cancellationToken)
    {
        var bytes = new byte[WarmStartFormat.BlockHeadBytes];
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!Fill(bytes))
            {
                return Torn;
            }

            var head = BlockHead.Read(bytes);
            if (head.Length > WarmStartFormat.LongestBlock || head.Number != _counted.Blocks)
            {
                return Damaged;
            }

            if (head.Length > length - _at)
            {
                return Torn;
            }

            var payload = ArrayPool<byte>.Shared.Rent((int)head.Length);
            var content = payload.AsMemory(0, (int)head.Length);
            if (!Fill(content.Span) || !BlockHead.IsWhole(bytes, content.Span, seed) || head.Kind != WarmStartFormat.OwnersBlock)
            {
                // Only a whole block says truly of what kind it is.
                var isEnd = head.Kind == WarmStartFormat.EndBlock && BlockHead.IsWhole(bytes, content.Span, seed);
                var problem = isEnd ? End(content.Span) : Damaged;
                ArrayPool<byte>.Shared.Return(payload);
                return problem;
            }

            _counted = _counted with { Blocks = _counted.Blocks + 1, Owners = _counted.Owners + head.Owners };
            await _places.WaitAsync(cancellationToken);
            _blocks.Add(Task.Run(() => Take(payload, head), CancellationToken.None));
        }
    }

    private string? End(ReadOnlySpan<byte> payload)
    {
        var told = payload.Length == WarmStartFormat.EndBytes ? FileTotals.Read(payload) : default;
        if ((told.Blocks, told.Owners, told.Bytes) != (_counted.Blocks, _counted.Owners, _at) || _at != length)
        {
            return "does not end as it says";
        }

        _counted = told;
        return null;
    }

    private List<T>? Take(byte[] payload, BlockHead head)
    {
        try
        {
            var taker = takers();
            var taken = new List<T>();
            var sound = BlockDecoder.Read(
                payload.AsMemory(0, (int)head.Length),
                head.Owners,
                owner =>
                {
                    if (!taker.TryTake(owner, out var next))
                    {
                        return false;
                    }

                    if (next is not null)
                    {
                        taken.Add(next);
                    }

                    return true;
                });
            return sound ? taken : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(payload);
            _places.Release();
        }
    }

    private bool Fill(Span<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var read = RandomAccess.Read(file, bytes, _at);
            if (read == 0)
            {
                return false;
            }

            bytes = bytes[read..];
            _at += read;
        }

        return true;
    }
}
