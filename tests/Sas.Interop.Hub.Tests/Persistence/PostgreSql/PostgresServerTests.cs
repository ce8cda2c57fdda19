using Npgsql;

using Sas.Interop.TestKit;

namespace Sas.Interop.Hub.Tests.Persistence.PostgreSql;

/// <summary>The server that other tests rely on does what its name says.</summary>
internal sealed class PostgresServerTests
{
    [OneTimeSetUp]
    public void SkipWithoutBinaries()
    {
        if (PostgresBinaries.WhyAbsent is { } why)
        {
            Assert.Ignore(why);
        }
    }

    [Test]
    public async Task CreateDatabaseAsync_Shared_GivesEmptyDatabasesApart()
    {
        var server = await PostgresServer.SharedAsync();
        var (one, two) = (await server.CreateDatabaseAsync(), await server.CreateDatabaseAsync());

        Assert.That(one, Is.Not.EqualTo(two));
        Assert.That(await AskAsync(one, "CREATE TABLE a (b int); SELECT count(*)::int FROM a"), Is.Zero);
        Assert.That(await AskAsync(two, "SELECT count(*)::int FROM information_schema.tables WHERE table_name = 'a'"), Is.Zero);
    }

    [Test]
    public async Task StartAsync_AfterStopAndCrash_HasWhatWasCommitted()
    {
        await using var server = await PostgresServer.StartNewAsync();
        var database = await server.CreateDatabaseAsync();
        await AskAsync(database, "CREATE TABLE a (b int); INSERT INTO a VALUES (1); SELECT 1");
        await server.StopAsync();
        Assert.That(async () => await AskAsync(database, "SELECT 1"), Throws.InstanceOf<NpgsqlException>());

        await server.StartAsync();
        await AskAsync(database, "INSERT INTO a VALUES (2); SELECT 1");
        await server.CrashAsync();
        await server.StartAsync();

        Assert.That(await AskAsync(database, "SELECT count(*)::int FROM a"), Is.EqualTo(2));
    }

    [Test]
    public async Task PauseAsync_OpenSession_HangsUntilResumed()
    {
        await using var server = await PostgresServer.StartNewAsync("fsync=off");
        await using var connection = new NpgsqlConnection(server.ConnectionString("postgres") + ";Command Timeout=0");
        await connection.OpenAsync();
        await server.PauseAsync();

        await using var command = new NpgsqlCommand("SELECT 1", connection);
        var asked = command.ExecuteScalarAsync();
        var first = await Task.WhenAny(asked, Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System, CancellationToken.None));
        Assert.That(first, Is.Not.SameAs(asked));

        await server.ResumeAsync();
        Assert.That(await asked.WaitAsync(TimeSpan.FromSeconds(20)), Is.EqualTo(1));
    }

    private static async Task<int> AskAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (int)(await command.ExecuteScalarAsync() ?? 0);
    }
}
