using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Audit;

internal static partial class Log
{
    [LoggerMessage(EventIds.AuditNoted, LogLevel.Information, "The audit holds '{Kind}'; its chain ends at '{Head}'.")]
    public static partial void Noted(this ILogger logger, string kind, string head);

    [LoggerMessage(EventIds.AuditAnchored, LogLevel.Information, "The chain of the audit ends at '{Head}'.")]
    public static partial void Anchored(this ILogger logger, string head);

    [LoggerMessage(EventIds.AuditNotKept, LogLevel.Error, "A record of the audit could not be kept: {Cause}. A write that waited for it was answered 503.")]
    public static partial void NotKept(this ILogger logger, string cause);

    [LoggerMessage(EventIds.AuditWriterFailed, LogLevel.Error, "The audit met a fault of its own; writes that waited were answered 503.")]
    public static partial void WriterFailed(this ILogger logger, Exception defect);

    [LoggerMessage(EventIds.AuditRemoved, LogLevel.Information, "'{Count}' records of the audit were older than they are kept, and were removed.")]
    public static partial void Removed(this ILogger logger, int count);

    [LoggerMessage(EventIds.AuditUpkeepPostponed, LogLevel.Warning, "The upkeep of the audit waits for the database.")]
    public static partial void UpkeepPostponed(this ILogger logger);

    [LoggerMessage(EventIds.AuditExported, LogLevel.Information, "An export of the audit ended after '{Count}' records.")]
    public static partial void Exported(this ILogger logger, int count);
}
