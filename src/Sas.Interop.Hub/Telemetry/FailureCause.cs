using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Hub.Telemetry;

/// <summary>Tells a failure from what merely follows from one: that no call was made is news to nobody, why none was made is.</summary>
internal static class FailureCause
{
    /// <summary>Whether a code says only that no call was made.</summary>
    public static bool IsConsequence(HubErrorCode code) => code is HubErrorCode.VendorCircuitOpen or HubErrorCode.VendorLocalLimit;

    /// <returns>The report, whose failure is the cause where the report names only a consequence and the cause is known.</returns>
    public static PollReport Explain(PollReport report, HubError? cause) =>
        cause is not null && report.Error is { } error && IsConsequence(error.Code)
            ? report with { Error = error with { Code = cause.Code, Detail = $"{cause.Detail} Since then: {error.Detail}" } }
            : report;
}
