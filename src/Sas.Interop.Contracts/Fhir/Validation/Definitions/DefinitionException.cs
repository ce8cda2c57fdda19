namespace Sas.Interop.Contracts.Fhir.Validation.Definitions;

/// <summary>A definition that cannot be applied; caught where its file is known.</summary>
/// <param name="element">Element at fault.</param>
/// <param name="rule">Rule that it breaks.</param>
internal sealed class DefinitionException(string element, string rule) : Exception($"{element}: {rule}");
