using System.Data;

using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Sas.Interop.Hub.Persistence.SqlServer;

/// <summary>The database in a SQL Server, which several hubs may share.</summary>
internal sealed class SqlServerDatabase : IHubDatabase
{
    private const string OpenLock = "sas-interop-hub:open";
    private const int ForcedDelay = 2;
    private readonly SqlConnectionStringBuilder _connection;
    private readonly DbContextOptions<SqlServerHubContext> _options;
    private readonly TimeSpan _openWithin;
    private readonly SchemaKeeper _schema;
    private readonly ILogger<SqlServerDatabase> _logger;

    public SqlServerDatabase(string connection, IOptions<StorageOptions> options, ILogger<SqlServerDatabase> logger)
    {
        _connection = SqlServerConnection.Of(connection, options.Value);
        _options = new DbContextOptionsBuilder<SqlServerHubContext>()
            .UseSqlServer(_connection.ConnectionString, server => server.CommandTimeout(_connection.CommandTimeout))
            .AddInterceptors(new SqlServerSession(options.Value.LockWait))
            .Options;
        _openWithin = options.Value.OpenWithin;
        _schema = new SchemaKeeper(options.Value.Migrate);
        _logger = logger;
    }

    public async Task<IReadOnlyList<string>> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            // The lock belongs to the session: a hub that dies while it migrates leaves none. So the session is not one of the pool, which would keep it.
            await using var session = new SqlConnection(new SqlConnectionStringBuilder(_connection.ConnectionString) { Pooling = false }.ConnectionString);
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
        catch (Exception failed) when (failed is SqlException or IOException || failed.InnerException is SqlException)
        {
            throw Refused(SqlServerFaults.Why(failed));
        }
    }

    public HubContext CreateContext() => new SqlServerHubContext(_options);

    // The server orders those who write to the same rows, and lets the others write beside each other.
    public ValueTask<IDisposable?> TakeTurnAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IDisposable?>(null);

    public bool IsConflict(Exception failed) => SqlServerFaults.IsConflict(failed);

    public bool IsLostConnection(Exception failed) => SqlServerFaults.IsLostConnection(failed);

    private async Task JudgeFlushAsync(SqlConnection session, CancellationToken cancellationToken)
    {
        await using var command = new SqlCommand("SELECT CAST(delayed_durability AS int) FROM sys.databases WHERE database_id = DB_ID()", session);
        if (await command.ExecuteScalarAsync(cancellationToken) is ForcedDelay)
        {
            throw Refused("its option DELAYED_DURABILITY is FORCED, so that what the hub acknowledges could be lost; set it to DISABLED or ALLOWED");
        }
    }

    private async Task<bool> TakeLockAsync(SqlConnection session, CancellationToken cancellationToken)
    {
        await using var command = new SqlCommand("sp_getapplock", session) { CommandType = CommandType.StoredProcedure, CommandTimeout = (int)_openWithin.TotalSeconds + _connection.CommandTimeout };
        command.Parameters.AddWithValue("@Resource", OpenLock);
        command.Parameters.AddWithValue("@LockMode", "Exclusive");
        command.Parameters.AddWithValue("@LockOwner", "Session");
        command.Parameters.AddWithValue("@LockTimeout", (int)_openWithin.TotalMilliseconds);
        var given = command.Parameters.Add(new SqlParameter { Direction = ParameterDirection.ReturnValue, SqlDbType = SqlDbType.Int });
        await command.ExecuteNonQueryAsync(cancellationToken);
        return given.Value is >= 0;
    }

    private OptionsValidationException Refused(string why) =>
        new(StorageOptions.Section, typeof(StorageOptions), [$"Hub:Storage:Connection: the database '{_connection.InitialCatalog}' at '{_connection.DataSource}' cannot be used: {why}."]);
}
