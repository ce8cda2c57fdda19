using System.Buffers.Binary;
using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;

namespace Sas.Interop.Hub.Fhir.Validate.Packages;

/// <summary>
/// Reads a package that is a gzipped tar, as registries hand it out. Nothing is written to disk. Names that lead out of the archive, more than the bounds allow, and
/// an archive that was cut off refuse the whole.
/// </summary>
internal static class ArchiveReader
{
    private const string Inner = "package";
    private const int Piece = 16 * 1024;

    // A gzip ends with four bytes of the length of what it holds, modulo 2^32.
    private const int LengthBytes = 4;

    /// <param name="archive">The bytes; read from their begin, and seekable.</param>
    /// <param name="bounds">Bounds.</param>
    /// <exception cref="IOException">The stream failed.</exception>
    public static PackageReading Read(Stream archive, PackageBounds bounds)
    {
        try
        {
            using var tar = Unzip(archive, bounds.TotalBytes, out var problem);
            return problem is null ? ReadEntries(tar, bounds) : PackageReading.Failed(problem);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or FormatException or OverflowException)
        {
            return PackageReading.Failed("is not a gzipped tar, or is damaged");
        }
    }

    private static MemoryStream Unzip(Stream archive, long most, out string? problem)
    {
        var tar = new MemoryStream();
        using var zip = new GZipStream(archive, CompressionMode.Decompress, leaveOpen: true);
        Span<byte> piece = stackalloc byte[Piece];
        for (int read; (read = zip.Read(piece)) > 0;)
        {
            if (tar.Length + read > most)
            {
                problem = string.Create(CultureInfo.InvariantCulture, $"unpacks to more than {most} bytes");
                return tar;
            }

            tar.Write(piece[..read]);
        }

        problem = StatedLength(archive) == (uint)tar.Length ? TarHeaders.FaultOf(tar) : "is cut off or damaged: its length is not the one it states";
        tar.Position = 0;
        return tar;
    }

    /// <summary>The length that the archive's end states; the decompressor accepts an archive that was cut off.</summary>
    private static uint? StatedLength(Stream archive)
    {
        if (archive.Length < LengthBytes)
        {
            return null;
        }

        archive.Position = archive.Length - LengthBytes;
        Span<byte> stated = stackalloc byte[LengthBytes];
        archive.ReadExactly(stated);
        return BinaryPrimitives.ReadUInt32LittleEndian(stated);
    }

    private static PackageReading ReadEntries(Stream tar, PackageBounds bounds)
    {
        var content = new PackageContent(bounds);
        using var reader = new TarReader(tar);
        while (reader.GetNextEntry() is { } entry)
        {
            if ((content.Count() ?? Take(entry, content, bounds)) is { } problem)
            {
                return PackageReading.Failed(problem);
            }
        }

        return PackageReading.Of(content.Files);
    }

    private static string? Take(TarEntry entry, PackageContent content, PackageBounds bounds)
    {
        var name = entry.Name.StartsWith("./", StringComparison.Ordinal) ? entry.Name[2..] : entry.Name;
        var parts = name.Split('/');
        if (name.Contains('\\', StringComparison.Ordinal) || name.StartsWith('/') || parts.Contains(".."))
        {
            return $"holds a name that leads out of it: '{PackageContent.Shown(name)}'";
        }

        var isDefinition = entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile
            && name.EndsWith(".json", StringComparison.Ordinal)
            && parts is [_] or [Inner, _];
        if (!isDefinition)
        {
            return null;
        }

        if (entry.Length > bounds.FileBytes)
        {
            return string.Create(CultureInfo.InvariantCulture, $"holds '{PackageContent.Shown(name)}', which is larger than {bounds.FileBytes} bytes");
        }

        var bytes = new byte[entry.Length];
        entry.DataStream?.ReadExactly(bytes);
        return content.Take(parts[^1], bytes);
    }
}
