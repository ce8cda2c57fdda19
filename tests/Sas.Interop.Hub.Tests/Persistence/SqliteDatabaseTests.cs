using System.Runtime.Versioning;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Persistence.Sqlite;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Tests.Persistence;

/// <summary>The file of the database: made, brought to the present model, refused.</summary>
internal sealed class SqliteDatabaseTests
{
    private StorageRig _rig = new();

    [SetUp]
    public void SetUp() => _rig = new StorageRig();

    [TearDown]
    public void TearDown() => _rig.Dispose();

    [Test]
    public async Task OpenAsync_NothingThere_MakesFolderFileAndTables()
    {
        var database = _rig.Database(Path.Combine(_rig.Folder, "a", "b", SqliteDatabase.FileName));

        await database.OpenAsync(CancellationToken.None);

        await using var context = database.CreateContext();
        Assert.That(await context.Preferences.CountAsync(), Is.Zero);
        Assert.That(await context.Counters.Select(static row => row.Value).SingleAsync(), Is.Zero);
    }

    [Test]
    public async Task OpenAsync_Twice_AppliesMigrationsOnce()
    {
        await _rig.Database().OpenAsync(CancellationToken.None);
        await _rig.Database().OpenAsync(CancellationToken.None);

        Assert.That(
            _rig.Lines.Lines.Where(static line => line.Id == EventIds.StorageOpened).Select(static line => line.Text),
            Is.EqualTo(new[] { "Opened the database; '3' migrations were applied.", "Opened the database; '0' migrations were applied." }));
    }

    [Test]
    public async Task OpenAsync_ManyAtOnce_AllOpenTheSame()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _rig.Database().OpenAsync(CancellationToken.None))));

        Assert.That(
            _rig.Lines.Lines.Count(static line => line.Text.Contains("'3' migrations", StringComparison.Ordinal)),
            Is.EqualTo(1),
            "One of them made the tables, the others waited.");
        await using var context = _rig.Database().CreateContext();
        Assert.That(await context.Counters.CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task OpenAsync_LockOfAKilledMigration_IsRemoved()
    {
        await ExecuteAsync(
            """
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00');
            """);

        await _rig.Database().OpenAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.That(_rig.Lines.Lines.Select(static line => line.Id), Does.Contain(EventIds.StorageLockFreed));
    }

    [Test]
    public async Task OpenAsync_AnotherHubMigrates_GivesUpWithASentence()
    {
        using var held = await OpenLock.TakeAsync(_rig.File + ".lock", TimeSpan.Zero, TimeProvider.System, CancellationToken.None);
        Assert.That(held, Is.Not.Null);

        Assert.That(await RefusalAsync(_rig.Database(openWithin: TimeSpan.FromMilliseconds(120))), Does.Contain("another hub"));
    }

    [Test]
    public async Task OpenAsync_FileOfSomethingElse_IsRefused()
    {
        await File.WriteAllTextAsync(_rig.File, new string('x', 8192));

        Assert.That(await RefusalAsync(_rig.Database()), Does.Contain(_rig.File).And.Contain("no SQLite database"));
    }

    [Test]
    public async Task OpenAsync_FolderInItsPlace_IsRefused()
    {
        Directory.CreateDirectory(_rig.File);

        Assert.That(await RefusalAsync(_rig.Database()), Does.Contain("Hub:DataFolder").And.Contain(_rig.File));
    }

    [Test]
    public async Task OpenAsync_DataFolderIsAFile_IsRefused()
    {
        var file = Path.Combine(_rig.Folder, "data");
        await File.WriteAllTextAsync(file, string.Empty);

        Assert.That(await RefusalAsync(_rig.Database(Path.Combine(file, SqliteDatabase.FileName))), Does.Contain("Hub:DataFolder"));
    }

    [Test]
    public async Task OpenAsync_MadeByALaterVersion_IsRefusedAndUntouched()
    {
        await _rig.Database().OpenAsync(CancellationToken.None);
        await ExecuteAsync("""INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_Later', '99.0.0');""");

        Assert.That(await RefusalAsync(_rig.Database()), Does.Contain("later version").And.Contain("29990101000000_Later"));
    }

    [Test]
    public async Task OpenAsync_AnotherProgramHoldsTheFile_IsRefusedInTime()
    {
        await using var other = Raw();
        await other.OpenAsync();
        await using var exclusive = other.CreateCommand();
        exclusive.CommandText = "BEGIN EXCLUSIVE;";
        await exclusive.ExecuteNonQueryAsync();

        Assert.That(await RefusalAsync(_rig.Database()), Does.Contain("another program holds it"));
    }

    [Test]
    public async Task CreateContext_OpenConnection_WaitsForTheDiskAndWritesAhead()
    {
        var database = _rig.Database();
        await database.OpenAsync(CancellationToken.None);
        await using var context = database.CreateContext();

        // The pragma is one of the connection, so it must be asked for on one that the context opened.
        Assert.That(await context.Database.SqlQuery<int>($"SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync(), Is.EqualTo(2));
        Assert.That(await context.Database.SqlQuery<string>($"SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync(), Is.EqualTo("wal"));
    }

    [Test]
    public async Task CreateContext_FileIsGone_Throws()
    {
        var database = _rig.Database();
        await database.OpenAsync(CancellationToken.None);
        File.Delete(_rig.File);

        Assert.That(() => database.CreateContext(), Throws.InstanceOf<IOException>());
        Assert.That(File.Exists(_rig.File), Is.False, "A new and empty file would hide the loss.");
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Modes of files are those of Unix.")]
    [UnsupportedOSPlatform("windows")]
    public async Task OpenAsync_OnUnix_NobodyElseMayReadTheFile()
    {
        await _rig.Database().OpenAsync(CancellationToken.None);

        Assert.That(File.GetUnixFileMode(_rig.File), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    private static async Task<string> RefusalAsync(SqliteDatabase database)
    {
        var refused = await Task.Run(async () =>
        {
            try
            {
                await database.OpenAsync(CancellationToken.None);
                return null;
            }
            catch (OptionsValidationException refusal)
            {
                return refusal;
            }
        });
        Assert.That(refused, Is.Not.Null, "The database was not refused.");
        return refused.Failures.Single();
    }

    private SqliteConnection Raw() => new(new SqliteConnectionStringBuilder { DataSource = _rig.File, Pooling = false }.ToString());

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = Raw();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
