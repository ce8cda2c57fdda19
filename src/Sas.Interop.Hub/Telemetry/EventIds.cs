namespace Sas.Interop.Hub.Telemetry;

/// <summary>
/// Numbers of the log events, one block of a hundred a room, never reused: Configuration 1000, Polling 1100, Availability 1200, Fhir 1300, Intake 1400,
/// Security 1500, Telemetry 1600, Sandbox 1700, Host 1800, Persistence 1900, Preferences 2000,
/// Regulators 2100, Appointments 2200, Booking 2300, Redirects 2400, CareRequests 2500, Orientations 2600, Outbox 2700, Audit 2800.
/// </summary>
internal static class EventIds
{
    public const int AdaptersLoaded = 1000;
    public const int DirectoryLoaded = 1001;
    public const int CatalogChanged = 1002;
    public const int ConfigurationRejected = 1003;
    public const int ConfigurationDoubted = 1004;
    public const int ConfigurationDoubtsCut = 1005;
    public const int CatalogListenerFailed = 1006;
    public const int ConfigurationWatchFailed = 1007;
    public const int ClientCertificateDoubted = 1008;

    public const int PollSucceeded = 1100;
    public const int PollPartlyFailed = 1101;
    public const int PollFailed = 1102;
    public const int PollCrashed = 1103;
    public const int PollMerged = 1104;
    public const int PollCancelled = 1105;
    public const int RefreshEnded = 1106;
    public const int RefreshFailed = 1107;
    public const int RefreshRefused = 1108;
    public const int RefreshLate = 1109;
    public const int VendorHeld = 1110;
    public const int VendorStarted = 1111;
    public const int VendorStopped = 1112;
    public const int VendorNotStarted = 1113;
    public const int VendorAbandoned = 1114;
    public const int VendorRetargeted = 1115;
    public const int VendorDisposeFailed = 1116;
    public const int VendorTrustRenewed = 1117;

    public const int VendorFellSilent = 1200;
    public const int SweptOwners = 1201;
    public const int PageRefused = 1202;
    public const int WarmStartLoaded = 1210;
    public const int WarmStartAbsent = 1211;
    public const int WarmStartRefused = 1212;
    public const int WarmStartWritten = 1213;
    public const int WarmStartNotWritten = 1214;

    public const int FhirRequestCrashed = 1300;
    public const int FhirPackageLoaded = 1310;

    public const int PushApplied = 1400;
    public const int PushRefused = 1401;

    public const int CallersNotIdentified = 1500;
    public const int CallersLoaded = 1501;
    public const int CallerRefused = 1502;
    public const int RevocationNotKnown = 1503;
    public const int VendorHeaderRefused = 1504;
    public const int OverloadChanged = 1550;
    public const int CallerLimited = 1551;
    public const int PriorityNotLowered = 1552;
    public const int ConnectionsLimited = 1553;

    public const int NoMockedFeeds = 1700;
    public const int MockedFeedFaulty = 1701;

    public const int StorageOpened = 1900;
    public const int StorageFailed = 1901;
    public const int StorageLockFreed = 1902;
    public const int StorageConflict = 1903;
    public const int StorageReconnected = 1904;
    public const int StorageNotFlushed = 1905;

    public const int PreferencesLoaded = 2000;
    public const int PreferencesChanged = 2001;
    public const int PreferencesUnreadable = 2002;
    public const int PlatformRequestCrashed = 2003;

    public const int RegulatorWritten = 2100;
    public const int RegulatorDelivered = 2101;
    public const int RegulatorDeliveryFailed = 2102;
    public const int RegulatorDeliveryEnded = 2103;
    public const int RegulatorDeliveryCrashed = 2104;
    public const int RegulatorsAdded = 2105;
    public const int RegulatorDeliveryStopping = 2106;
    public const int RegulatorDeliveryBroken = 2107;
    public const int RegulatorDeliveryAbandoned = 2108;
    public const int RegulatorCallIgnored = 2109;

    public const int AppointmentWritten = 2200;
    public const int AppointmentLate = 2201;
    public const int AppointmentRefused = 2202;
    public const int AppointmentsLoaded = 2203;
    public const int AppointmentHintDropped = 2204;

    public const int BookingEnded = 2300;
    public const int VendorRefusedBooking = 2301;
    public const int CompensationPostponed = 2302;
    public const int CompensationGivenUp = 2303;
    public const int BookingSweepFailed = 2304;
    public const int BookingAdapterMissing = 2305;
    public const int CompensationCrashed = 2306;

    public const int LinkFollowed = 2400;
    public const int LinkGone = 2401;
    public const int LinkUnknown = 2402;
    public const int LinkRefused = 2403;

    public const int CareRequestOpened = 2500;
    public const int CareRequestRefused = 2501;
    public const int CareRequestCancelled = 2502;
    public const int CareRequestsExpired = 2503;
    public const int CareRequestSweepFailed = 2504;
    public const int MarketplaceChanged = 2510;
    public const int MarketplaceNotAsked = 2511;

    public const int OrientationRecorded = 2600;
    public const int OrientationExportEnded = 2601;

    public const int OutboxStarted = 2700;
    public const int OutboxFailed = 2701;
    public const int OutboxGivenUp = 2702;
    public const int OutboxOvertaken = 2703;
    public const int OutboxReplayed = 2704;
    public const int OutboxCrashed = 2705;
    public const int OutboxOrphaned = 2706;
    public const int OutboxTrustRefused = 2707;
    public const int OutboxTrustRenewed = 2708;

    public const int AuditNoted = 2800;
    public const int AuditAnchored = 2801;
    public const int AuditNotKept = 2802;
    public const int AuditWriterFailed = 2803;
    public const int AuditRemoved = 2804;
    public const int AuditUpkeepPostponed = 2805;
    public const int AuditExported = 2806;
}
