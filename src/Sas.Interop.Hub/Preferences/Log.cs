using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Preferences;

internal static partial class Log
{
    [LoggerMessage(EventIds.PreferencesLoaded, LogLevel.Information, "Loaded the preferences of '{Owners}' owners up to revision '{Revision}'.")]
    public static partial void PreferencesLoaded(this ILogger logger, int owners, long revision);

    [LoggerMessage(EventIds.PreferencesChanged, LogLevel.Information, "Preferences of '{Owner}' changed: revision '{Revision}'.")]
    public static partial void PreferencesChanged(this ILogger logger, string owner, long revision);

    [LoggerMessage(EventIds.PreferencesUnreadable, LogLevel.Error, "What is kept of '{Owner}' cannot be read; its slots are not shown until it is declared anew.")]
    public static partial void PreferencesUnreadable(this ILogger logger, string owner);

    [LoggerMessage(EventIds.PlatformRequestCrashed, LogLevel.Error, "'{Method}' '{Endpoint}' crashed.")]
    public static partial void PlatformRequestCrashed(this ILogger logger, string method, string? endpoint, Exception exception);
}
