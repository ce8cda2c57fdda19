using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Sas.Interop.Hub.Tests.Fhir.Validate.Packages;

/// <summary>Archives as registries hand them out, and hostile ones.</summary>
internal static class Archives
{
    public const string ValueSet = """{"resourceType":"ValueSet","id":"couleurs","url":"https://vendor.example/ValueSet/couleurs","status":"active","compose":{"include":[{"system":"urn:x","concept":[{"code":"a"}]}]}}""";

    public static byte[] Tgz(params IEnumerable<(string Name, string Content)> files) => Zip(Tar(files));

    public static byte[] Tar(params IEnumerable<(string Name, string Content)> files)
    {
        using var output = new MemoryStream();
        using (var writer = new TarWriter(output, TarEntryFormat.Ustar, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                writer.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(content)) });
            }
        }

        return output.ToArray();
    }

    public static byte[] Zip(ReadOnlySpan<byte> content)
    {
        using var output = new MemoryStream();
        using (var zip = new GZipStream(output, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(content);
        }

        return output.ToArray();
    }

    /// <summary>A header of our own making: a tar writer would not state a size that is not there.</summary>
    public static byte[] Header(string name, char type, string size)
    {
        var header = new byte[512];
        Encoding.ASCII.GetBytes(name).CopyTo(header, 0);
        "0000644\0"u8.CopyTo(header.AsSpan(100));
        "0000000\0"u8.CopyTo(header.AsSpan(108));
        "0000000\0"u8.CopyTo(header.AsSpan(116));
        Encoding.ASCII.GetBytes(size).CopyTo(header, 124);
        "00000000000\0"u8.CopyTo(header.AsSpan(136));
        "        "u8.CopyTo(header.AsSpan(148));
        header[156] = (byte)type;
        "ustar\000"u8.CopyTo(header.AsSpan(257));
        var sum = header.Sum(static value => (int)value);
        Encoding.ASCII.GetBytes(Convert.ToString(sum, 8).PadLeft(6, '0') + "\0 ").CopyTo(header, 148);
        return header;
    }
}
