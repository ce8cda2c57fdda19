namespace Sas.Interop.Contracts.Fhir;

/// <summary>A collection of resources (R4 <c>Bundle</c>; CONTRACT §3.7, §5.10).</summary>
public sealed record Bundle : Resource
{
    /// <summary>Identifier of the collection.</summary>
    public Identifier? Identifier { get; init; }

    /// <summary><c>searchset</c>, <c>collection</c>, <c>transaction</c>, <c>batch</c>, their responses, <c>document</c>, <c>message</c> or <c>history</c>.</summary>
    public string? Type { get; init; }

    /// <summary>When it was assembled.</summary>
    public FhirInstant? Timestamp { get; init; }

    /// <summary>Number of matches of a search, here of slots (D03).</summary>
    public int? Total { get; init; }

    /// <summary>Links, <c>self</c> among them.</summary>
    public IReadOnlyList<BundleLink>? Link { get; init; }

    /// <summary>Entries; null when there are none, never an empty list on the wire (CONTRACT §3.8).</summary>
    public IReadOnlyList<BundleEntry>? Entry { get; init; }

    /// <summary>Signature of the collection.</summary>
    public Signature? Signature { get; init; }
}
