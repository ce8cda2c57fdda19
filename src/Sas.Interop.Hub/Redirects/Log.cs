using Sas.Interop.Hub.Persistence.Orientations;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Redirects;

internal static partial class Log
{
    [LoggerMessage(EventIds.LinkFollowed, LogLevel.Information, "An operator followed a link to a vendor's page.")]
    public static partial void LinkFollowed(this ILogger logger);

    [LoggerMessage(EventIds.LinkGone, LogLevel.Information, "A link leads nowhere any more: '{Verdict}'.")]
    public static partial void LinkGone(this ILogger logger, LinkVerdict verdict);

    [LoggerMessage(EventIds.LinkRefused, LogLevel.Warning, "A link of vendor '{VendorId}' leads to '{Host}', which is not among its bookingHosts any more; nobody was sent there.")]
    public static partial void LinkRefused(this ILogger logger, string vendorId, string host);

    [LoggerMessage(EventIds.LinkUnknown, LogLevel.Warning, "A link was followed that the hub has not signed.")]
    public static partial void LinkUnknown(this ILogger logger);
}
