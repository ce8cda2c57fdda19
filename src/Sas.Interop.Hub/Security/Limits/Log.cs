using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Security.Limits;

internal static partial class Log
{
    [LoggerMessage(EventIds.OverloadChanged, LogLevel.Warning, "Overload level goes from '{Before}' to '{After}' with '{UnderWay}' requests under way (1 refuses pushes and validation, 2 other work of vendors, 3 writes of the platform, 4 searches).")]
    public static partial void OverloadChanged(this ILogger logger, int before, int after, int underWay);

    [LoggerMessage(EventIds.CallerLimited, LogLevel.Warning, "Caller '{CallerId}' passed its limit '{Limit}'; '{Refused}' refusals of all callers since the last such line.")]
    public static partial void CallerLimited(this ILogger logger, string callerId, LimitHit limit, long refused);

    [LoggerMessage(EventIds.PriorityNotLowered, LogLevel.Warning, "The system did not lower the priority of the background threads: pushes and validation compete with searches for the processor.")]
    public static partial void PriorityNotLowered(this ILogger logger);

    [LoggerMessage(EventIds.ConnectionsLimited, LogLevel.Warning, "An address has more than '{Most}' open connections; '{Cut}' were cut since the last such line.")]
    public static partial void ConnectionsLimited(this ILogger logger, int most, long cut);
}
