using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Polling;

internal static partial class Log
{
    public static void PollSucceeded(this ILogger logger, string vendorId, PollReport report) =>
        PollSucceeded(
            logger, vendorId, report.Partition, report.Owners, report.Slots, report.Added, report.Removed, report.Dropped, (long)report.Duration.TotalMilliseconds);

    public static void PollPartlyFailed(this ILogger logger, string vendorId, PollReport report) =>
        PollPartlyFailed(
            logger, vendorId, report.Partition, report.OwnersFailed, report.Owners, report.Slots, report.Added, report.Removed,
            (long)report.Duration.TotalMilliseconds, report.Error?.Code, report.Error?.Detail);

    public static void PollFailed(this ILogger logger, string vendorId, PollReport report) =>
        PollFailed(
            logger, vendorId, report.Partition, report.OwnersFailed, report.Owners,
            (long)report.Duration.TotalMilliseconds, report.Error?.Code, report.Error?.Detail);

    public static void RefreshEnded(this ILogger logger, string vendorId, PollReport report) =>
        RefreshEnded(
            logger, vendorId, report.Owners, report.OwnersFailed, report.Slots, report.Added, report.Removed,
            (long)report.Duration.TotalMilliseconds, report.Error?.Code);

    public static void RefreshFailed(this ILogger logger, string vendorId, PollReport report) =>
        RefreshFailed(logger, vendorId, report.OwnersFailed, report.Owners, (long)report.Duration.TotalMilliseconds, report.Error?.Code, report.Error?.Detail);

    [LoggerMessage(EventIds.PollMerged, LogLevel.Debug, "Poll of '{VendorId}' partition {Partition} came due while the one before was not over; the two are one.")]
    public static partial void PollMerged(this ILogger logger, string vendorId, int partition);

    [LoggerMessage(EventIds.PollCancelled, LogLevel.Debug, "Poll of '{VendorId}' partition {Partition} was cancelled.")]
    public static partial void PollCancelled(this ILogger logger, string vendorId, int partition);

    [LoggerMessage(EventIds.PollCrashed, LogLevel.Error, "Poll of '{VendorId}' partition {Partition} met a fault of the hub: {ExceptionType} {Trace}")]
    public static partial void PollCrashed(this ILogger logger, string vendorId, int partition, string exceptionType, string trace);

    [LoggerMessage(EventIds.RefreshRefused, LogLevel.Debug, "Vendor '{VendorId}' is not asked again for {Targets} targets that callers wanted fresher: {Cause}.")]
    public static partial void RefreshRefused(this ILogger logger, string vendorId, int targets, RefreshRefusal cause);

    [LoggerMessage(EventIds.RefreshLate, LogLevel.Debug, "Vendor '{VendorId}' answered for {Targets} targets after the callers who wanted them had gone.")]
    public static partial void RefreshLate(this ILogger logger, string vendorId, int targets);

    [LoggerMessage(EventIds.VendorHeld, LogLevel.Warning, "Vendor '{VendorId}' is left alone for {Pause} after {Code}.")]
    public static partial void VendorHeld(this ILogger logger, string vendorId, HubErrorCode code, TimeSpan pause);

    [LoggerMessage(
        EventIds.VendorStarted,
        LogLevel.Information,
        "Vendor '{VendorId}' speaks '{Dialect}': {Owners} targets in {Partitions} partitions, every {Every}.")]
    public static partial void VendorStarted(this ILogger logger, string vendorId, string dialect, int owners, int partitions, TimeSpan every);

    [LoggerMessage(EventIds.VendorTrustRenewed, LogLevel.Information, "Vendor '{VendorId}' goes on with other certificates; calls under way end with the ones before.")]
    public static partial void VendorTrustRenewed(this ILogger logger, string vendorId);

    [LoggerMessage(EventIds.VendorStopped, LogLevel.Information, "Vendor '{VendorId}' is no longer polled.")]
    public static partial void VendorStopped(this ILogger logger, string vendorId);

    [LoggerMessage(EventIds.VendorNotStarted, LogLevel.Error, "Vendor '{VendorId}' could not be started: {ExceptionType} {Trace}")]
    public static partial void VendorNotStarted(this ILogger logger, string vendorId, string exceptionType, string trace);

    [LoggerMessage(EventIds.VendorAbandoned, LogLevel.Warning, "Polls of '{VendorId}' did not unwind within {Within}; its connections are closed under them.")]
    public static partial void VendorAbandoned(this ILogger logger, string vendorId, TimeSpan within);

    [LoggerMessage(EventIds.VendorRetargeted, LogLevel.Information, "Vendor '{VendorId}' follows the new directory: {Owners} targets in {Partitions} partitions.")]
    public static partial void VendorRetargeted(this ILogger logger, string vendorId, int owners, int partitions);

    [LoggerMessage(EventIds.VendorDisposeFailed, LogLevel.Error, "The adapter of '{VendorId}' failed while it was closed: {ExceptionType} {Trace}")]
    public static partial void VendorDisposeFailed(this ILogger logger, string vendorId, string exceptionType, string trace);

    [LoggerMessage(
        EventIds.RefreshEnded,
        LogLevel.Debug,
        "Pull of '{VendorId}' for callers: {Owners} owners of which {OwnersFailed} failed, {Slots} slots, {Added} added, {Removed} removed, {DurationMs} ms, {Code}.")]
    private static partial void RefreshEnded(
        ILogger logger, string vendorId, int owners, int ownersFailed, int slots, int added, int removed, long durationMs, HubErrorCode? code);

    [LoggerMessage(
        EventIds.RefreshFailed,
        LogLevel.Warning,
        "Pull of '{VendorId}' for callers failed for {OwnersFailed} of {Owners} owners after {DurationMs} ms, {Code}: {Detail}")]
    private static partial void RefreshFailed(
        ILogger logger, string vendorId, int ownersFailed, int owners, long durationMs, HubErrorCode? code, string? detail);

    [LoggerMessage(
        EventIds.PollSucceeded,
        LogLevel.Information,
        "Poll of '{VendorId}' partition {Partition}: {Owners} owners, {Slots} slots, {Added} added, {Removed} removed, {Dropped} dropped, {DurationMs} ms.")]
    private static partial void PollSucceeded(
        ILogger logger, string vendorId, int partition, int owners, int slots, int added, int removed, int dropped, long durationMs);

    [LoggerMessage(
        EventIds.PollPartlyFailed,
        LogLevel.Warning,
        "Poll of '{VendorId}' partition {Partition} failed for {OwnersFailed} of {Owners} owners: "
        + "{Slots} slots, {Added} added, {Removed} removed, {DurationMs} ms, {Code}: {Detail}")]
    private static partial void PollPartlyFailed(
        ILogger logger, string vendorId, int partition, int ownersFailed, int owners, int slots, int added, int removed,
        long durationMs, HubErrorCode? code, string? detail);

    [LoggerMessage(
        EventIds.PollFailed,
        LogLevel.Warning,
        "Poll of '{VendorId}' partition {Partition} failed for {OwnersFailed} of {Owners} owners after {DurationMs} ms, {Code}: {Detail}")]
    private static partial void PollFailed(
        ILogger logger, string vendorId, int partition, int ownersFailed, int owners, long durationMs, HubErrorCode? code, string? detail);
}
