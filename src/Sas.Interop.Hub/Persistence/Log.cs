using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Persistence;

internal static partial class Log
{
    [LoggerMessage(EventIds.StorageOpened, LogLevel.Information, "Opened the database; '{Migrations}' migrations were applied.")]
    public static partial void StorageOpened(this ILogger logger, int migrations);

    [LoggerMessage(EventIds.StorageFailed, LogLevel.Error, "The database failed: {Cause}")]
    public static partial void StorageFailed(this ILogger logger, string cause);

    [LoggerMessage(EventIds.StorageConflict, LogLevel.Debug, "Two changes met; this one is made again after attempt {Attempt}.")]
    public static partial void StorageConflict(this ILogger logger, int attempt);

    [LoggerMessage(EventIds.StorageLockFreed, LogLevel.Warning, "A hub that ended while it brought the database to the present model had left its lock; it was removed.")]
    public static partial void StorageLockFreed(this ILogger logger);

    [LoggerMessage(EventIds.StorageReconnected, LogLevel.Warning, "The connection to the database was lost; the work is begun again. Attempt: {Attempt}.")]
    public static partial void StorageReconnected(this ILogger logger, int attempt);

    [LoggerMessage(EventIds.StorageNotFlushed, LogLevel.Warning, "The database server does not flush to disk (fsync is off): a power cut loses what was acknowledged.")]
    public static partial void StorageNotFlushed(this ILogger logger);
}
