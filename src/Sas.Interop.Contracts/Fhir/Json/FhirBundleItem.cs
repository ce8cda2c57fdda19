namespace Sas.Interop.Contracts.Fhir.Json;

/// <summary>One step of reading a Bundle entry by entry.</summary>
public sealed record FhirBundleItem
{
    /// <summary>Header, entry or end.</summary>
    public required FhirBundleItemKind Kind { get; init; }

    /// <summary>0-based position of the entry; for the header 0, for the end the number of entries read.</summary>
    public required int Index { get; init; }

    /// <summary>The Bundle without entries as far as it is known; null on an entry.</summary>
    public Bundle? Header { get; init; }

    /// <summary>The entry; null on header and end, and when the entry could not be read.</summary>
    public BundleEntry? Entry { get; init; }

    /// <summary>What was found in this entry, or in the members read since the last header.</summary>
    public required IReadOnlyList<FhirIssue> Issues { get; init; }

    /// <summary>Whether an error was found in this step. On the end: also whether the reading stopped before the end of the Bundle.</summary>
    public required bool HasErrors { get; init; }

    /// <summary>Absolute URL of the entry's resource; null when absent.</summary>
    public string? FullUrl => Entry?.FullUrl;

    /// <summary>The entry's resource; null when absent or not readable.</summary>
    public Resource? Resource => Entry?.Resource;

    /// <summary>Why the entry is in a search result; null when absent.</summary>
    public BundleEntrySearch? Search => Entry?.Search;

    /// <summary>What to do with the entry in a transaction; null when absent.</summary>
    public BundleEntryRequest? Request => Entry?.Request;
}
