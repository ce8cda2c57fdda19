namespace Sas.Interop.Contracts.Fhir;

/// <summary>What to do with an entry of a transaction (R4 <c>Bundle.entry.request</c>).</summary>
public sealed record BundleEntryRequest : BackboneElement
{
    /// <summary><c>GET</c>, <c>HEAD</c>, <c>POST</c>, <c>PUT</c>, <c>DELETE</c> or <c>PATCH</c>.</summary>
    public string? Method { get; init; }

    /// <summary>URL, relative to the base.</summary>
    public string? Url { get; init; }

    /// <summary>For conditional reads: the ETag held.</summary>
    public string? IfNoneMatch { get; init; }

    /// <summary>For conditional reads: the time of what is held.</summary>
    public FhirInstant? IfModifiedSince { get; init; }

    /// <summary>For updates: the ETag expected.</summary>
    public string? IfMatch { get; init; }

    /// <summary>For conditional creates: the search that must find nothing.</summary>
    public string? IfNoneExist { get; init; }
}
