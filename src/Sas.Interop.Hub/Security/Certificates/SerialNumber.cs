using System.Buffers.Binary;

namespace Sas.Interop.Hub.Security.Certificates;

/// <summary>Serial number of a certificate, at most 24 bytes; the standard allows 20.</summary>
internal readonly record struct SerialNumber(ulong High, ulong Middle, ulong Low) : IComparable<SerialNumber>
{
    private const int Longest = 24;

    /// <param name="bytes">Big endian, as in the certificate; zeros at the front do not count.</param>
    /// <param name="serial">The number.</param>
    /// <returns>False when it is longer than any serial number may be.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out SerialNumber serial)
    {
        bytes = bytes.TrimStart((byte)0);
        if (bytes.Length > Longest)
        {
            serial = default;
            return false;
        }

        Span<byte> whole = stackalloc byte[Longest];
        whole.Clear();
        bytes.CopyTo(whole[(Longest - bytes.Length)..]);
        serial = new SerialNumber(
            BinaryPrimitives.ReadUInt64BigEndian(whole),
            BinaryPrimitives.ReadUInt64BigEndian(whole[8..]),
            BinaryPrimitives.ReadUInt64BigEndian(whole[16..]));
        return true;
    }

    public int CompareTo(SerialNumber other)
    {
        var high = High.CompareTo(other.High);
        var middle = high != 0 ? high : Middle.CompareTo(other.Middle);
        return middle != 0 ? middle : Low.CompareTo(other.Low);
    }
}
