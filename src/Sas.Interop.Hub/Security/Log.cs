using Sas.Interop.Hub.Security.Certificates;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Security;

internal static partial class Log
{
    [LoggerMessage(
        EventIds.CallersNotIdentified,
        LogLevel.Warning,
        "Development mode: there is no list of callers (Hub:CallersFile), so whoever reaches this machine's loopback addresses may do everything. Never run it so for others.")]
    public static partial void CallersNotIdentified(this ILogger logger);

    [LoggerMessage(
        EventIds.CallerRefused,
        LogLevel.Warning,
        "A certificate was refused: {Reason}. Subject '{Subject}', issuer '{Issuer}', serial '{Serial}', SHA-256 '{Thumbprint}'.")]
    public static partial void CallerRefused(this ILogger logger, CertificateFault reason, string subject, string issuer, string serial, string thumbprint);

    [LoggerMessage(
        EventIds.RevocationNotKnown,
        LogLevel.Warning,
        "No current revocation list of '{Authority}' is here; the certificate of '{Subject}', serial '{Serial}', was accepted without.")]
    public static partial void RevocationNotKnown(this ILogger logger, string authority, string subject, string serial);

    [LoggerMessage(EventIds.VendorHeaderRefused, LogLevel.Warning, "The caller '{CallerId}' named another vendor than its own in a header and was refused.")]
    public static partial void VendorHeaderRefused(this ILogger logger, string callerId);
}
