using System.Diagnostics;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using Npgsql;

using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.PostgreSql;
using Sas.Interop.TestKit;

namespace Sas.Interop.Durability.Writing;

/// <summary>PostgreSQL with its own flush to disk; the connection decides whether a commit waits for it.</summary>
internal sealed class PostgresWriteStore : IWriteStore
{
    private const string Off = "-c synchronous_commit=off";
    private readonly PostgresServer _server;
    private readonly List<NpgsqlDataSource> _sources = [];
    private string _connection = string.Empty;

    private PostgresWriteStore(PostgresServer server) => _server = server;

    public string Name => "postgresql";

    public IReadOnlyList<int> ReferenceConnections => [1, 64];

    public static async Task<PostgresWriteStore> StartAsync() => new(await PostgresServer.StartNewAsync());

    public async Task PrepareAsync() => _connection = await _server.CreateDatabaseAsync();

    public IHubDatabase Open(IServiceProvider services, string dataFolder, bool flush)
    {
        var durable = ActivatorUtilities.CreateInstance<PostgreSqlDatabase>(services, _connection);
        if (flush)
        {
            return durable;
        }

        var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(_connection) { Options = Off, MaxPoolSize = 64 });
        _sources.Add(source);
        var options = new DbContextOptionsBuilder<PostgreSqlHubContext>().UseNpgsql(source).Options;
        return new FlushlessDatabase(durable, _ => new PostgreSqlHubContext(options));
    }

    public async Task<double> CommitsAsync(string dataFolder, int connections, bool flush, TimeSpan duration)
    {
        var settings = new NpgsqlConnectionStringBuilder(await _server.CreateDatabaseAsync()) { MaxPoolSize = connections, Options = flush ? "-c synchronous_commit=on" : Off };
        await using var source = NpgsqlDataSource.Create(settings);
        await using (var create = source.CreateCommand("CREATE TABLE reference (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, number bigint)"))
        {
            await create.ExecuteNonQueryAsync();
        }

        var since = Stopwatch.GetTimestamp();
        var commits = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => CommitAsync(source, since, duration)));
        return commits.Sum() / Stopwatch.GetElapsedTime(since).TotalSeconds;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var source in _sources)
        {
            await source.DisposeAsync();
        }

        await _server.DisposeAsync();
    }

    private static async Task<int> CommitAsync(NpgsqlDataSource source, long since, TimeSpan duration)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var insert = new NpgsqlCommand("INSERT INTO reference (number) VALUES (1)", connection);
        await insert.PrepareAsync();
        var commits = 0;
        for (; Stopwatch.GetElapsedTime(since) < duration; commits++)
        {
            await insert.ExecuteNonQueryAsync();
        }

        return commits;
    }
}
