using System.Text;

using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Hub.Audit.Verifying;
using Sas.Interop.Hub.Persistence.Audit;
using Sas.Interop.Hub.Tests.Persistence.Audit;

namespace Sas.Interop.Hub.Tests.Audit.Verifying;

/// <summary>Whatever is changed behind the hub's back is found, and the first link that does not hold is named.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class ChainVerifierTests
{
    private const int Many = 10_000;

    [Test]
    public async Task VerifyAsync_TenThousandRecordsAndOneByteOfTheFileFlipped_NamesTheRecord()
    {
        using var rig = await ChainRig.StartAsync(Many);
        var whole = await rig.VerifyAsync();
        Assert.That((whole.Checked, whole.Break, whole.Last), Is.EqualTo(((long)Many, (ChainBreak?)null, (await rig.Store.EndsAsync(CancellationToken.None)).Last)));
        rig.Settle();

        // The entity of one record, somewhere in the file.
        var entity = Encoding.ASCII.GetBytes("Appointment/7321");
        await using (var file = new FileStream(rig.File, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite))
        {
            var bytes = new byte[file.Length];
            await file.ReadExactlyAsync(bytes);
            var place = bytes.AsSpan().IndexOf(entity);
            Assert.That(place, Is.GreaterThan(0));
            file.Position = place + 3;
            file.WriteByte((byte)(bytes[place + 3] ^ 1));
        }

        var verdict = await rig.VerifyAsync();

        Assert.That((verdict.Break?.Number, verdict.Break?.Kind, verdict.Checked), Is.EqualTo((7_321L, ChainBreakKind.Content, 7_320L)));
        Assert.That(verdict.Break?.Message, Does.Contain("Record 7321"));
    }

    [Test]
    public async Task VerifyAsync_AnyFieldOfAnyRecordChanged_NamesTheRecord()
    {
        const int Records = 60;
        using var rig = await ChainRig.StartAsync(Records);
        string[] fields =
        [
            "Format", "At", "Kind", "Caller", "Roles", "Interaction", "Method", "Route", "Entity", "Vendor", "Status", "Refusal", "TraceId", "Count", "Detail", "KeyId", "Previous", "Hash",
        ];
        Assert.That(fields.Append("Number"), Is.EquivalentTo(typeof(AuditRow).GetProperties().Select(static property => property.Name)), "Every column is held by the chain.");
        var changes = from field in Gen.Elements(fields)
                      from number in Gen.Choose(1, Records)
                      from kind in Gen.Choose(0, 2)
                      select (field, number, kind);

        Prop.ForAll(changes.ToArbitrary(), change =>
        {
            var (field, number, kind) = change;
            var isNumber = field is "Format" or "At" or "Status" or "Count";
            var other = isNumber ? $"COALESCE(\"{field}\", 0) + 1" : kind switch
            {
                // Another letter at the end, one more letter, or what was null or nothing.
                0 => $"COALESCE(substr(\"{field}\", 1, length(\"{field}\") - 1), '') || CASE substr(\"{field}\", -1) WHEN 'a' THEN 'b' ELSE 'a' END",
                1 => $"COALESCE(\"{field}\", '') || 'a'",
                _ => $"CASE WHEN \"{field}\" IS NULL THEN '' ELSE upper(\"{field}\") || ' ' END",
            };
            rig.Tamper($"CREATE TABLE kept AS SELECT * FROM audit WHERE \"Number\" = {number}; UPDATE audit SET \"{field}\" = {other} WHERE \"Number\" = {number};");
            try
            {
                return rig.VerifyAsync().GetAwaiter().GetResult().Break?.Number == number;
            }
            finally
            {
                rig.Tamper($"DELETE FROM audit WHERE \"Number\" = {number}; INSERT INTO audit SELECT * FROM kept; DROP TABLE kept;");
            }
        }).QuickCheckThrowOnFailure();

        Assert.That((await rig.VerifyAsync()).Break, Is.Null, "Everything was put back.");
    }

    [TestCase("DELETE FROM audit WHERE \"Number\" = 500", 500, ChainBreakKind.Gap)]
    [TestCase("DELETE FROM audit WHERE \"Number\" <= 10", 1, ChainBreakKind.Gap)]
    [TestCase("UPDATE audit SET \"Number\" = -\"Number\" WHERE \"Number\" IN (7, 8); UPDATE audit SET \"Number\" = 15 + \"Number\" WHERE \"Number\" < 0", 7, ChainBreakKind.Content)]
    [TestCase("UPDATE audit SET \"Number\" = 5000 WHERE \"Number\" = 500", 500, ChainBreakKind.Gap)]
    [TestCase("INSERT INTO audit SELECT 1001, \"Format\", \"At\", \"Kind\", \"Caller\", \"Roles\", \"Interaction\", \"Method\", \"Route\", \"Entity\", \"Vendor\", \"Status\", \"Refusal\", \"TraceId\", \"Count\", \"Detail\", \"KeyId\", \"Previous\", \"Hash\" FROM audit WHERE \"Number\" = 4", 1001, ChainBreakKind.End)]
    [TestCase("INSERT INTO audit SELECT -3, \"Format\", \"At\", \"Kind\", \"Caller\", \"Roles\", \"Interaction\", \"Method\", \"Route\", \"Entity\", \"Vendor\", \"Status\", \"Refusal\", \"TraceId\", \"Count\", \"Detail\", \"KeyId\", \"Previous\", \"Hash\" FROM audit WHERE \"Number\" = 4", -3, ChainBreakKind.Beginning)]
    [TestCase("DELETE FROM audit WHERE \"Number\" > 990", 991, ChainBreakKind.Gap)]
    [TestCase("DELETE FROM audit", 1, ChainBreakKind.Gap)]
    [TestCase("UPDATE audit_chain SET \"Hash\" = replace(\"Hash\", substr(\"Hash\", 1, 1), 'x')", 1000, ChainBreakKind.End)]
    [TestCase("DELETE FROM audit WHERE \"Number\" <= 10; UPDATE audit_chain SET \"RemovedTo\" = 10, \"RemovedHash\" = (SELECT \"Previous\" FROM audit WHERE \"Number\" = 11)", 11, ChainBreakKind.Beginning)]
    [TestCase("UPDATE audit SET \"At\" = 9223372036854775807 WHERE \"Number\" = 321", 321, ChainBreakKind.Unreadable)]
    [TestCase("UPDATE audit SET \"Format\" = 3 WHERE \"Number\" = 321", 321, ChainBreakKind.Seal)]
    public async Task VerifyAsync_RowsMoved_NamesTheFirstLink(string sql, long number, ChainBreakKind kind)
    {
        using var rig = await ChainRig.StartAsync(1_000);
        rig.Tamper(sql);

        var verdict = await rig.VerifyAsync();

        Assert.That((verdict.Break?.Number, verdict.Break?.Kind), Is.EqualTo(((long?)number, (ChainBreakKind?)kind)), verdict.Break?.Message);
    }

    [Test]
    public async Task VerifyAsync_TailCutAndTheEndWrittenAnew_IsFoundByAnExpectedPlaceOnly()
    {
        using var rig = await ChainRig.StartAsync(100);
        var (early, last) = (await PlaceAsync(rig, 50), (await rig.Store.EndsAsync(CancellationToken.None)).Last);
        rig.Tamper("DELETE FROM audit WHERE \"Number\" > 90; UPDATE audit_chain SET \"Number\" = 90, \"Hash\" = (SELECT \"Hash\" FROM audit WHERE \"Number\" = 90)");

        Assert.That((await rig.VerifyAsync()).Break, Is.Null, "In itself it is a chain.");
        Assert.That((await rig.VerifyAsync(Expecting(early))).Break, Is.Null);
        var verdict = await rig.VerifyAsync(Expecting(early, last));
        Assert.That((verdict.Break?.Number, verdict.Break?.Kind), Is.EqualTo((100L, ChainBreakKind.Expected)));
    }

    [Test]
    public async Task VerifyAsync_WholeChainWrittenAnew_IsFoundByAnExpectedPlaceOrAKey()
    {
        var key = new AuditSeal(Encoding.ASCII.GetBytes("0123456789abcdef0123456789abcdef"), []);
        using var rig = await ChainRig.StartAsync(50, key);
        var place = await PlaceAsync(rig, 30);
        var rows = await rig.Store.ReadAsync(AuditFilter.Everything, 0, 100, CancellationToken.None);
        rig.Tamper($"DELETE FROM audit; UPDATE audit_chain SET \"Number\" = 0, \"Hash\" = '{AuditEncoding.NoHash}'");
        rows[9].Caller = "somebody else";
        await rig.StoreWith(AuditSeal.Keyless).AppendAsync(rows, CancellationToken.None);

        Assert.That((await rig.VerifyAsync()).Break, Is.Null, "Without a key, whoever can write the database can make a chain.");
        Assert.That((await rig.VerifyAsync(Expecting(place))).Break?.Kind, Is.EqualTo(ChainBreakKind.Expected));
        Assert.That((await rig.VerifyAsync(seal: key)).Break?.Kind, Is.EqualTo(ChainBreakKind.Seal));
    }

    [Test]
    public async Task VerifyAsync_KeyComesGoesAndChanges_IsJudgedByTheKeysThatAreKnown()
    {
        byte[] first = Encoding.ASCII.GetBytes("first-key-0123456789abcdef012345"), second = Encoding.ASCII.GetBytes("second-key-0123456789abcdef01234");
        using var rig = await ChainRig.StartAsync(3);
        await rig.StoreWith(new AuditSeal(first, [])).AppendAsync([AuditBed.Record(4)], CancellationToken.None);
        await rig.StoreWith(new AuditSeal(second, [first])).AppendAsync([AuditBed.Record(5)], CancellationToken.None);

        Assert.That((await rig.VerifyAsync(seal: new AuditSeal(second, [first]))).Break, Is.Null);
        Assert.That((await rig.VerifyAsync(seal: new AuditSeal(second, []))).Break, Is.InstanceOf<ChainBreak>().And.Property("Number").EqualTo(4).And.Property("Kind").EqualTo(ChainBreakKind.Seal));

        await rig.Store.AppendAsync([AuditBed.Record(6)], CancellationToken.None);
        Assert.That((await rig.VerifyAsync(seal: new AuditSeal(second, [first]))).Break?.Number, Is.EqualTo(6), "A record without a key after one that has one.");
    }

    [Test]
    public async Task VerifyAsync_AfterRetention_HoldsFromWhereItBegins()
    {
        using var rig = await ChainRig.StartAsync(200);
        var (gone, last) = (await PlaceAsync(rig, 50), await PlaceAsync(rig, 120));
        await rig.Store.RemoveAsync(AuditBed.Now.AddSeconds(101), CancellationToken.None);

        var verdict = await rig.VerifyAsync(Expecting(last, (await rig.Store.EndsAsync(CancellationToken.None)).Removed));

        Assert.That((verdict.Break, verdict.Checked), Is.EqualTo(((ChainBreak?)null, 101L)));
        Assert.That((await rig.VerifyAsync(Expecting(gone))).Break?.Message, Does.Contain("because of its age"));
    }

    [Test]
    public async Task VerifyAsync_PartOfTheChain_LooksAtThatPartOnly()
    {
        using var rig = await ChainRig.StartAsync(100);
        rig.Tamper("UPDATE audit SET \"Caller\" = 'x' WHERE \"Number\" = 40");

        Assert.That((await rig.VerifyAsync(new ChainQuestion(41, null, []))).Checked, Is.EqualTo(60));
        Assert.That((await rig.VerifyAsync(new ChainQuestion(null, 39, []))).Checked, Is.EqualTo(39));
        Assert.That((await rig.VerifyAsync(new ChainQuestion(10, 60, []))).Break?.Number, Is.EqualTo(40));
        Assert.That((await rig.VerifyAsync(new ChainQuestion(200, null, []))).Break?.Kind, Is.EqualTo(ChainBreakKind.Gap));
    }

    [Test]
    public async Task VerifyAsync_Empty_IsWhole()
    {
        using var rig = await ChainRig.StartAsync(0);

        Assert.That(await rig.VerifyAsync(), Is.EqualTo(new ChainVerdict(0, null, null)));
    }

    [Test]
    public async Task VerifyAsync_WhileHubsWriteAndRetentionRemoves_IsWhole()
    {
        using var rig = await ChainRig.StartAsync(3_000);
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var number = 3_001; !stop.IsCancellationRequested; number++)
            {
                await rig.Store.AppendAsync([AuditBed.Record(number)], CancellationToken.None);
                await rig.Store.RemoveAsync(AuditBed.Now.AddSeconds((number - 3_000) * 5), CancellationToken.None);
            }
        });

        for (var turn = 0; turn < 5; turn++)
        {
            var verdict = await rig.VerifyAsync();
            Assert.That(verdict.Break, Is.Null);
        }

        await stop.CancelAsync();
        await writing;
    }

    private static ChainQuestion Expecting(params AuditHead[] heads) => new(null, null, heads);

    private static async Task<AuditHead> PlaceAsync(ChainRig rig, long number) => new(number, (await rig.Store.FindAsync(number, CancellationToken.None))?.Hash ?? string.Empty);
}
