using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Fhir;

internal static partial class Log
{
    [LoggerMessage(EventIds.FhirRequestCrashed, LogLevel.Error, "'{Method}' '{Path}' crashed.")]
    public static partial void RequestCrashed(this ILogger logger, string method, string path, Exception exception);

    [LoggerMessage(EventIds.FhirPackageLoaded, LogLevel.Information, "Definitions of the package '{Path}' go over the hub's own: '{Files}' files.")]
    public static partial void PackageLoaded(this ILogger logger, string path, int files);
}
