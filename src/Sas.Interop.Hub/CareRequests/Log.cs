using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.CareRequests;

internal static partial class Log
{
    [LoggerMessage(EventIds.CareRequestOpened, LogLevel.Information, "Care request '{Id}' to '{Owner}' was opened at '{VendorId}'.")]
    public static partial void CareRequestOpened(this ILogger logger, string id, string owner, string vendorId);

    [LoggerMessage(EventIds.CareRequestRefused, LogLevel.Warning, "A care request to '{Owner}' was refused: {Code}.")]
    public static partial void CareRequestRefused(this ILogger logger, string owner, HubErrorCode code);

    [LoggerMessage(EventIds.CareRequestCancelled, LogLevel.Information, "Care request '{Id}' was taken back.")]
    public static partial void CareRequestCancelled(this ILogger logger, string id);

    [LoggerMessage(EventIds.CareRequestsExpired, LogLevel.Information, "'{Count}' care requests were closed: nobody answered them in time.")]
    public static partial void CareRequestsExpired(this ILogger logger, int count);

    [LoggerMessage(EventIds.CareRequestSweepFailed, LogLevel.Warning, "Care requests that nobody answered could not be closed now; they are next time.")]
    public static partial void CareRequestSweepFailed(this ILogger logger);

    [LoggerMessage(EventIds.MarketplaceChanged, LogLevel.Information, "Who can be asked for care changed for '{Changed}' practitioners; '{Owners}' can be asked now.")]
    public static partial void MarketplaceChanged(this ILogger logger, int changed, int owners);

    [LoggerMessage(EventIds.MarketplaceNotAsked, LogLevel.Warning, "'{VendorId}' could not be asked who takes care requests: {Code}. It is left alone for a while.")]
    public static partial void MarketplaceNotAsked(this ILogger logger, string vendorId, HubErrorCode code);
}
