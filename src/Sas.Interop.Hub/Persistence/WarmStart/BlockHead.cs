using System.Buffers.Binary;

namespace Sas.Interop.Hub.Persistence.WarmStart;

/// <summary>What stands before the payload of a block.</summary>
/// <param name="Kind">What the payload is.</param>
/// <param name="Number">From 0, without a gap.</param>
/// <param name="Owners">How many owners the payload holds.</param>
/// <param name="Length">Bytes of the payload.</param>
/// <param name="Checksum">Over the number of the file, the fields before and the payload.</param>
internal readonly record struct BlockHead(uint Kind, uint Number, uint Owners, uint Length, uint Checksum)
{
    private const int Checked = WarmStartFormat.BlockHeadBytes - sizeof(uint);

    /// <summary>Writes the head of a payload.</summary>
    public static void Write(Span<byte> to, (uint Kind, uint Number, uint Owners) what, ReadOnlySpan<byte> payload, ulong seed)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(to, what.Kind);
        BinaryPrimitives.WriteUInt32LittleEndian(to[4..], what.Number);
        BinaryPrimitives.WriteUInt32LittleEndian(to[8..], what.Owners);
        BinaryPrimitives.WriteUInt32LittleEndian(to[12..], (uint)payload.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(to[Checked..], Sum(to[..Checked], payload, seed));
    }

    public static BlockHead Read(ReadOnlySpan<byte> from) => new(
        BinaryPrimitives.ReadUInt32LittleEndian(from),
        BinaryPrimitives.ReadUInt32LittleEndian(from[4..]),
        BinaryPrimitives.ReadUInt32LittleEndian(from[8..]),
        BinaryPrimitives.ReadUInt32LittleEndian(from[12..]),
        BinaryPrimitives.ReadUInt32LittleEndian(from[Checked..]));

    /// <summary>Whether head and payload are what was written.</summary>
    /// <param name="head">The bytes of the head.</param>
    /// <param name="payload">The payload.</param>
    /// <param name="seed">Number of the file.</param>
    public static bool IsWhole(ReadOnlySpan<byte> head, ReadOnlySpan<byte> payload, ulong seed) =>
        Read(head).Checksum == Sum(head[..Checked], payload, seed);

    private static uint Sum(ReadOnlySpan<byte> fields, ReadOnlySpan<byte> payload, ulong seed) =>
        BlockChecksum.Add(BlockChecksum.Add(BlockChecksum.Start(seed), fields), payload);
}
