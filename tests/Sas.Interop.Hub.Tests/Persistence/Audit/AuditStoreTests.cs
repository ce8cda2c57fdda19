using Microsoft.EntityFrameworkCore;

using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Audit;

namespace Sas.Interop.Hub.Tests.Persistence.Audit;

/// <summary>The chain is one, dense and append-only on every database.</summary>
[TestFixture(StorageProvider.Sqlite)]
[TestFixture(StorageProvider.PostgreSql)]
[TestFixture(StorageProvider.SqlServer)]
internal sealed class AuditStoreTests(StorageProvider provider)
{
    private DatabaseBed _bed = null!; // Set before each test.

    [SetUp]
    public async Task SetUp() => _bed = await DatabaseBed.CreateAsync(provider);

    [TearDown]
    public async Task TearDown()
    {
        if (_bed is not null)
        {
            await _bed.DisposeAsync();
        }
    }

    [Test]
    public async Task AppendAsync_ManyHubsAtOnce_MakeOneChainWithoutGapOrFork()
    {
        AuditStore[] hubs = [AuditBed.Store(await _bed.GuardAsync()), AuditBed.Store(await _bed.GuardAsync()), AuditBed.Store(await _bed.GuardAsync())];

        var heads = await Task.WhenAll(Enumerable.Range(0, 60).Select(number => Task.Run(() =>
            hubs[number % 3].AppendAsync([AuditBed.Record(3 * number), AuditBed.Record((3 * number) + 1), AuditBed.Record((3 * number) + 2)], CancellationToken.None))));

        var rows = await hubs[0].ReadAsync(AuditFilter.Everything, 0, 1_000, CancellationToken.None);
        Assert.That(rows.Select(static row => row.Number), Is.EqualTo(Enumerable.Range(1, 180).Select(static number => (long)number)));
        Assert.That(rows.Skip(1).Select(static row => row.Previous), Is.EqualTo(rows.SkipLast(1).Select(static row => row.Hash)));
        Assert.That(rows.Select(static row => row.Hash), Is.EqualTo(rows.Select(AuditSeal.Keyless.HashOf)));
        Assert.That((await hubs[1].EndsAsync(CancellationToken.None)).Last, Is.EqualTo(heads.MaxBy(static head => head.Number)));
        Assert.That(rows.Chunk(3).Select(static batch => int.Parse(batch[0].Entity!["Appointment/".Length..], System.Globalization.CultureInfo.InvariantCulture) + 1),
            Is.EqualTo(rows.Chunk(3).Select(static batch => int.Parse(batch[1].Entity!["Appointment/".Length..], System.Globalization.CultureInfo.InvariantCulture))), "Records of one call stay together.");
    }

    [Test]
    public async Task AppendAsync_ClockJumpsBack_ChainGoesOnInItsOrder()
    {
        var store = AuditBed.Store(await _bed.GuardAsync());

        await store.AppendAsync([AuditBed.Record(1, AuditBed.Now)], CancellationToken.None);
        await store.AppendAsync([AuditBed.Record(2, AuditBed.Now.AddHours(-5))], CancellationToken.None);

        var rows = await store.ReadAsync(AuditFilter.Everything, 0, 10, CancellationToken.None);
        Assert.That(rows.Select(static row => row.At), Is.EqualTo(new[] { AuditBed.Now, AuditBed.Now.AddHours(-5) }));
        Assert.That(rows[1].Previous, Is.EqualTo(rows[0].Hash));
    }

    [TestCase("UPDATE audit SET \"Caller\" = 'x'")]
    [TestCase("DELETE FROM audit WHERE \"Number\" = 2")]
    [TestCase("DELETE FROM audit")]
    [TestCase("TRUNCATE TABLE audit")]
    public async Task Database_ChangesOfRecords_AreRefused(string sql)
    {
        if (provider != StorageProvider.PostgreSql && sql.StartsWith("TRUNCATE", StringComparison.Ordinal))
        {
            Assert.Ignore("No statement of this database, or one that no trigger sees.");
        }

        var store = AuditBed.Store(await _bed.GuardAsync());
        await AuditBed.FillAsync(store, 3);

        await using var context = (await _bed.OpenedAsync()).CreateContext();
        Assert.That(() => context.Database.ExecuteSqlRawAsync(sql), Throws.InstanceOf<System.Data.Common.DbException>().With.Message.Contains("append-only"));
        Assert.That(await store.GreatestAsync(CancellationToken.None), Is.EqualTo(3));
    }

