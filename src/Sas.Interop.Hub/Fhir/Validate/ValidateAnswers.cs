using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Validation;

namespace Sas.Interop.Hub.Fhir.Validate;

/// <summary>What a caller of <c>$validate</c> is told.</summary>
internal static class ValidateAnswers
{
    private const string Conforms = "The resource conforms: no rule is broken.";
    private const string ConformsFrench = "La ressource est conforme : aucune règle n'est enfreinte.";

    /// <summary>Every issue; before them, when none of them is an error, one that says that the resource conforms.</summary>
    public static OperationOutcome Verdict(ValidationReport report)
    {
        var told = report.Issues.Count > 0 ? report.ToOutcome().Issue ?? [] : [];
        return new OperationOutcome
        {
            Issue = report.IsValid
                ? [new OperationOutcomeIssue { Severity = "information", Code = "informational", Diagnostics = Conforms, Details = new CodeableConcept { Text = ConformsFrench } }, .. told]
                : told,
        };
    }

    public static OperationOutcome PatientData(IReadOnlyList<string> paths) => new()
    {
        Issue =
        [
            .. paths.Select(static path => new OperationOutcomeIssue
            {
                Severity = "error",
                Code = FhirErrors.ToFhir(HubErrorCode.PatientData).IssueCode,
                Diagnostics = "The element names a patient, which the hub never accepts; nothing was judged.",
                Details = new CodeableConcept { Text = "L'élément désigne un patient, ce que le hub n'accepte jamais ; rien n'a été jugé." },
                Expression = path.Length > 0 ? [path] : null,
            }),
        ],
    };
}
