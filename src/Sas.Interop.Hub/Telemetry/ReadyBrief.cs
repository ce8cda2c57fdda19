namespace Sas.Interop.Hub.Telemetry;

/// <summary>Body of <c>/health/ready</c> for callers that are no operator: enough to route traffic, and nothing of the vendors.</summary>
/// <param name="Status">As in <see cref="ReadyReport"/>.</param>
internal sealed record ReadyBrief(string Status);
