using System.Data.Common;
using System.Diagnostics;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Sqlite;

namespace Sas.Interop.Durability.Writing;

/// <summary>SQLite: one writer, so one connection is its own rate.</summary>
internal sealed class SqliteWriteStore : IWriteStore
{
    public string Name => "sqlite";

    public IReadOnlyList<int> ReferenceConnections => [1];

    // The file is made in the hub's own folder.
    public Task PrepareAsync() => Task.CompletedTask;

    public IHubDatabase Open(IServiceProvider services, string dataFolder, bool flush)
    {
        var durable = ActivatorUtilities.CreateInstance<SqliteDatabase>(services, Path.Combine(dataFolder, SqliteDatabase.FileName));
        return flush ? durable : new FlushlessDatabase(durable, static connection => new SqliteHubContext(
            new DbContextOptionsBuilder<SqliteHubContext>().UseSqlite(connection).AddInterceptors(new NoFlush()).Options));
    }

    public async Task<double> CommitsAsync(string dataFolder, int connections, bool flush, TimeSpan duration)
    {
        var path = Path.Combine(dataFolder, "reference.db");
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        await connection.OpenAsync();
        await RunAsync(connection, $"PRAGMA journal_mode=WAL; PRAGMA synchronous={(flush ? "FULL" : "OFF")}; CREATE TABLE IF NOT EXISTS reference (id INTEGER PRIMARY KEY, number INTEGER);");
        await using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO reference (number) VALUES (1);";
        var (since, commits) = (Stopwatch.GetTimestamp(), 0);
        for (; Stopwatch.GetElapsedTime(since) < duration; commits++)
        {
            await insert.ExecuteNonQueryAsync();
        }

        return commits / Stopwatch.GetElapsedTime(since).TotalSeconds;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task RunAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private sealed class NoFlush : DbConnectionInterceptor
    {
        private const string Pragma = "PRAGMA synchronous=OFF;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Pragma;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Pragma;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
