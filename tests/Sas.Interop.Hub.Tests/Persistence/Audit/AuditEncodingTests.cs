using System.Security.Cryptography;
using System.Text;

using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Hub.Persistence.Audit;
using Sas.Interop.Hub.Security.Audit;

namespace Sas.Interop.Hub.Tests.Persistence.Audit;

/// <summary>The bytes of a hash are those that the page tells third parties.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class AuditEncodingTests
{
    [Test]
    public void HashOf_AnyRecord_IsThatOfTheDocumentedBytes()
    {
        var row = AuditBed.Record(10);
        AuditSeal.Keyless.Close(row, 42, new string('a', 64));

        Assert.That(AuditSeal.Keyless.HashOf(row), Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(Documented(row)))).And.EqualTo(row.Hash));
    }

    [Test]
    public void HashOf_WithKey_IsTheMacOfTheSameBytes()
    {
        var key = Encoding.ASCII.GetBytes("0123456789abcdef0123456789abcdef");
        var row = AuditBed.Record(1);
        new AuditSeal(key, []).Close(row, 1, AuditEncoding.NoHash);

        Assert.That(row.Hash, Is.EqualTo(Convert.ToHexStringLower(HMACSHA256.HashData(key, Documented(row)))));
        Assert.That((row.Format, row.KeyId), Is.EqualTo((2, Convert.ToHexStringLower(SHA256.HashData([.. "sas-audit-key\n"u8, .. key]))[..16])));
        Assert.That(AuditSeal.Keyless.HashOf(row), Is.Null, "Without the key nobody can tell.");
        Assert.That(new AuditSeal(null, [key]).HashOf(row), Is.EqualTo(row.Hash), "A former key still can.");
    }

    [Test]
    public void Write_TextsThatMoveBetweenFields_GiveOtherBytes() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>(),
        ArbMap.Default.ArbFor<NonNull<string>>(),
        static (one, other) =>
        {
            var (first, second) = (Plain(), Plain());
            (first.Vendor, first.Refusal) = (one.Get, other.Get);
            (second.Vendor, second.Refusal) = (one.Get + other.Get, null);
            var (third, fourth) = (Plain(), Plain());
            (third.Vendor, fourth.Vendor) = (null, string.Empty);
            return AuditSeal.Keyless.HashOf(first) != AuditSeal.Keyless.HashOf(second) && AuditSeal.Keyless.HashOf(third) != AuditSeal.Keyless.HashOf(fourth);
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Of_TextsOfAnyKind_BecomePrintableAndFitTheirColumns() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>(),
        static text =>
        {
            var longer = string.Concat(Enumerable.Repeat(text.Get + "é\0", 300));
            var row = AuditRecords.Of(new AuditEntry(AuditBed.Now, longer, longer, longer, 200) { Entity = longer, Detail = longer, VendorId = longer, TraceId = longer });
            return new[] { (row.Caller, 64), (row.Method, 16), (row.Route, 200), (row.Entity, 160), (row.Detail, 400), (row.Vendor, 64), (row.TraceId, 32) }
                .All(static kept => kept.Item1!.Length == kept.Item2 && kept.Item1.All(static c => c is >= ' ' and <= '~'));
        }).QuickCheckThrowOnFailure();

    [Test]
    public void TryParse_Heads_AreReadAsTheyAreWritten()
    {
        var head = new AuditHead(12, new string('b', 64));

        Assert.That(AuditHead.TryParse(head.ToString(), out var read), Is.True);
        Assert.That(read, Is.EqualTo(head));
        foreach (var wrong in new[] { null, "", "12", "12:", $"x:{head.Hash}", $"12:{head.Hash[1..]}", $"12:{head.Hash[1..]}g", $"-1:{head.Hash}", $"1:2:{head.Hash}" })
        {
            Assert.That(AuditHead.TryParse(wrong, out _), Is.False, wrong);
        }
    }

    private static AuditRow Plain()
    {
        var row = AuditBed.Record(1);
        row.Format = AuditEncoding.Plain;
        return row;
    }

    /// <summary>docs/audit.md, "The bytes of a hash", in other words than the code's.</summary>
    private static byte[] Documented(AuditRow row)
    {
        using var bytes = new MemoryStream();
        bytes.Write("sas-audit\n"u8);
        Number(row.Format);
        Number(row.Number);
        Number((row.At.ToUnixTimeMilliseconds() * 10_000) + 621_355_968_000_000_000);
        Texts(row.Kind, row.Caller, row.Roles, row.Interaction, row.Method, row.Route, row.Entity, row.Vendor, row.Status?.ToString(System.Globalization.CultureInfo.InvariantCulture), row.Refusal, row.TraceId);
        Number(row.Count);
        Texts(row.Detail, row.KeyId, row.Previous);
        return bytes.ToArray();

        void Number(long number) => bytes.Write(BitConverter.GetBytes(System.Net.IPAddress.HostToNetworkOrder(number)));

        void Texts(params string?[] texts)
        {
            foreach (var text in texts)
            {
                bytes.Write(text is null ? [0xff, 0xff, 0xff, 0xff] : BitConverter.GetBytes(System.Net.IPAddress.HostToNetworkOrder(Encoding.UTF8.GetByteCount(text))));
                bytes.Write(Encoding.UTF8.GetBytes(text ?? string.Empty));
            }
        }
    }
}
