using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Orientations;

internal static partial class Log
{
    [LoggerMessage(EventIds.OrientationRecorded, LogLevel.Information, "Orientation '{Id}' of kind '{Kind}' was recorded for the platform.")]
    public static partial void OrientationRecorded(this ILogger logger, string id, string kind);

    [LoggerMessage(EventIds.OrientationExportEnded, LogLevel.Information, "An export of '{Count}' orientations ended.")]
    public static partial void OrientationExportEnded(this ILogger logger, int count);
}
