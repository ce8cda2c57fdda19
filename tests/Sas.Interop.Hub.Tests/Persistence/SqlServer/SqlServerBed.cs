using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.SqlServer;

namespace Sas.Interop.Hub.Tests.Persistence.SqlServer;

/// <summary>A database of its own in the server that <c>SAS_TEST_SQLSERVER</c> names by a connection string; its user must be allowed to create databases.</summary>
internal sealed class SqlServerBed : DatabaseBed
{
    private const string Variable = "SAS_TEST_SQLSERVER";
    private readonly SqlConnectionStringBuilder _connection;

    private SqlServerBed(SqlConnectionStringBuilder connection) => _connection = connection;

    public static async Task<DatabaseBed> CreateAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } server)
        {
            Assert.Ignore($"Skipped: {Variable} holds no connection string of a SQL Server; its statements are compared as texts instead.");
            throw new InvalidOperationException();
        }

        var connection = new SqlConnectionStringBuilder(server) { InitialCatalog = $"hub_test_{Guid.NewGuid():N}" };
        await ExecuteAsync(connection, $"CREATE DATABASE [{connection.InitialCatalog}]");
        return new SqlServerBed(connection);
    }

    protected override IHubDatabase Create(IOptions<StorageOptions> options, ILoggerFactory loggers) =>
        new SqlServerDatabase(_connection.ConnectionString, options, loggers.CreateLogger<SqlServerDatabase>());

    protected override async ValueTask RemoveAsync() =>
        await ExecuteAsync(_connection, $"ALTER DATABASE [{_connection.InitialCatalog}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{_connection.InitialCatalog}]");

    private static async Task ExecuteAsync(SqlConnectionStringBuilder connection, string sql)
    {
        await using var master = new SqlConnection(new SqlConnectionStringBuilder(connection.ConnectionString) { InitialCatalog = "master", Pooling = false }.ConnectionString);
        await master.OpenAsync();
        await using var command = new SqlCommand(sql, master);
        await command.ExecuteNonQueryAsync();
    }
}
