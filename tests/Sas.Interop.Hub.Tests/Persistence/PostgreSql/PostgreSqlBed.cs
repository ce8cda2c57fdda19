using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.PostgreSql;
using Sas.Interop.TestKit;
using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Hub.Tests.Persistence.PostgreSql;

/// <summary>A database of its own in the server that a test run shares.</summary>
internal sealed class PostgreSqlBed(string connection) : DatabaseBed
{
    public string Connection => connection;

    public static async Task<DatabaseBed> CreateAsync()
    {
        if (PostgresBinaries.WhyAbsent is { } why)
        {
            Assert.Ignore(why);
        }

        var server = await PostgresServer.SharedAsync();
        return new PostgreSqlBed($"{await server.CreateDatabaseAsync()};Password={PlantedSecrets.DatabasePasswordValue}");
    }

    protected override IHubDatabase Create(IOptions<StorageOptions> options, ILoggerFactory loggers) =>
        new PostgreSqlDatabase(connection, options, TimeProvider.System, loggers.CreateLogger<PostgreSqlDatabase>());

    // The server is thrown away with everything in it when the run ends.
    protected override ValueTask RemoveAsync() => ValueTask.CompletedTask;
}
