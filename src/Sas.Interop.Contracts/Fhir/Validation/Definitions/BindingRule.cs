namespace Sas.Interop.Contracts.Fhir.Validation.Definitions;

/// <summary>A binding that can be judged: required or extensible, with a value set.</summary>
/// <param name="IsRequired">Whether required rather than extensible.</param>
/// <param name="ValueSet">Canonical URL.</param>
internal sealed record BindingRule(bool IsRequired, string ValueSet);
