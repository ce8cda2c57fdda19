using System.Data.Common;
using System.Globalization;

using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Sas.Interop.Hub.Persistence.SqlServer;

/// <summary>What every session begins with; a pooled connection forgets it when it is used again.</summary>
internal sealed class SqlServerSession(TimeSpan lockWait) : DbConnectionInterceptor
{
    // A statement that fails takes the whole transaction back, also where the server would only take back the statement.
    private readonly string _begin = string.Create(CultureInfo.InvariantCulture, $"SET XACT_ABORT ON; SET LOCK_TIMEOUT {lockWait.TotalMilliseconds:0};");

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = _begin;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = _begin;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
