namespace Sas.Interop.Contracts.Fhir.Validation.Types;

/// <summary>What base R4 demands of an element beyond its type.</summary>
/// <param name="Name">Element.</param>
/// <param name="IsMandatory">Whether it must be there.</param>
/// <param name="Codes">Last segment of the R4 value set that binds it; null when none does.</param>
internal sealed record ElementDemand(string Name, bool IsMandatory, string? Codes);