    [Test]
    public async Task RemoveAsync_OldPrefix_LeavesWhereTheChainBegins()
    {
        var store = AuditBed.Store(await _bed.GuardAsync());
        await AuditBed.FillAsync(store, 20);
        var tenth = await store.FindAsync(10, CancellationToken.None);

        var removed = await store.RemoveAsync(AuditBed.Now.AddSeconds(11), CancellationToken.None);

        var rows = await store.ReadAsync(AuditFilter.Everything, 0, 100, CancellationToken.None);
        var ends = await store.EndsAsync(CancellationToken.None);
        Assert.That(removed, Is.EqualTo(10));
        Assert.That(rows.Select(static row => row.Number), Is.EqualTo(Enumerable.Range(11, 11).Select(static number => (long)number)));
        Assert.That(ends.Removed, Is.EqualTo(new AuditHead(10, tenth!.Hash)));
        Assert.That((rows[0].Previous, rows[^1].Kind, rows[^1].Detail), Is.EqualTo((tenth.Hash, AuditKinds.Retention, ends.Removed.ToString())));
        Assert.That(await store.RemoveAsync(AuditBed.Now.AddSeconds(11), CancellationToken.None), Is.Zero, "There is nothing more to remove.");
    }

    [Test]
    public async Task RemoveAsync_OldRecordBehindAYoungOne_Stays()
    {
        var store = AuditBed.Store(await _bed.GuardAsync());
        await store.AppendAsync([AuditBed.Record(1, AuditBed.Now), AuditBed.Record(2, AuditBed.Now.AddHours(1)), AuditBed.Record(3, AuditBed.Now)], CancellationToken.None);

        await store.RemoveAsync(AuditBed.Now.AddMinutes(1), CancellationToken.None);

        Assert.That((await store.ReadAsync(AuditFilter.Everything, 0, 10, CancellationToken.None)).Select(static row => row.Number), Is.EqualTo(new long[] { 2, 3, 4 }));
    }

    [Test]
    public async Task RemoveAsync_AllAreOld_LastOneStays()
    {
        var store = AuditBed.Store(await _bed.GuardAsync());
        await AuditBed.FillAsync(store, 5);

        await store.RemoveAsync(AuditBed.Now.AddYears(1), CancellationToken.None);

        Assert.That((await store.ReadAsync(AuditFilter.Everything, 0, 10, CancellationToken.None)).Select(static row => row.Number), Is.EqualTo(new long[] { 5, 6 }));
    }

    [Test]
    public async Task PageAsync_EveryCriterion_Decides()
    {
        var store = AuditBed.Store(await _bed.GuardAsync());
        await AuditBed.FillAsync(store, 20);
        await store.AppendAsync([AuditRecords.Of(AuditKinds.Start, "version", AuditBed.Now.AddHours(1))], CancellationToken.None);

        (AuditFilter Filter, long[] Numbers)[] cases =
        [
            (new AuditFilter { From = AuditBed.Now.AddSeconds(19) }, [21, 20, 19]),
            (new AuditFilter { To = AuditBed.Now.AddSeconds(2) }, [2, 1]),
            (new AuditFilter { Number = 7 }, [7]),
            (new AuditFilter { Callers = ["hub"] }, [21]),
            (new AuditFilter { Kinds = [AuditKinds.Start, AuditKinds.Stop] }, [21]),
            (new AuditFilter { Interactions = [string.Empty, "create"] }, [21]),
            (new AuditFilter { Entities = ["Appointment/3", "Appointment/4"] }, [4, 3]),
            (new AuditFilter { TraceId = "0000000000000000000000000000000f" }, [15]),
            (new AuditFilter { Outcomes = AuditOutcomes.Refused }, [20, 10]),
            (new AuditFilter { Outcomes = AuditOutcomes.Failed }, []),
            (new AuditFilter { Outcomes = AuditOutcomes.Done | AuditOutcomes.Refused, From = AuditBed.Now.AddSeconds(20) }, [21, 20]),
        ];
        foreach (var (filter, numbers) in cases)
        {
            Assert.That((await store.PageAsync(filter, null, 50, CancellationToken.None)).Select(static row => row.Number), Is.EqualTo(numbers), filter.ToString());
        }

        Assert.That((await store.PageAsync(AuditFilter.Everything, 20, 2, CancellationToken.None)).Select(static row => row.Number), Is.EqualTo(new long[] { 19, 18 }));
        Assert.That((await store.LastAsync(AuditKinds.Start, CancellationToken.None))?.Number, Is.EqualTo(21));
        Assert.That(await store.LastAsync(AuditKinds.Stop, CancellationToken.None), Is.Null);
    }
}
