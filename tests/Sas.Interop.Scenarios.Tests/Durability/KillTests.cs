using Sas.Interop.Durability.Killing;
using Sas.Interop.TestKit;

namespace Sas.Interop.Scenarios.Tests.Durability;

/// <summary>A short run of the kill test; the long one is <c>tests/durability.sh</c>.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class KillTests
{
    [Test]
    public Task Kill_AtRandomMomentsOnSqlite_LosesAndDoublesNothing() => RunAsync(new SqliteKillDatabase(), new KillOptions { Rounds = 6, Seed = 6_001 });

    [Test]
    public async Task Kill_AtRandomMomentsOnPostgreSql_LosesAndDoublesNothing()
    {
        SkipWithoutPostgres();
        await using var database = await PostgresKillDatabase.StartAsync();
        await RunAsync(database, new KillOptions { Rounds = 4, Seed = 4_001 });
    }

    [Test]
    public async Task Kill_TogetherWithTheDatabaseServer_LosesAndDoublesNothing()
    {
        SkipWithoutPostgres();
        await using var database = await PostgresKillDatabase.StartAsync();
        await RunAsync(database, new KillOptions { Rounds = 2, Seed = 2_001, KillDatabase = true });
    }

    private static void SkipWithoutPostgres()
    {
        if (PostgresBinaries.WhyAbsent is { } why)
        {
            Assert.Ignore(why);
        }
    }

    private static async Task RunAsync(IKillDatabase database, KillOptions options)
    {
        var report = await KillRun.RunAsync(options, database, static (_, _) => { }, CancellationToken.None);

        TestContext.Out.WriteLine(report.Line);
        Assert.That(report.Ledger.Faults, Is.Empty, report.Line);
        Assert.That(report.Rounds, Is.EqualTo(options.Rounds));

        // A run in which a part of the mix never happened would show nothing of it.
        foreach (var what in new[] { "create", "update", "account create", "account update", "book api", "book page", "care request", "link", "message" })
        {
            Assert.That(report.Ledger.CountOf(what), Is.Positive, what);
        }
    }
}
