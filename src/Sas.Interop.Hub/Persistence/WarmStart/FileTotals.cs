using System.Buffers.Binary;

namespace Sas.Interop.Hub.Persistence.WarmStart;

/// <summary>How much a file holds; its last block says it again, so that a file that ends early is known.</summary>
/// <param name="Blocks">Blocks of owners.</param>
/// <param name="Owners">Owners.</param>
/// <param name="Lanes">Lanes of all owners.</param>
/// <param name="Slots">Slots of all lanes.</param>
/// <param name="Bytes">Length of the whole file.</param>
internal readonly record struct FileTotals(uint Blocks, long Owners, long Lanes, long Slots, long Bytes)
{
    public void Write(Span<byte> to)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(to, Blocks);
        BinaryPrimitives.WriteInt64LittleEndian(to[4..], Owners);
        BinaryPrimitives.WriteInt64LittleEndian(to[12..], Lanes);
        BinaryPrimitives.WriteInt64LittleEndian(to[20..], Slots);
        BinaryPrimitives.WriteInt64LittleEndian(to[28..], Bytes);
    }

    public static FileTotals Read(ReadOnlySpan<byte> from) => new(
        BinaryPrimitives.ReadUInt32LittleEndian(from),
        BinaryPrimitives.ReadInt64LittleEndian(from[4..]),
        BinaryPrimitives.ReadInt64LittleEndian(from[12..]),
        BinaryPrimitives.ReadInt64LittleEndian(from[20..]),
        BinaryPrimitives.ReadInt64LittleEndian(from[28..]));
}
