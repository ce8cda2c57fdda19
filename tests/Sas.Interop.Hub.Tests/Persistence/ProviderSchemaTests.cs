using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Tests.Persistence;

/// <summary>Every database is made, brought to the present model and refused in the same way.</summary>
[TestFixture(StorageProvider.Sqlite)]
[TestFixture(StorageProvider.PostgreSql)]
[TestFixture(StorageProvider.SqlServer)]
internal sealed class ProviderSchemaTests(StorageProvider provider)
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
    public async Task OpenAsync_Twice_AppliesMigrationsOnce()
    {
        var first = await _bed.Hub().OpenAsync(CancellationToken.None);
        var again = await _bed.Hub().OpenAsync(CancellationToken.None);

        await using var context = (await _bed.OpenedAsync()).CreateContext();
        Assert.That(first, Is.EqualTo(context.Database.GetMigrations()).And.Not.Empty);
        Assert.That(again, Is.Empty);
        Assert.That(await context.Counters.Select(static row => row.Value).SingleAsync(), Is.Zero);
    }

    [Test]
    public async Task OpenAsync_ManyAtOnce_OneMigratesAndAllOpen()
    {
        var hubs = Enumerable.Range(0, 8).Select(_ => _bed.Hub()).ToList();

        var applied = await Task.WhenAll(hubs.Select(static hub => Task.Run(() => hub.OpenAsync(CancellationToken.None))));

        Assert.That(applied.Count(static names => names.Count > 0), Is.EqualTo(1), "One of them made the tables, the others waited.");
        await using var context = hubs[^1].CreateContext();
        Assert.That(await context.Counters.CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task OpenAsync_MadeByALaterVersion_IsRefused()
    {
        await using (var context = (await _bed.OpenedAsync()).CreateContext())
        {
            var history = context.GetService<IHistoryRepository>();
            await context.Database.ExecuteSqlRawAsync(history.GetInsertScript(new HistoryRow("29990101000000_Later", "99.0.0")));
        }

        Assert.That(await RefusalAsync(_bed.Hub()), Does.Contain("cannot be used").And.Contain("later version").And.Contain("29990101000000_Later"));
    }

    [Test]
    public async Task OpenAsync_ByCommandAndPending_IsRefusedWithTheCommand()
    {
        _bed.Options.Migrate = StorageMigration.ByCommand;
        Assert.That(await RefusalAsync(_bed.Hub()), Does.Contain("Sas.Interop.Hub migrate").And.Contain("pending"));

        _bed.Options.Migrate = StorageMigration.AtStart;
        await _bed.OpenedAsync();
        _bed.Options.Migrate = StorageMigration.ByCommand;
        Assert.That(await _bed.Hub().OpenAsync(CancellationToken.None), Is.Empty);
    }

    [Test]
    public async Task OpenAsync_Refused_LeavesTheDatabaseAsItWas()
    {
        _bed.Options.Migrate = StorageMigration.ByCommand;
        await RefusalAsync(_bed.Hub());

        await using var context = _bed.Hub().CreateContext();
        Assert.That(await context.Database.GetAppliedMigrationsAsync(), Is.Empty);
        Assert.That(await TablesAsync(context), Is.Empty);
    }

    [Test]
    public async Task ScriptAsync_PendingAndNot_IsWhatIsMissing()
    {
        var hub = _bed.Hub();
        if (provider == StorageProvider.Sqlite)
        {
            // Only an opening makes the file.
            _bed.Options.Migrate = StorageMigration.ByCommand;
            await RefusalAsync(_bed.Hub());
            _bed.Options.Migrate = StorageMigration.AtStart;
        }

        await using (var before = hub.CreateContext())
        {
            Assert.That(await SchemaKeeper.ScriptAsync(before, CancellationToken.None), Does.Contain("CREATE TABLE").And.Contain("preferences"));
            Assert.That(await TablesAsync(before), Is.Empty, "A script writes nothing.");
        }

        await using var after = (await _bed.OpenedAsync()).CreateContext();
        Assert.That(await SchemaKeeper.ScriptAsync(after, CancellationToken.None), Is.Empty);
    }

    [Test]
    public async Task Model_AgainstTheSnapshot_HasNoPendingChange()
    {
        await using var context = (await _bed.OpenedAsync()).CreateContext();

        Assert.That(context.Database.HasPendingModelChanges(), Is.False, "Make the migration anew: the model has changed.");
    }

    [Test]
    public async Task Tables_Migrated_AreThoseOfTheModel()
    {
        await using var migrated = (await _bed.OpenedAsync()).CreateContext();
        await using var second = await DatabaseBed.CreateAsync(provider);

        // Opened, so that SQLite's file is there, and emptied again.
        await using var made = (await second.OpenedAsync()).CreateContext();
        await made.GetService<IMigrator>().MigrateAsync(Migration.InitialDatabase);
        await made.GetService<IRelationalDatabaseCreator>().CreateTablesAsync();

        Assert.That(await TablesAsync(migrated), Is.EqualTo(await TablesAsync(made)).And.Not.Empty);
    }

    [Test]
    public async Task Migrations_TakenBack_LeaveNoTable()
    {
        await using var context = (await _bed.OpenedAsync()).CreateContext();
        await context.GetService<IMigrator>().MigrateAsync(Migration.InitialDatabase);

        Assert.That(await TablesAsync(context), Is.Empty);
    }

    [Test]
    public async Task OpenAsync_Opened_TellsHowManyWereApplied()
    {
        await _bed.OpenedAsync();

        Assert.That(_bed.Lines.Lines.Count(static line => line.Id == EventIds.StorageOpened), Is.EqualTo(1));
    }

    internal static async Task<string> RefusalAsync(IHubDatabase database)
    {
        try
        {
            await Task.Run(() => database.OpenAsync(CancellationToken.None));
        }
        catch (OptionsValidationException refusal)
        {
            return refusal.Failures.Single();
        }

        throw new AssertionException("The database was not refused.");
    }

    /// <summary>Every table with its columns, and every index, as the database itself tells them.</summary>
    private Task<List<string>> TablesAsync(HubContext context) => context.Database.SqlQueryRaw<string>(provider switch
    {
        StorageProvider.Sqlite => MigrationTests.SqliteSchema,
        StorageProvider.PostgreSql => """
            SELECT indexdef AS "Value" FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_EF%'
            UNION ALL
            SELECT concat_ws(' ', table_name, column_name, data_type, character_maximum_length, is_nullable, is_identity, column_default)
            FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_EF%' ORDER BY 1
            """,
        _ => """
            SELECT CONCAT_WS(' ', TABLE_NAME, COLUMN_NAME, DATA_TYPE, CHARACTER_MAXIMUM_LENGTH, IS_NULLABLE) AS [Value]
            FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_NAME NOT LIKE '[_][_]EF%'
            UNION ALL
            SELECT CONCAT_WS(' ', OBJECT_NAME(i.object_id), i.name, i.is_unique, i.is_primary_key)
            FROM sys.indexes i JOIN sys.tables t ON t.object_id = i.object_id WHERE i.name IS NOT NULL AND t.name NOT LIKE '[_][_]EF%' ORDER BY 1
            """,
    }).ToListAsync();
}
