namespace Sas.Interop.Contracts.Fhir.Json;

/// <summary>One thing found wrong while reading FHIR JSON. Never quotes a value, only names of elements.</summary>
/// <param name="Severity">Whether something was lost.</param>
/// <param name="Rule">One of <see cref="FhirIssueRules"/>.</param>
/// <param name="Path">Where in the resource, in the manner of FHIRPath: <c>Bundle.entry[3].resource.start</c>.</param>
/// <param name="Line">1-based line of the token.</param>
/// <param name="Column">1-based column of the token, counted in bytes.</param>
/// <param name="Message">A sentence for the sender.</param>
public sealed record FhirIssue(FhirIssueSeverity Severity, string Rule, string Path, int Line, int Column, string Message)
{
    /// <summary>Whether something was lost.</summary>
    public bool IsError => Severity == FhirIssueSeverity.Error;
}
