namespace Sas.Interop.Adapters.FhirStandard;

/// <summary>One page of a search result.</summary>
/// <param name="Content">Its entries.</param>
/// <param name="DataTime">When the vendor says that the data was made, or null.</param>
/// <param name="Next">Address of the next page as written, or null on the last.</param>
/// <param name="SaysIncomplete">Whether an entry of the page is an OperationOutcome that says that something went wrong.</param>
internal sealed record SearchsetPage(BundleContent Content, DateTimeOffset? DataTime, string? Next, bool SaysIncomplete);
