namespace Sas.Interop.Contracts.Fhir.Validation.Definitions;

/// <summary>One CodeSystem as it is applied.</summary>
/// <param name="Url">Canonical URL.</param>
/// <param name="IsComplete">Whether it lists all its codes.</param>
/// <param name="Codes">The codes.</param>
internal sealed record CodeSystemCodes(string Url, bool IsComplete, IReadOnlySet<string> Codes);
