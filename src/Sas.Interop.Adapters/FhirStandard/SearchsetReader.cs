using Sas.Interop.Adapters.FhirStandard.Direct;
using Sas.Interop.Adapters.Http;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Adapters.FhirStandard;

/// <summary>Reads one page of a search result as it streams. A fault of the bundle fails the page; a fault of one entry is counted with that entry.</summary>
internal sealed class SearchsetReader(KindTable kinds, FhirReadOptions options, TimeProvider time)
{
    private readonly DirectEntries _direct = new(kinds, options);

    public async ValueTask<Outcome<SearchsetPage>> ReadAsync(VendorAnswer answer, CancellationToken cancellationToken)
    {
        var opened = await AnswerOpening.ReadAsync(answer.Body, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        var content = new BundleContent();
        var saysIncomplete = false;
        Bundle? bundle = null;
        HubError? fault = null;
        _direct.Content = content;
        await foreach (var item in FhirBundleReader.ReadAsync(opened.Value, options, _direct, cancellationToken))
        {
            if (item.Kind == FhirBundleItemKind.Entry)
            {
                saysIncomplete |= item.Resource is OperationOutcome outcome && IsFailure(outcome);
                BundleIntake.Take(item, content, kinds);
                continue;
            }

            bundle = item.Header ?? bundle;
            fault ??= item.HasErrors || EntriesRule.AreNoList(item) ? FaultOf(item.Issues) : null;
        }

        if (fault is not null)
        {
            return fault;
        }

        var now = time.GetUtcNow();
        var madeAt = DataTimes.Plausible(bundle?.Meta?.LastUpdated?.Value, now) ?? DataTimes.Plausible(answer.MadeAt, now);
        return new SearchsetPage(content, madeAt, NextOf(bundle), saysIncomplete);
    }

    private static bool IsFailure(OperationOutcome outcome) =>
        outcome.Issue?.Any(static issue => SasCodes.Same(issue.Severity, "error") || SasCodes.Same(issue.Severity, "fatal")) == true;

    private static string? NextOf(Bundle? bundle) =>
        bundle?.Link?.FirstOrDefault(static link => SasCodes.Same(link.Relation, "next")) is { } next ? next.Url ?? string.Empty : null;

    private static HubError FaultOf(IReadOnlyList<FhirIssue> issues)
    {
        var issue = issues.FirstOrDefault(static candidate => candidate.IsError && EndsReading(candidate.Rule))
            ?? issues.FirstOrDefault(static candidate => candidate.IsError)
            ?? issues.FirstOrDefault(EntriesRule.IsBroken);
        var code = issue?.Rule switch
        {
            FhirIssueRules.Json => HubErrorCode.VendorMalformed,
            FhirIssueRules.Truncated => HubErrorCode.VendorTruncated,
            FhirIssueRules.Size or FhirIssueRules.Depth => HubErrorCode.VendorTooLarge,
            null => HubErrorCode.VendorMalformed,
            _ => HubErrorCode.VendorInvalidValue,
        };
        return new HubError(code, issue is null ? "The bundle could not be read." : $"{issue.Message} ({issue.Path}, line {issue.Line}, {issue.Rule})");
    }

    private static bool EndsReading(string rule) =>
        rule is FhirIssueRules.Json or FhirIssueRules.Truncated or FhirIssueRules.Size or FhirIssueRules.Depth;
}
