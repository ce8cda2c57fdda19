namespace Sas.Interop.Contracts.Fhir.Validation.Paths;

/// <summary>One token of an expression.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Text">Its text without quotes.</param>
internal readonly record struct PathToken(PathTokenKind Kind, string Text);
