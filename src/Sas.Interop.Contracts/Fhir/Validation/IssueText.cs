namespace Sas.Interop.Contracts.Fhir.Validation;

/// <summary>How one kind of issue is told.</summary>
/// <param name="Severity">Its usual weight.</param>
/// <param name="Code">R4 issue type.</param>
/// <param name="English">Sentence with numbered places.</param>
/// <param name="French">The same in French, with the same places.</param>
internal sealed record IssueText(ValidationSeverity Severity, string Code, string English, string French);
