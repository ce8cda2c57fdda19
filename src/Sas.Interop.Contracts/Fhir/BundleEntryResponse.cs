namespace Sas.Interop.Contracts.Fhir;

/// <summary>What was done with an entry (R4 <c>Bundle.entry.response</c>).</summary>
public sealed record BundleEntryResponse : BackboneElement
{
    /// <summary>HTTP status, code first.</summary>
    public string? Status { get; init; }

    /// <summary>URL of the resource made or changed.</summary>
    public string? Location { get; init; }

    /// <summary>ETag of the resource.</summary>
    public string? Etag { get; init; }

    /// <summary>Time of the resource's version.</summary>
    public FhirInstant? LastModified { get; init; }

    /// <summary>Details, an OperationOutcome.</summary>
    public Resource? Outcome { get; init; }
}
