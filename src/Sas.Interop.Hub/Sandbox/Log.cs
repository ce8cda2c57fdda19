using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Sandbox;

internal static partial class Log
{
    [LoggerMessage(EventIds.NoMockedFeeds, LogLevel.Error, "Dialect '{Dialect}' has no mocked feeds beside the executable.")]
    public static partial void NoMockedFeeds(this ILogger logger, string dialect);

    [LoggerMessage(EventIds.MockedFeedFaulty, LogLevel.Error, "The mocked feeds of dialect '{Dialect}' cannot be played: '{Fault}'.")]
    public static partial void MockedFeedFaulty(this ILogger logger, string dialect, string fault);
}
