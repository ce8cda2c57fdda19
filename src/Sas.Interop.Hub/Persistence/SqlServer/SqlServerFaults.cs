using Microsoft.Data.SqlClient;

namespace Sas.Interop.Hub.Persistence.SqlServer;

/// <summary>Tells apart what SQL Server answers, and says it in words for the operator.</summary>
internal static class SqlServerFaults
{
    // Numbers of SQL Server's messages.
    private const int Timeout = -2;
    private const int UniqueIndex = 2601;
    private const int UniqueConstraint = 2627;
    private const int Deadlock = 1205;
    private const int SnapshotConflict = 3960;
    private const int LockTimeout = 1222;
    private const int LoginFailed = 18456;
    private const int CannotOpenDatabase = 4060;
    private const int PermissionDenied = 262;
    private const int LogFull = 9002;
    private const int DiskFull = 1105;

    // From this class on, the server closes the connection.
    private const int Fatal = 20;

    /// <summary>Whether it failed only because another change came first.</summary>
    public static bool IsConflict(Exception failed) =>
        Find(failed) is { } told && told.Errors.Cast<SqlError>().Any(static error => error.Number is UniqueIndex or UniqueConstraint or Deadlock or SnapshotConflict);

    /// <summary>Whether the connection broke under the caller; a silent server is another matter, since one would wait for it again.</summary>
    public static bool IsLostConnection(Exception failed) => Find(failed) is { Class: >= Fatal, Number: not Timeout };

    /// <returns>The end of a sentence.</returns>
    public static string Why(Exception failed) => Find(failed) switch
    {
        { Number: Timeout } => "it does not answer in time",
        { Number: LoginFailed } told => $"the server refuses the user or the password ({told.Message.TrimEnd('.')})",
        { Number: CannotOpenDatabase } => "there is no such database, or the hub's user may not open it",
        { Number: PermissionDenied } told => $"the hub's user may not do what it must ({told.Message.TrimEnd('.')})",
        { Number: LockTimeout } => "another program holds its tables",
        { Number: LogFull or DiskFull } => "its disk is full",
        { Class: >= Fatal } told => $"nothing answers there ({told.Message.TrimEnd('.')}); is the server started, and is the address right",
        { } told => $"{told.Message.TrimEnd('.')} ({told.Number})",
        null => failed.GetBaseException().Message.TrimEnd('.'),
    };

    private static SqlException? Find(Exception? failed)
    {
        while (failed is not null and not SqlException)
        {
            failed = failed.InnerException;
        }

        return (SqlException?)failed;
    }
}
