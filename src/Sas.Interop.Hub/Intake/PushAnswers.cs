using System.Globalization;

using Sas.Interop.Adapters.FhirStandard.Push;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Json;
using Sas.Interop.Hub.Fhir;

namespace Sas.Interop.Hub.Intake;

/// <summary>What a vendor is told about its push.</summary>
internal static class PushAnswers
{
    /// <summary>Every fault with its path, line and rule. The gravest decides the status: patient data, then size, then form, then business rules.</summary>
    public static (int Status, OperationOutcome Outcome) Refused(FhirPush push)
    {
        var codes = push.Issues.Where(static issue => issue.IsError).Select(static issue => PushErrors.CodeOf(issue.Rule)).ToHashSet();
        var gravest = codes.Contains(HubErrorCode.PatientData) ? HubErrorCode.PatientData
            : codes.Contains(HubErrorCode.RequestTooLarge) ? HubErrorCode.RequestTooLarge
            : codes.SetEquals([HubErrorCode.BusinessRule]) ? HubErrorCode.BusinessRule
            : HubErrorCode.RequestInvalid;
        return (FhirErrors.ToFhir(gravest).Status, new OperationOutcome { Issue = [.. push.Issues.Select(ToIssue)] });
    }

    public static Resource Accepted(FhirPush push, PushTotals totals) => push.IsTransaction
        ? new Bundle
        {
            Type = "transaction-response",
            Entry = [.. Enumerable.Range(0, push.Entries).Select(static _ => new BundleEntry { Response = new BundleEntryResponse { Status = "200" } })],
        }
        : new OperationOutcome { Issue = [Summary(push, totals), .. LeftOut(totals), .. push.Issues.Select(ToIssue)] };

    private static IEnumerable<OperationOutcomeIssue> LeftOut(PushTotals totals) => totals.LeftOut == 0
        ? []
        :
        [
            new OperationOutcomeIssue
            {
                Severity = "warning",
                Code = "business-rule",
                Diagnostics = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{totals.LeftOut} schedules are of owners whom the directory links to other vendors and not to this one; they were left out (rule unlinked-owner)."),
            },
        ];

    private static OperationOutcomeIssue Summary(FhirPush push, PushTotals totals) => new()
    {
        Severity = "information",
        Code = "informational",
        Diagnostics = string.Create(
            CultureInfo.InvariantCulture,
            $"{push.Entries} entries read; {totals.Snapshots} schedules replaced: {totals.Added} slots added, {totals.Removed} closed, {totals.Kept} confirmed, {totals.Dropped} left out."),
    };

    private static OperationOutcomeIssue ToIssue(FhirIssue issue) => new()
    {
        Severity = issue.IsError ? "error" : "warning",
        Code = FhirErrors.ToFhir(PushErrors.CodeOf(issue.Rule)).IssueCode,
        Diagnostics = $"{issue.Message} (rule {issue.Rule}, line {issue.Line}, column {issue.Column})",
        Expression = issue.Path.Length > 0 ? [issue.Path] : null,
    };
}
