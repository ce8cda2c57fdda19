namespace Sas.Interop.Contracts.Fhir;

/// <summary>Data about a resource (R4 <c>Meta</c>).</summary>
public sealed record Meta : Element
{
    /// <summary>Version of the resource on its server.</summary>
    public string? VersionId { get; init; }

    /// <summary>When that version was made.</summary>
    public FhirInstant? LastUpdated { get; init; }

    /// <summary>System that the resource comes from; <c>urn:oid:1.2.250.1.213.3.6</c> for the national platform (D25).</summary>
    public string? Source { get; init; }

    /// <summary>Canonical URLs of the profiles that the resource claims to follow (CONTRACT §5.1, both families: D23).</summary>
    public IReadOnlyList<string>? Profile { get; init; }

    /// <summary>Labels; on a slot of the contract, its types PUBLIC, PRO, SNP, CPTS (CONTRACT §6.3).</summary>
    public IReadOnlyList<Coding>? Security { get; init; }

    /// <summary>Labels for processes and searches.</summary>
    public IReadOnlyList<Coding>? Tag { get; init; }
}
