using Microsoft.EntityFrameworkCore;

using Npgsql;

using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Appointments;
using Sas.Interop.Hub.Persistence.PostgreSql;
using Sas.Interop.Hub.Telemetry;
using Sas.Interop.TestKit;

namespace Sas.Interop.Hub.Tests.Persistence.PostgreSql;

/// <summary>What is PostgreSQL's own: durability, refusals in words, and connections that break.</summary>
internal sealed class PostgreSqlDatabaseTests
{
    private PostgreSqlBed _bed = null!; // Set before each test.

    [SetUp]
    public async Task SetUp() => _bed = (PostgreSqlBed)await PostgreSqlBed.CreateAsync();

    [TearDown]
    public async Task TearDown()
    {
        if (_bed is not null)
        {
            await _bed.DisposeAsync();
        }
    }

    [Test]
    public async Task CreateContext_EverySession_WaitsForTheDiskAndNotForEverForALock()
    {
        _bed.Options.LockWait = TimeSpan.FromMilliseconds(1_500);
        await using var context = (await _bed.OpenedAsync()).CreateContext();

        Assert.That(await SettingAsync(context, "synchronous_commit"), Is.EqualTo("on"));
        Assert.That(await SettingAsync(context, "lock_timeout"), Is.EqualTo("1500ms"));
        Assert.That(await SettingAsync(context, "default_transaction_isolation"), Is.EqualTo("read committed"));
    }

    [Test]
    public async Task CreateContext_ServerTurnsTheFlushOff_IsTurnedOnForTheHub()
    {
        await ExecuteAsync(_bed.Connection, "DO $$ BEGIN EXECUTE 'ALTER DATABASE ' || quote_ident(current_database()) || ' SET synchronous_commit = off'; END $$");

        await using var context = (await _bed.OpenedAsync()).CreateContext();

        Assert.That(await SettingAsync(context, "synchronous_commit"), Is.EqualTo("on"));
    }

    [Test]
    public async Task OpenAsync_ConnectionTurnsTheFlushOff_IsRefused()
    {
        await using var bed = new PostgreSqlBed(_bed.Connection + ";Options=-c synchronous_commit=off");

        Assert.That(await ProviderSchemaTests.RefusalAsync(bed.Hub()), Does.Contain("synchronous_commit"));
    }

    [Test]
    public async Task OpenAsync_ConnectionAsksForMore_IsLeftAsItIs()
    {
        await using var bed = new PostgreSqlBed(_bed.Connection + ";Options=-c synchronous_commit=remote_apply");
        await using var context = (await bed.OpenedAsync()).CreateContext();

        Assert.That(await SettingAsync(context, "synchronous_commit"), Is.EqualTo("remote_apply"));
    }

    [Test]
    public async Task OpenAsync_ServerDoesNotFlush_IsTold()
    {
        await _bed.OpenedAsync();

        Assert.That(_bed.Lines.Lines.Select(static line => line.Id), Does.Contain(EventIds.StorageNotFlushed), "The server of the tests is started with fsync=off.");
    }

    [TestCase("Port=1", "nothing answers there")]
    [TestCase("Database=nowhere", "there is no such database")]
    [TestCase("Username=nobody", "nobody")]
    [TestCase("Host=nowhere.invalid", "Hub:Storage:Connection")]
    public async Task OpenAsync_CannotConnect_IsRefusedInWords(string part, string words)
    {
        await using var bed = new PostgreSqlBed($"{_bed.Connection};{part};Password=hunter-2");

        Assert.That(await ProviderSchemaTests.RefusalAsync(bed.Hub()), Does.Contain("cannot be used").And.Contain(words).And.Not.Contain("hunter-2"));
    }

    [Test]
    public async Task OpenAsync_AnotherHubMigrates_GivesUpWithASentenceAndOpensAfterwards()
    {
        _bed.Options.OpenWithin = TimeSpan.FromMilliseconds(200);
        await using (var other = new NpgsqlConnection(_bed.Connection + ";Pooling=false"))
        {
            await other.OpenAsync();
            await using var take = new NpgsqlCommand($"SELECT pg_advisory_lock({PostgreSqlDatabase.OpenLockKey})", other);
            await take.ExecuteNonQueryAsync();

            Assert.That(await ProviderSchemaTests.RefusalAsync(_bed.Hub()), Does.Contain("another hub"));
        }

        _bed.Options.OpenWithin = TimeSpan.FromSeconds(20);
        Assert.That(await _bed.Hub().OpenAsync(CancellationToken.None), Is.Not.Empty, "A session that ended holds no lock.");
    }

    [Test]
    public async Task ChangeAsync_SessionIsCutInAChange_IsMadeOnceByTheNext()
    {
        var guard = await _bed.GuardAsync();
        var attempts = 0;

        await guard.ChangeAsync(
            async change =>
            {
                change.Context.Add(new IdentifierSystemRow { Key = IdentifierKey.Of("a"), System = "a", Sender = "v", Since = DateTimeOffset.UnixEpoch });
                await change.Context.SaveChangesAsync();
                if (++attempts == 1)
                {
                    var session = await change.Context.Database.SqlQuery<int>($"SELECT pg_backend_pid() AS \"Value\"").SingleAsync();
                    await ExecuteAsync(_bed.Connection, $"SELECT pg_terminate_backend({session}, 5000)");
                }

                return 0;
            },
            CancellationToken.None);

        Assert.That(attempts, Is.EqualTo(2));
        Assert.That(await guard.UseAsync(static context => context.Set<IdentifierSystemRow>().CountAsync()), Is.EqualTo(1));
    }

    [Test]
    public async Task UseAsync_ServerWasRestarted_WorksAgainWithoutAFailure()
    {
        await using var server = await PostgresServer.StartNewAsync("fsync=off");
        await using var bed = new PostgreSqlBed(await server.CreateDatabaseAsync());
        var guard = await bed.GuardAsync();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => guard.UseAsync(static context => context.Counters.CountAsync())));

        await server.StopAsync();
        Assert.That(() => guard.UseAsync(static context => context.Counters.CountAsync()), Throws.InstanceOf<StorageUnavailableException>());
        await server.StartAsync();

        Assert.That(await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => guard.UseAsync(static context => context.Counters.CountAsync()))), Is.All.EqualTo(1));
    }

    [Test]
    public async Task ChangeAsync_MoreWritersThanConnections_AllAreServed()
    {
        _bed.Options.MaxConnections = 2;
        var guard = await _bed.GuardAsync();

        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => guard.ChangeAsync(
            static change => change.Context.Counters.ExecuteUpdateAsync(static set => set.SetProperty(static row => row.Value, static row => row.Value + 1)),
            CancellationToken.None)));

        Assert.That(await guard.UseAsync(static context => context.Counters.Select(static row => row.Value).SingleAsync()), Is.EqualTo(40));
    }

    private static Task<string> SettingAsync(HubContext context, string name) => context.Database.SqlQuery<string>($"SELECT current_setting({name}) AS \"Value\"").SingleAsync();

    private static async Task ExecuteAsync(string connection, string sql)
    {
        await using var session = new NpgsqlConnection(connection + ";Pooling=false");
        await session.OpenAsync();
        await using var command = new NpgsqlCommand(sql, session);
        await command.ExecuteNonQueryAsync();
    }
}
