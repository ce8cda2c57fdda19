namespace Sas.Interop.Contracts.Fhir.Json;

/// <summary>One step of reading a Bundle entry by entry.</summary>
/// <param name="Kind">Header, entry or end.</param>
/// <param name="Index">0-based position of the entry; for the header 0, for the end the number of entries read.</param>
/// <param name="Header">The Bundle without entries as far as it is known; null on an entry.</param>
/// <param name="Entry">The entry; null on header and end, and when the entry could not be read.</param>
/// <param name="Issues">What was found in this entry, or in the members read since the last header.</param>
/// <param name="HasErrors">Whether an error was found in this step. On the end: also whether the reading stopped before the end of the Bundle.</param>
public sealed record FhirBundleItem(
    FhirBundleItemKind Kind, int Index, Bundle? Header, BundleEntry? Entry, IReadOnlyList<FhirIssue> Issues, bool HasErrors)
{
    /// <summary>Absolute URL of the entry's resource; null when absent.</summary>
    public string? FullUrl => Entry?.FullUrl;

    /// <summary>The entry's resource; null when absent or not readable.</summary>
    public Resource? Resource => Entry?.Resource;

    /// <summary>Why the entry is in a search result; null when absent.</summary>
    public BundleEntrySearch? Search => Entry?.Search;

    /// <summary>What to do with the entry in a transaction; null when absent.</summary>
    public BundleEntryRequest? Request => Entry?.Request;
}
