using System.Data.Common;

using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Sas.Interop.Hub.Persistence.Sqlite;

/// <summary>Makes each commit wait for the disk. That is a property of the connection and not of the file, and libraries are built with other defaults.</summary>
internal sealed class DurableWrites : DbConnectionInterceptor
{
    private const string Pragma = "PRAGMA synchronous=FULL;";

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
