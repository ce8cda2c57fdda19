using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Persistence.Regulators;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Regulators;

internal static partial class Log
{
    [LoggerMessage(EventIds.RegulatorWritten, LogLevel.Information, "Account '{Account}' has version {Version}; entitled: {Active}.")]
    public static partial void AccountWritten(this ILogger logger, string account, int version, bool active);

    [LoggerMessage(EventIds.RegulatorDelivered, LogLevel.Information, "Vendor '{VendorId}' has account '{Account}' in version {Version}.")]
    public static partial void Delivered(this ILogger logger, string vendorId, string account, int version);

    [LoggerMessage(EventIds.RegulatorDeliveryFailed, LogLevel.Warning, "Vendor '{VendorId}' did not take account '{Account}': {Code}, attempt {Attempts}. Next try at {DueAt}.")]
    public static partial void DeliveryFailed(this ILogger logger, string vendorId, string account, HubErrorCode code, int attempts, DateTimeOffset? dueAt);

    [LoggerMessage(EventIds.RegulatorDeliveryEnded, LogLevel.Error, "Vendor '{VendorId}' will not get account '{Account}' as it is: {State} after {Code}, attempt {Attempts}.")]
    public static partial void DeliveryEnded(this ILogger logger, string vendorId, string account, DeliveryState state, HubErrorCode code, int attempts);

    [LoggerMessage(EventIds.RegulatorDeliveryCrashed, LogLevel.Error, "The adapter of vendor '{VendorId}' crashed over account '{Account}'.")]
    public static partial void DeliveryCrashed(this ILogger logger, string vendorId, string account, Exception exception);

    [LoggerMessage(EventIds.RegulatorsAdded, LogLevel.Information, "'{Accounts}' accounts are to be delivered to vendor '{VendorId}', which came later.")]
    public static partial void AccountsAdded(this ILogger logger, int accounts, string vendorId);

    [LoggerMessage(EventIds.RegulatorDeliveryStopping, LogLevel.Debug, "Delivery of accounts stops; '{Deliveries}' are broken off.")]
    public static partial void DeliveryStopping(this ILogger logger, int deliveries);

    [LoggerMessage(EventIds.RegulatorDeliveryBroken, LogLevel.Debug, "A delivery to vendor '{VendorId}' was broken off.")]
    public static partial void DeliveryBroken(this ILogger logger, string vendorId);

    [LoggerMessage(EventIds.RegulatorDeliveryAbandoned, LogLevel.Debug, "A delivery that somebody waited for was broken off.")]
    public static partial void DeliveryAbandoned(this ILogger logger);

    [LoggerMessage(EventIds.RegulatorCallIgnored, LogLevel.Warning, "The platform told of a regulator without saying enough for an account; nothing was written.")]
    public static partial void CallIgnored(this ILogger logger);
}
