using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Adapters.FhirStandard;

/// <summary>
/// The reading repairs one object where a list is due, with a warning. For the entries of a Bundle that will not do: they would not come one by one,
/// and an answer that holds something would count as empty.
/// </summary>
internal static class EntriesRule
{
    public static bool AreNoList(FhirBundleItem item) => item.Kind != FhirBundleItemKind.Entry && (item.Header?.Entry is { Count: > 0 } || item.Issues.Any(IsBroken));

    public static bool IsBroken(FhirIssue issue) => issue.Rule == FhirIssueRules.Cardinality && issue.Path == "Bundle.entry";
}
