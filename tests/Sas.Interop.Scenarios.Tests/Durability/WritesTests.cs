using Sas.Interop.Durability.Writing;
using Sas.Interop.TestKit;

namespace Sas.Interop.Scenarios.Tests.Durability;

/// <summary>A short run of the many writers; its figures mean nothing, and the model is checked whole.</summary>
internal sealed class WritesTests
{
    private static readonly WritesOptions Short = new() { Duration = TimeSpan.FromSeconds(2), ReferenceDuration = TimeSpan.Zero };

    [Test]
    public async Task Writes_ManyClientsOnSqlite_LoseAndDoubleNothing()
    {
        await using var store = new SqliteWriteStore();
        await RunAsync(store);
    }

    [Test]
    public async Task Writes_ManyClientsOnPostgreSql_LoseAndDoubleNothing()
    {
        if (PostgresBinaries.WhyAbsent is { } why)
        {
            Assert.Ignore(why);
        }

        await using var store = await PostgresWriteStore.StartAsync();
        await RunAsync(store);
    }

    private static async Task RunAsync(IWriteStore store)
    {
        var result = await WritesRun.RunAsync(Short, store, CancellationToken.None);

        TestContext.Out.WriteLine(result.Line);
        Assert.That(result.Faults, Is.Empty, result.Line);
        Assert.That(result.Changes, Is.GreaterThan(Short.Clients));
        Assert.That(result.Refused, Is.Positive, "Clients that never meet show nothing.");
    }
}
