using System.Text;

namespace Sas.Interop.Hub.Fhir.Validate.Packages;

/// <summary>
/// Walks the headers of a tar before it is read: the reader of the framework makes room for as many bytes of extended attributes as a header states, however many
/// there are, and takes an archive without its end for a whole one.
/// </summary>
internal static class TarHeaders
{
    private const int Block = 512;
    private const int SizeAt = 124;
    private const int SizeLength = 12;
    private const int TypeAt = 156;
    private const int LongestAttributes = 64 * 1024;
    private const string Damaged = "is not a gzipped tar, or is damaged";

    /// <returns>Why the archive is refused, or null.</returns>
    public static string? FaultOf(MemoryStream tar)
    {
        var bytes = tar.GetBuffer().AsSpan(0, (int)tar.Length);
        for (long at = 0; at + Block <= bytes.Length;)
        {
            var header = bytes.Slice((int)at, Block);
            if (!header.ContainsAnyExcept((byte)0))
            {
                return null;
            }

            if (SizeOf(header) is not { } size || size > bytes.Length - at - Block)
            {
                return Damaged;
            }

            if (header[TypeAt] is (byte)'x' or (byte)'g' or (byte)'L' or (byte)'K' && size > LongestAttributes)
            {
                return "holds an entry with attributes that are too long";
            }

            at += Block + ((size + Block - 1) / Block * Block);
        }

        return Damaged;
    }

    /// <summary>Octal digits. The binary form is for files beyond 8 GiB, which no package holds.</summary>
    private static long? SizeOf(ReadOnlySpan<byte> header)
    {
        var text = Encoding.ASCII.GetString(header.Slice(SizeAt, SizeLength)).Trim('\0', ' ');
        long size = 0;
        foreach (var c in text)
        {
            if (c is < '0' or > '7')
            {
                return null;
            }

            size = (size * 8) + (c - '0');
        }

        return size;
    }
}
