namespace Sas.Interop.Contracts.Fhir;

/// <summary>Why an entry is in a search result (R4 <c>Bundle.entry.search</c>).</summary>
public sealed record BundleEntrySearch : BackboneElement
{
    /// <summary><c>match</c>, <c>include</c> or <c>outcome</c> (D04).</summary>
    public string? Mode { get; init; }

    /// <summary>Rank between 0 and 1.</summary>
    public FhirDecimal? Score { get; init; }
}
