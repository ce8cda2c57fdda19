using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Configuration;

internal static partial class Log
{
    private const int MostDoubts = 20;

    [LoggerMessage(EventIds.AdaptersLoaded, LogLevel.Information, "Loaded {Vendors} vendors, {Enabled} of them enabled.")]
    public static partial void AdaptersLoaded(this ILogger logger, int vendors, int enabled);

    [LoggerMessage(EventIds.DirectoryLoaded, LogLevel.Information, "Loaded a directory of {Owners} owners with {Targets} targets.")]
    public static partial void DirectoryLoaded(this ILogger logger, int owners, int targets);

    [LoggerMessage(
        EventIds.CatalogChanged,
        LogLevel.Information,
        "Configuration changed: {Added} vendors added, {Changed} changed, {Removed} removed; directory replaced: {DirectoryChanged}.")]
    public static partial void CatalogChanged(this ILogger logger, int added, int changed, int removed, bool directoryChanged);

    [LoggerMessage(EventIds.ConfigurationRejected, LogLevel.Error, "The new content of {Part} is not used, the last good one stays; {Count} faults: {Faults}")]
    public static partial void ConfigurationRejected(this ILogger logger, string part, int count, string faults);

    [LoggerMessage(EventIds.ConfigurationDoubted, LogLevel.Warning, "In {Part}: {Doubt}")]
    public static partial void ConfigurationDoubted(this ILogger logger, string part, string doubt);

    [LoggerMessage(EventIds.ConfigurationDoubtsCut, LogLevel.Warning, "In {Part}: {Count} more warnings, not listed.")]
    public static partial void ConfigurationDoubtsCut(this ILogger logger, string part, int count);

    [LoggerMessage(EventIds.CatalogListenerFailed, LogLevel.Error, "The listener '{Listener}' failed on a change of the configuration; the others were told.")]
    public static partial void ListenerFailed(this ILogger logger, Exception defect, string listener);

    [LoggerMessage(EventIds.ClientCertificateDoubted, LogLevel.Warning, "Vendor '{VendorId}': {Doubt}")]
    public static partial void ClientCertificateDoubted(this ILogger logger, string vendorId, string doubt);

    [LoggerMessage(EventIds.ConfigurationWatchFailed, LogLevel.Warning, "Files cannot be watched ({Cause}); they are looked at every few seconds instead.")]
    public static partial void WatchFailed(this ILogger logger, string cause);

    [LoggerMessage(
        EventIds.CallersLoaded,
        LogLevel.Information,
        "Loaded {Callers} callers, {Anchors} anchors and {Lists} revocation lists; the server certificate has the serial '{Serial}'.")]
    public static partial void CallersLoaded(this ILogger logger, int callers, int anchors, int lists, string serial);

    public static void Rejected(this ILogger logger, string part, IReadOnlyList<ConfigFault> faults) =>
        logger.ConfigurationRejected(part, faults.Count, string.Join(Environment.NewLine, faults));

    public static void Doubted(this ILogger logger, string part, IReadOnlyList<ConfigFault> warnings)
    {
        foreach (var warning in warnings.Take(MostDoubts))
        {
            logger.ConfigurationDoubted(part, warning.ToString());
        }

        if (warnings.Count > MostDoubts)
        {
            logger.ConfigurationDoubtsCut(part, warnings.Count - MostDoubts);
        }
    }
}
