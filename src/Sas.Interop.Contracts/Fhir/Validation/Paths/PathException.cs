namespace Sas.Interop.Contracts.Fhir.Validation.Paths;

/// <summary>An expression that is outside the subset, or that cannot be evaluated on this resource; told as "not evaluated".</summary>
/// <param name="reason">What is not understood.</param>
internal sealed class PathException(string reason) : Exception(reason);
