namespace Sas.Interop.Hub.Persistence.WarmStart;

/// <summary>
/// The layout of the file, little-endian throughout. A head of <see cref="HeadBytes"/>: magic, version, a random number of the file, time of writing, checksum.
/// Blocks follow: kind, number, owners, length, checksum, payload. Each block stands for itself, with its own tables of texts, vendors and kinds, so that blocks are
/// read side by side. The last one tells how many there are and how long the file is. Checksums begin with the number of the file, so that no block of another
/// file fits.
/// </summary>
internal static class WarmStartFormat
{
    public const uint Version = 1;

    public const int HeadBytes = 32;

    public const int BlockHeadBytes = 20;

    public const int EndBytes = 36;

    /// <summary>Bytes of one slot.</summary>
    public const int SlotBytes = 16;

    /// <summary>Length from which a block is ended; only its last owner makes it longer.</summary>
    public const int BlockFrom = 512 * 1024;

    /// <summary>No block is longer: an owner would need millions of slots.</summary>
    public const int LongestBlock = 64 * 1024 * 1024;

    public const uint OwnersBlock = 1;

    public const uint EndBlock = 2;

    public static ReadOnlySpan<byte> Magic => "SASWARM\n"u8;
}
