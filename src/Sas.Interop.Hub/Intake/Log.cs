using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Intake;

internal static partial class Log
{
    [LoggerMessage(EventIds.PushApplied, LogLevel.Information, "Push of '{VendorId}': '{Entries}' entries, '{Schedules}' schedules, '{Added}' slots added, '{Removed}' closed.")]
    public static partial void PushApplied(this ILogger logger, string vendorId, int entries, int schedules, int added, int removed);

    [LoggerMessage(EventIds.PushRefused, LogLevel.Warning, "Push of '{VendorId}' refused with '{Status}': '{Issues}' issues, the first error by rule '{Rule}'.")]
    public static partial void PushRefused(this ILogger logger, string vendorId, int status, int issues, string? rule);
}
