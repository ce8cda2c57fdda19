using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Sas.Interop.Hub.Persistence.Audit;

/// <summary>
/// The bytes of a record that its hash is made of; <c>docs/audit.md</c> tells them to third parties, so they never change: another way gets another number.
/// </summary>
internal static class AuditEncoding
{
    /// <summary>SHA-256 of the bytes.</summary>
    public const int Plain = 1;

    /// <summary>HMAC-SHA-256 of the same bytes with a key.</summary>
    public const int Keyed = 2;

    /// <summary>Characters of a hash.</summary>
    public const int HashLength = 64;

    private const uint Absent = uint.MaxValue;

    /// <summary>What stands before the first record.</summary>
    public static string NoHash { get; } = new('0', HashLength);

    /// <summary>Writes every field but the hash itself: a number as 8 bytes, a text as its length in 4 bytes and its bytes, what is absent as a length that no text has.</summary>
    public static void Write(AuditRow row, IBufferWriter<byte> to)
    {
        to.Write("sas-audit\n"u8);
        Number(to, row.Format);
        Number(to, row.Number);
        Number(to, row.At.UtcTicks);
        Text(to, row.Kind);
        Text(to, row.Caller);
        Text(to, row.Roles);
        Text(to, row.Interaction);
        Text(to, row.Method);
        Text(to, row.Route);
        Text(to, row.Entity);
        Text(to, row.Vendor);
        Text(to, row.Status?.ToString(CultureInfo.InvariantCulture));
        Text(to, row.Refusal);
        Text(to, row.TraceId);
        Number(to, row.Count);
        Text(to, row.Detail);
        Text(to, row.KeyId);
        Text(to, row.Previous);
    }

    private static void Number(IBufferWriter<byte> to, long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(to.GetSpan(sizeof(long)), number);
        to.Advance(sizeof(long));
    }

    private static void Text(IBufferWriter<byte> to, string? text)
    {
        var length = text is null ? Absent : (uint)Encoding.UTF8.GetByteCount(text);
        BinaryPrimitives.WriteUInt32BigEndian(to.GetSpan(sizeof(uint)), length);
        to.Advance(sizeof(uint));
        Encoding.UTF8.GetBytes(text, to);
    }
}
