using System.Net.Sockets;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

using Npgsql;

namespace Sas.Interop.Hub.Persistence.PostgreSql;

/// <summary>The database in a PostgreSQL server, which several hubs may share.</summary>
internal sealed class PostgreSqlDatabase : IHubDatabase, IAsyncDisposable
{
    // Any number will do, as long as every version of the hub takes the same.
    public const long OpenLockKey = 0x5341_5349_4855_4231;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private readonly NpgsqlConnectionStringBuilder _connection;
    private readonly NpgsqlDataSource _source;
    private readonly DbContextOptions<PostgreSqlHubContext> _options;
    private readonly TimeSpan _openWithin;
    private readonly SchemaKeeper _schema;
    private readonly TimeProvider _time;
    private readonly ILogger<PostgreSqlDatabase> _logger;

    public PostgreSqlDatabase(string connection, IOptions<StorageOptions> options, TimeProvider time, ILogger<PostgreSqlDatabase> logger)
    {
        _connection = PostgreSqlConnection.Of(connection, options.Value);
        _source = NpgsqlDataSource.Create(_connection);
        _options = new DbContextOptionsBuilder<PostgreSqlHubContext>().UseNpgsql(_source).Options;
        _openWithin = options.Value.OpenWithin;
        _schema = new SchemaKeeper(options.Value.Migrate);
        _time = time;
        _logger = logger;
    }

    public async Task<IReadOnlyList<string>> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            // The lock belongs to the session: a hub that dies while it migrates leaves none. So the session is not one of the pool, which would keep it.
            await using var session = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_connection.ConnectionString) { Pooling = false }.ConnectionString);
            await session.OpenAsync(cancellationToken);
            await JudgeFlushAsync(session, cancellationToken);
            if (!await TakeLockAsync(session, cancellationToken))
            {
                throw Refused($"another hub has been bringing it to the present model for {_openWithin.TotalSeconds:0} s");
            }

            await using var context = CreateContext();
            var brought = await _schema.BringAsync(context, static _ => Task.CompletedTask, cancellationToken);
            _logger.StorageOpened(brought.Refusal is null ? brought.Applied.Count : throw Refused(brought.Refusal));
            return brought.Applied;
        }
        catch (Exception failed) when (failed is NpgsqlException or SocketException or TimeoutException or IOException || failed.InnerException is NpgsqlException)
        {
            throw Refused(PostgreSqlFaults.Why(failed));
        }
    }

    public HubContext CreateContext() => new PostgreSqlHubContext(_options);

    // The server orders those who write to the same rows, and lets the others write beside each other.
    public ValueTask<IDisposable?> TakeTurnAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IDisposable?>(null);

    public bool IsConflict(Exception failed) => PostgreSqlFaults.IsConflict(failed);

    public bool IsLostConnection(Exception failed) => PostgreSqlFaults.IsLostConnection(failed);

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    // An acknowledged change must be on disk. A hub cannot mend the server's own setting, which concerns all databases there, and says so.
    private async Task JudgeFlushAsync(NpgsqlConnection session, CancellationToken cancellationToken)
    {
        if (await AskAsync<string>(session, "SELECT current_setting('synchronous_commit')", cancellationToken) == "off")
        {
            throw Refused("the connection string turns synchronous_commit off, so that what the hub acknowledges could be lost; remove it from there");
        }

        if (await AskAsync<string>(session, "SELECT current_setting('fsync')", cancellationToken) == "off")
        {
            _logger.StorageNotFlushed();
        }
    }

    private async Task<bool> TakeLockAsync(NpgsqlConnection session, CancellationToken cancellationToken)
    {
        var since = _time.GetTimestamp();
        while (!await AskAsync<bool>(session, $"SELECT pg_try_advisory_lock({OpenLockKey})", cancellationToken))
        {
            if (_time.GetElapsedTime(since) >= _openWithin)
            {
                return false;
            }

            await Task.Delay(Look, _time, cancellationToken);
        }

        return true;
    }

    private static async Task<T?> AskAsync<T>(NpgsqlConnection session, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, session);
        return (T?)await command.ExecuteScalarAsync(cancellationToken);
    }

    private OptionsValidationException Refused(string why) =>
        new(StorageOptions.Section, typeof(StorageOptions), [$"Hub:Storage:Connection: the database '{_connection.Database}' at '{_connection.Host}:{_connection.Port}' cannot be used: {why}."]);
}
