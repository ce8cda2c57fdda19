namespace Sas.Interop.Contracts.Fhir.Validation.Definitions;

/// <summary>An invariant of a definition.</summary>
/// <param name="Key">Key.</param>
/// <param name="IsError">Whether an error rather than a warning.</param>
/// <param name="Sentence">Its sentence for people.</param>
/// <param name="Expression">FHIRPath; null when the definition has none.</param>
internal sealed record InvariantRule(string Key, bool IsError, string Sentence, string? Expression);
