using System.Buffers.Text;
using System.Text;

namespace Sas.Interop.NationalLoad.Driving;

/// <summary>What the client needs of an answer's head.</summary>
/// <param name="Status">Status code.</param>
/// <param name="Length">Bytes of the body; 0 when chunked.</param>
/// <param name="Chunked">Whether the body comes in chunks.</param>
internal readonly record struct ResponseHead(int Status, long Length, bool Chunked)
{
    private static readonly byte[] LengthName = "content-length:"u8.ToArray();
    private static readonly byte[] EncodingName = "transfer-encoding:"u8.ToArray();

    /// <param name="head">Status line and headers, the line break of the last one included.</param>
    public static ResponseHead Parse(ReadOnlySpan<byte> head)
    {
        if (!head.StartsWith("HTTP/1.1 "u8) || !Utf8Parser.TryParse(head[9..], out int status, out _))
        {
            throw new InvalidDataException("The answer does not begin as HTTP/1.1.");
        }

        long length = -1;
        var chunked = false;
        for (var rest = head[(head.IndexOf((byte)'\n') + 1)..]; !rest.IsEmpty;)
        {
            var end = rest.IndexOf((byte)'\n');
            var line = rest[..end];
            rest = rest[(end + 1)..];
            if (Names(line, LengthName))
            {
                length = Utf8Parser.TryParse(line[LengthName.Length..].TrimStart((byte)' '), out long value, out _) && value >= 0 ? value : throw new InvalidDataException("The length of the answer is not readable.");
            }
            else if (Names(line, EncodingName))
            {
                chunked = line[EncodingName.Length..].Trim(" \r"u8).SequenceEqual("chunked"u8);
            }
        }

        return length >= 0 || chunked || status is 204 or 304
            ? new ResponseHead(status, chunked ? 0 : Math.Max(0, length), chunked)
            : throw new InvalidDataException("The answer tells neither its length nor chunks.");
    }

    private static bool Names(ReadOnlySpan<byte> line, byte[] name) => line.Length > name.Length && Ascii.EqualsIgnoreCase(line[..name.Length], name);
}
