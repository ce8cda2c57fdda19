namespace Sas.Interop.Hub.Telemetry;

/// <summary>Body of <c>/health/live</c>.</summary>
internal sealed record LiveReport(string Status);
