using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Outbox;

internal static partial class Log
{
    [LoggerMessage(EventIds.OutboxTrustRefused, LogLevel.Error, "The certificates of destination '{Destination}' cannot be used, the last good ones stay: {Faults}")]
    public static partial void TrustRefused(this ILogger logger, string destination, string faults);

    [LoggerMessage(EventIds.OutboxTrustRenewed, LogLevel.Information, "Destination '{Destination}' goes on with other certificates; attempts under way end with the ones before.")]
    public static partial void TrustRenewed(this ILogger logger, string destination);

    [LoggerMessage(EventIds.OutboxStarted, LogLevel.Information, "Changes are told to '{Destinations}' destinations.")]
    public static partial void Started(this ILogger logger, int destinations);

    [LoggerMessage(EventIds.OutboxFailed, LogLevel.Warning, "Attempt '{Attempt}' to tell '{Destination}' of '{Kind}' '{Stream}', number '{Number}', failed: {Cause}. Next try at {Due}.")]
    public static partial void Failed(this ILogger logger, int attempt, string destination, string kind, string stream, int number, string cause, DateTimeOffset due);

    [LoggerMessage(EventIds.OutboxGivenUp, LogLevel.Error, "'{Destination}' is no longer told of '{Kind}' '{Stream}', number '{Number}', after '{Attempts}' attempts: {Cause}. It can be replayed as dead letter '{Id}'.")]
    public static partial void GivenUp(this ILogger logger, string destination, string kind, string stream, int number, int attempts, string cause, long id);

    [LoggerMessage(EventIds.OutboxOvertaken, LogLevel.Information, "'{Destination}' is not told of '{Kind}' '{Stream}', number '{Number}': a later state went there before.")]
    public static partial void Overtaken(this ILogger logger, string destination, string kind, string stream, int number);

    [LoggerMessage(EventIds.OutboxReplayed, LogLevel.Information, "'{Letters}' dead letters wait again, asked for by destination '{Destination}' or id '{Id}'.")]
    public static partial void Replayed(this ILogger logger, int letters, string? destination, long? id);

    [LoggerMessage(EventIds.OutboxCrashed, LogLevel.Error, "The delivery to '{Destination}' crashed; it goes on.")]
    public static partial void Crashed(this ILogger logger, string destination, Exception exception);

    [LoggerMessage(EventIds.OutboxOrphaned, LogLevel.Warning, "'{Waiting}' messages wait for '{Destination}', which the settings do not name.")]
    public static partial void Orphaned(this ILogger logger, long waiting, string destination);
}
