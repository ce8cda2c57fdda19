using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Persistence.PostgreSql;
using Sas.Interop.Hub.Persistence.SqlServer;

namespace Sas.Interop.Hub.Persistence;

/// <summary>What annotations cannot say of <see cref="StorageOptions"/>: whether the connection fits the provider.</summary>
internal sealed class StorageRules : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options) =>
        Fault(options) is { } fault ? ValidateOptionsResult.Fail($"Hub:Storage:Connection {fault}.") : ValidateOptionsResult.Success;

    private static string? Fault(StorageOptions options)
    {
        if (options.Provider == StorageProvider.Sqlite)
        {
            return options.Connection is null ? null : "is for a server; the file of SQLite is hub.db in Hub:DataFolder. Set Hub:Storage:Provider to postgresql or sqlserver, or remove it";
        }

        if (options.Connection is null)
        {
            return "is missing: give env:NAME or file:path of a connection string, or one that holds no password";
        }

        var connection = StorageConnection.Of(options.Connection);
        return connection.Text is null ? $"cannot be used: {connection.Fault}"
            : options.Provider == StorageProvider.PostgreSql ? PostgreSqlConnection.Fault(connection)
            : SqlServerConnection.Fault(connection);
    }
}
