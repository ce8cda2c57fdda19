using System.Security.Cryptography;

namespace Sas.Interop.Hub.Persistence.WarmStart;

/// <summary>Writes one file from beginning to end, block by block.</summary>
internal sealed class WarmStartWriter(Stream stream, long maxBytes)
{
    private readonly BlockEncoder _block = new();
    private readonly byte[] _head = new byte[WarmStartFormat.HeadBytes];
    private ulong _seed;
    private FileTotals _totals;

    /// <returns>What was written; null when it would be longer than allowed.</returns>
    public async Task<FileTotals?> WriteAsync(IEnumerable<SavedOwner> owners, DateTimeOffset writtenAt, CancellationToken cancellationToken)
    {
        _seed = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
        new FileHead(_seed, writtenAt).Write(_head);
        await stream.WriteAsync(_head, cancellationToken);
        _totals = new FileTotals { Bytes = _head.Length };
        foreach (var owner in owners)
        {
            _block.Add(owner);
            if (_block.Length >= WarmStartFormat.BlockFrom && !await EndBlockAsync(cancellationToken))
            {
                return null;
            }
        }

        if (_block.Owners > 0 && !await EndBlockAsync(cancellationToken))
        {
            return null;
        }

        var end = new byte[WarmStartFormat.EndBytes];
        _totals = _totals with { Bytes = _totals.Bytes + WarmStartFormat.BlockHeadBytes + end.Length };
        _totals.Write(end);
        await WriteBlockAsync((WarmStartFormat.EndBlock, _totals.Blocks, 0), end, cancellationToken);
        return _totals.Bytes <= maxBytes ? _totals : null;
    }

    private async Task<bool> EndBlockAsync(CancellationToken cancellationToken)
    {
        var payload = _block.Finish();
        var bytes = _totals.Bytes + WarmStartFormat.BlockHeadBytes + payload.Length;
        if (bytes > maxBytes || payload.Length > WarmStartFormat.LongestBlock)
        {
            return false;
        }

        await WriteBlockAsync((WarmStartFormat.OwnersBlock, _totals.Blocks, _block.Owners), payload, cancellationToken);
        _totals = new FileTotals(_totals.Blocks + 1, _totals.Owners + _block.Owners, _totals.Lanes + _block.Lanes, _totals.Slots + _block.Slots, bytes);
        _block.Clear();
        return true;
    }

    private async Task WriteBlockAsync((uint Kind, uint Number, uint Owners) what, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        var head = _head.AsMemory(0, WarmStartFormat.BlockHeadBytes);
        BlockHead.Write(head.Span, what, payload.Span, _seed);
        await stream.WriteAsync(head, cancellationToken);
        await stream.WriteAsync(payload, cancellationToken);
    }
}
