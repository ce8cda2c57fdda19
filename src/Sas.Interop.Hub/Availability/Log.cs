using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Availability;

internal static partial class Log
{
    [LoggerMessage(
        EventIds.VendorFellSilent,
        LogLevel.Warning,
        "Vendor '{VendorId}' says that none of its '{Owners}' owners with slots has any left. What is known is kept for '{Delay}' unless it says so again.")]
    public static partial void VendorFellSilent(this ILogger logger, string vendorId, int owners, TimeSpan delay);

    [LoggerMessage(EventIds.SweptOwners, LogLevel.Debug, "Looked at '{Owners}' owners for slots that have begun, in '{Elapsed}'.")]
    public static partial void SweptOwners(this ILogger logger, int owners, TimeSpan elapsed);
}
