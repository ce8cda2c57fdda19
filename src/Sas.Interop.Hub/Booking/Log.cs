using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Booking;

internal static partial class Log
{
    [LoggerMessage(EventIds.BookingEnded, LogLevel.Information, "'{Operation}' at vendor '{VendorId}' ended with {Status}: act '{OrientationId}'.")]
    public static partial void BookingEnded(this ILogger logger, string operation, string? vendorId, int status, string? orientationId);

    [LoggerMessage(EventIds.VendorRefusedBooking, LogLevel.Warning, "Vendor '{VendorId}' did not do its part of act '{OrientationId}': {Code}.")]
    public static partial void VendorRefusedBooking(this ILogger logger, string vendorId, string orientationId, HubErrorCode code);

    [LoggerMessage(EventIds.CompensationPostponed, LogLevel.Warning, "Act '{OrientationId}' cannot be taken back at vendor '{VendorId}' now: {Code}. The next attempt is due in {Pause}.")]
    public static partial void CompensationPostponed(this ILogger logger, string orientationId, string vendorId, HubErrorCode code, TimeSpan pause);

    [LoggerMessage(EventIds.CompensationGivenUp, LogLevel.Error, "Act '{OrientationId}' was not taken back at vendor '{VendorId}': {Code}. Tell the vendor.")]
    public static partial void CompensationGivenUp(this ILogger logger, string orientationId, string vendorId, HubErrorCode code);

    [LoggerMessage(EventIds.CompensationCrashed, LogLevel.Error, "A vendor's adapter failed while an act was taken back.")]
    public static partial void CompensationCrashed(this ILogger logger, Exception exception);

    [LoggerMessage(EventIds.BookingSweepFailed, LogLevel.Warning, "Acts whose time is up could not be looked through: {Cause}")]
    public static partial void SweepFailed(this ILogger logger, string cause);

    [LoggerMessage(EventIds.BookingAdapterMissing, LogLevel.Warning, "Vendor '{VendorId}' is said to book by interface, and its dialect '{Dialect}' cannot.")]
    public static partial void AdapterDoesNotBook(this ILogger logger, string vendorId, string dialect);
}
