using System.Net.Sockets;

using Npgsql;

namespace Sas.Interop.Hub.Persistence.PostgreSql;

/// <summary>Tells apart what PostgreSQL answers, and says it in words for the operator.</summary>
internal static class PostgreSqlFaults
{
    // The server has ended a session that did nothing within a change for too long.
    private const string IdleInChange = "25P03";

    /// <summary>Whether it failed only because another change came first.</summary>
    public static bool IsConflict(Exception failed) =>
        StateOf(failed) is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;

    /// <summary>Whether the connection broke under the caller; a silent server is another matter, since one would wait for it again.</summary>
    public static bool IsLostConnection(Exception failed) => Find(failed) switch
    {
        PostgresException told => told.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or IdleInChange,
        { } broken => broken.GetBaseException() is IOException or SocketException,
        null => false,
    };

    /// <returns>The end of a sentence.</returns>
    public static string Why(Exception failed) => Find(failed) switch
    {
        PostgresException told => Why(told),
        { } broken when broken.GetBaseException() is SocketException refused => $"nothing answers there ({refused.SocketErrorCode}); is the server started, and is the address right",
        { } broken when broken.GetBaseException() is TimeoutException => "it does not answer in time",
        { } broken => broken.Message.TrimEnd('.'),
        null when failed.GetBaseException() is SocketException unknown => $"its host cannot be found ({unknown.SocketErrorCode})",
        null => failed.GetBaseException().Message.TrimEnd('.'),
    };

    private static string Why(PostgresException told) => told.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => $"the server refuses the user or the password ({told.MessageText})",
        PostgresErrorCodes.InvalidCatalogName => "there is no such database; create it first, owned by the hub's user",
        PostgresErrorCodes.InsufficientPrivilege => $"the hub's user may not do what it must ({told.MessageText})",
        PostgresErrorCodes.CannotConnectNow => $"the server is starting or stopping ({told.MessageText})",
        PostgresErrorCodes.TooManyConnections => "the server has no connection to spare; lower Hub:Storage:MaxConnections or raise its max_connections",
        PostgresErrorCodes.LockNotAvailable => "another program holds its tables",
        _ => $"{told.MessageText.TrimEnd('.')} ({told.SqlState})",
    };

    private static string? StateOf(Exception failed) => (Find(failed) as PostgresException)?.SqlState;

    private static NpgsqlException? Find(Exception? failed)
    {
        while (failed is not null and not NpgsqlException)
        {
            failed = failed.InnerException;
        }

        return (NpgsqlException?)failed;
    }
}
