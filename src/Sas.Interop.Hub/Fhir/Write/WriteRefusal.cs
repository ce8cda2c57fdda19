using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir;

namespace Sas.Interop.Hub.Fhir.Write;

/// <summary>Why nothing was written: a status and an outcome that names each element and its rule, never a value.</summary>
internal sealed record WriteRefusal(int Status, OperationOutcome Outcome)
{
    public static WriteRefusal Of(HubErrorCode code, string diagnostics, params IReadOnlyList<string> expression)
    {
        var (status, issueCode) = FhirErrors.ToFhir(code);
        return new WriteRefusal(status, OperationOutcome.Create("error", issueCode, diagnostics, expression));
    }

    /// <summary>Several faults; the status is that of the first code.</summary>
    public static WriteRefusal Of(IReadOnlyList<WriteFault> faults) => new(
        FhirErrors.ToFhir(Gravest(faults)).Status,
        new OperationOutcome
        {
            Issue =
            [
                .. faults.Select(static fault => new OperationOutcomeIssue
                {
                    Severity = "error",
                    Code = FhirErrors.ToFhir(fault.Code).IssueCode,
                    Diagnostics = fault.Message,
                    Expression = fault.Path.Length > 0 ? [fault.Path] : null,
                }),
            ],
        });

    // What names a patient goes before everything; a request that is malformed goes before one that a rule refuses.
    private static HubErrorCode Gravest(IReadOnlyList<WriteFault> faults) =>
        faults.Any(static fault => fault.Code == HubErrorCode.PatientData) ? HubErrorCode.PatientData
        : faults.FirstOrDefault(static fault => fault.Code != HubErrorCode.BusinessRule)?.Code ?? HubErrorCode.BusinessRule;
}

/// <summary>One thing wrong with what is to be written.</summary>
/// <param name="Code">Which rule kind: <c>RequestInvalid</c>, <c>RequestRequired</c>, <c>BusinessRule</c> or <c>PatientData</c>.</param>
/// <param name="Path">Where, as FHIRPath; empty for the whole.</param>
/// <param name="Message">A sentence with the rule; never a value.</param>
internal sealed record WriteFault(HubErrorCode Code, string Path, string Message);
