using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Outbox;
using Sas.Interop.Hub.Persistence.Sqlite;
using Sas.Interop.Hub.Tests.Polling;
using Sas.Interop.TestKit;
using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Hub.Tests.Persistence;

/// <summary>A real file with a real database of its own, removed at the end.</summary>
internal sealed class StorageRig : IDisposable
{
    public const int Roomy = 1_000;
    private readonly List<SqliteDatabase> _databases = [];
    private readonly TestFolder _folder = new("hub-storage-");

    public string Folder => _folder.FullName;

    public string File => Path.Combine(Folder, SqliteDatabase.FileName);

    public ManualTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));

    public LogRecorder Lines { get; } = new();

    /// <summary>One hub's view of the file; several may be open at once.</summary>
    public SqliteDatabase Database(string? file = null, TimeSpan? openWithin = null)
    {
        var options = new StorageOptions { Timeout = TimeSpan.FromSeconds(1), OpenWithin = openWithin ?? TimeSpan.FromSeconds(30) };
        using var loggers = new Microsoft.Extensions.Logging.LoggerFactory([Lines]);
        var database = new SqliteDatabase(file ?? File, Options.Create(options), TimeProvider.System, new Microsoft.Extensions.Logging.Logger<SqliteDatabase>(loggers));
        _databases.Add(database);
        return database;
    }

    public async Task<PreferenceStore> StoreAsync()
    {
        var database = Database();
        await database.OpenAsync(CancellationToken.None);
        return new PreferenceStore(new StorageGuard(database, new OutboxBell(), NullLogger<StorageGuard>.Instance), Time);
    }

    public void Dispose()
    {
        foreach (var database in _databases)
        {
            database.Dispose();
        }

        _folder.Dispose();
    }
}
