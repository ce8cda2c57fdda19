namespace Sas.Interop.Hub.Telemetry;

/// <summary>Ids of all log events, one block of a hundred for each room; an id is never used again for something else.</summary>
internal static class EventIds
{
    // Configuration: 1000 to 1099.
    public const int AdaptersLoaded = 1000;
    public const int DirectoryLoaded = 1001;
    public const int CatalogChanged = 1002;
    public const int ConfigurationRejected = 1003;
    public const int ConfigurationDoubted = 1004;
    public const int ConfigurationDoubtsCut = 1005;
    public const int CatalogListenerFailed = 1006;
    public const int ConfigurationWatchFailed = 1007;

    // End of Configuration.
}
