using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Adapters.FhirStandard.Push;

/// <summary>From the issues of a refused push to the one failure that the adapter interface gives.</summary>
internal static class PushErrors
{
    public static HubError? Of(FhirPush push)
    {
        if (!push.HasErrors)
        {
            return null;
        }

        var errors = push.Issues.Where(static issue => issue.IsError).ToArray();
        var issue = errors.FirstOrDefault(static candidate => candidate.Rule == PushRules.PatientData) ?? errors.FirstOrDefault();
        return issue is null
            ? new HubError(HubErrorCode.RequestInvalid, "The push has more faults than can be listed.")
            : new HubError(CodeOf(issue.Rule), $"{issue.Message} ({issue.Path}, line {issue.Line}, {issue.Rule})");
    }

    public static HubErrorCode CodeOf(string rule) => rule switch
    {
        PushRules.PatientData => HubErrorCode.PatientData,
        PushRules.Required => HubErrorCode.RequestRequired,
        PushRules.Reference or PushRules.Duplicate or PushRules.NotSupported => HubErrorCode.BusinessRule,
        FhirIssueRules.Size or FhirIssueRules.Depth => HubErrorCode.RequestTooLarge,
        _ => HubErrorCode.RequestInvalid,
    };
}
