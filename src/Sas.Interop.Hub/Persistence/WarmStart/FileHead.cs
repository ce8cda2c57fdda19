using System.Buffers.Binary;

namespace Sas.Interop.Hub.Persistence.WarmStart;

/// <summary>The first bytes of the file.</summary>
/// <param name="Seed">Random number of the file.</param>
/// <param name="WrittenAt">When it was written.</param>
internal readonly record struct FileHead(ulong Seed, DateTimeOffset WrittenAt)
{
    public void Write(Span<byte> to)
    {
        WarmStartFormat.Magic.CopyTo(to);
        BinaryPrimitives.WriteUInt32LittleEndian(to[8..], WarmStartFormat.Version);
        BinaryPrimitives.WriteUInt64LittleEndian(to[12..], Seed);
        BinaryPrimitives.WriteInt64LittleEndian(to[20..], WrittenAt.UtcTicks);
        BinaryPrimitives.WriteUInt32LittleEndian(to[28..], BlockChecksum.Add(BlockChecksum.Start(Seed), to[..28]));
    }

    /// <returns>The end of a sentence that begins with the file; null when the head is good.</returns>
    public static string? Read(ReadOnlySpan<byte> from, out FileHead head)
    {
        head = default;
        if (from.Length < WarmStartFormat.HeadBytes || !from.StartsWith(WarmStartFormat.Magic))
        {
            return "is not a snapshot of slots";
        }

        var version = BinaryPrimitives.ReadUInt32LittleEndian(from[8..]);
        if (version != WarmStartFormat.Version)
        {
            return $"is of version {version}, and this hub reads version {WarmStartFormat.Version}";
        }

        var seed = BinaryPrimitives.ReadUInt64LittleEndian(from[12..]);
        var ticks = BinaryPrimitives.ReadInt64LittleEndian(from[20..]);
        if (BinaryPrimitives.ReadUInt32LittleEndian(from[28..]) != BlockChecksum.Add(BlockChecksum.Start(seed), from[..28])
            || ticks < 0 || ticks > DateTimeOffset.MaxValue.UtcTicks)
        {
            return "has a damaged head";
        }

        head = new FileHead(seed, new DateTimeOffset(ticks, TimeSpan.Zero));
        return null;
    }
}
