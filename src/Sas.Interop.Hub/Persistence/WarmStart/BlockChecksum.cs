using System.Buffers.Binary;
using System.Numerics;

namespace Sas.Interop.Hub.Persistence.WarmStart;

/// <summary>CRC-32C, for which processors have an instruction. It tells torn and decayed files from whole ones; it is no protection against forgery.</summary>
internal static class BlockChecksum
{
    public static uint Start(ulong seed) => BitOperations.Crc32C(uint.MaxValue, seed);

    public static uint Add(uint checksum, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= sizeof(ulong))
        {
            checksum = BitOperations.Crc32C(checksum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (var rest in bytes)
        {
            checksum = BitOperations.Crc32C(checksum, rest);
        }

        return checksum;
    }
}
