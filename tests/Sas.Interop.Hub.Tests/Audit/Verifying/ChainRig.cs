using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

using Sas.Interop.Hub.Audit.Verifying;
using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Audit;
using Sas.Interop.Hub.Persistence.Outbox;
using Sas.Interop.Hub.Tests.Persistence;
using Sas.Interop.Hub.Tests.Persistence.Audit;

namespace Sas.Interop.Hub.Tests.Audit.Verifying;

/// <summary>A chain in a real file, and somebody who can write that file.</summary>
internal sealed class ChainRig : IDisposable
{
    private readonly StorageRig _storage = new();
    private StorageGuard _guard = null!; // Set by StartAsync.

    public string File => _storage.File;

    public AuditStore Store { get; private set; } = null!; // Set by StartAsync.

    public static async Task<ChainRig> StartAsync(int records, AuditSeal? seal = null)
    {
        var rig = new ChainRig();
        var database = rig._storage.Database();
        await database.OpenAsync(CancellationToken.None);
        rig._guard = new StorageGuard(database, new OutboxBell(), NullLogger<StorageGuard>.Instance);
        rig.Store = rig.StoreWith(seal ?? AuditSeal.Keyless);
        await AuditBed.FillAsync(rig.Store, records);
        return rig;
    }

    public AuditStore StoreWith(AuditSeal seal) => AuditBed.Store(_guard, seal);

    public Task<ChainVerdict> VerifyAsync(ChainQuestion? question = null, AuditSeal? seal = null) =>
        new ChainVerifier(StoreWith(seal ?? AuditSeal.Keyless), seal ?? AuditSeal.Keyless).VerifyAsync(question ?? ChainQuestion.Everything, static (_, _) => { }, CancellationToken.None);

    /// <summary>Whoever can write the file can take the triggers away.</summary>
    public void Tamper(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        Run(connection, "DROP TRIGGER IF EXISTS audit_append_only; DROP TRIGGER IF EXISTS audit_removed_by_age_only;");
        Run(connection, sql);
    }

    /// <summary>Brings everything from the log into the file itself.</summary>
    public void Settle()
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        Run(connection, "PRAGMA wal_checkpoint(TRUNCATE);");

        // Idle connections remember pages.
        SqliteConnection.ClearAllPools();
    }

    public void Dispose() => _storage.Dispose();

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
