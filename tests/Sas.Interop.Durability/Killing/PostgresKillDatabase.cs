using Sas.Interop.TestKit;
using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Durability.Killing;

/// <summary>A database on a real PostgreSQL of its own that flushes to disk as it does in production.</summary>
internal sealed class PostgresKillDatabase : IKillDatabase
{
    private readonly PostgresServer _server;
    private readonly string _connection;

    private PostgresKillDatabase(PostgresServer server, string connection)
    {
        _server = server;
        _connection = connection;
    }

    public string Name => "postgresql";

    public IReadOnlyList<string> Arguments => ["--Hub:Storage:Provider=postgresql", $"--Hub:Storage:Connection={_connection}"];

    public static async Task<PostgresKillDatabase> StartAsync()
    {
        var server = await PostgresServer.StartNewAsync();
        return new PostgresKillDatabase(server, PlantedSecrets.Connection(await server.CreateDatabaseAsync()));
    }

    public async Task CrashAsync()
    {
        await _server.CrashAsync();
        await _server.StartAsync();
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
