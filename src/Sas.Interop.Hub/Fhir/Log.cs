using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Fhir;

internal static partial class Log
{
    [LoggerMessage(EventIds.FhirRequestCrashed, LogLevel.Error, "'{Method}' '{Path}' crashed.")]
    public static partial void RequestCrashed(this ILogger logger, string method, string path, Exception exception);
}
