using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Availability;

internal static partial class Log
{
    [LoggerMessage(
        EventIds.VendorFellSilent,
        LogLevel.Warning,
        "Vendor '{VendorId}' says that none of its '{Owners}' owners with slots has any left. What is known is kept for '{Delay}' unless it says so again.")]
    public static partial void VendorFellSilent(this ILogger logger, string vendorId, int owners, TimeSpan delay);

    [LoggerMessage(
        EventIds.PageRefused,
        LogLevel.Warning,
        "Vendor '{VendorId}' tells of a page to book on at '{Host}' that {Why}: its slots are served without an address. Told once for each host.")]
    public static partial void PageRefused(this ILogger logger, string vendorId, string host, string why);

    [LoggerMessage(EventIds.SweptOwners, LogLevel.Debug, "Looked at '{Owners}' owners for slots that have begun, in '{Elapsed}'.")]
    public static partial void SweptOwners(this ILogger logger, int owners, TimeSpan elapsed);

    [LoggerMessage(
        EventIds.WarmStartLoaded,
        LogLevel.Information,
        "Warm start from a snapshot that is '{Age}' old: '{Owners}' owners, '{Slots}' of '{SavedSlots}' slots are kept, in {DurationMs:0} ms.")]
    public static partial void WarmStartLoaded(this ILogger logger, TimeSpan age, int owners, long slots, long savedSlots, double durationMs);

    [LoggerMessage(EventIds.WarmStartAbsent, LogLevel.Information, "Cold start: there is no '{File}' in the data folder.")]
    public static partial void WarmStartAbsent(this ILogger logger, string file);

    [LoggerMessage(EventIds.WarmStartRefused, LogLevel.Warning, "Cold start: '{File}' {Problem}. Nothing of it is used; the next snapshot replaces it.")]
    public static partial void WarmStartRefused(this ILogger logger, string file, string problem);

    [LoggerMessage(EventIds.WarmStartWritten, LogLevel.Debug, "Snapshot written: '{Owners}' owners, '{Slots}' slots, '{Bytes}' bytes, in {DurationMs:0} ms.")]
    public static partial void WarmStartWritten(this ILogger logger, long owners, long slots, long bytes, double durationMs);

    [LoggerMessage(EventIds.WarmStartNotWritten, LogLevel.Warning, "The snapshot '{File}' {Problem}.")]
    public static partial void WarmStartNotWritten(this ILogger logger, string file, string problem);
}
