namespace Sas.Interop.Contracts.Fhir;

/// <summary>The software of a server (R4 <c>CapabilityStatement.software</c>).</summary>
public sealed record CapabilityStatementSoftware : BackboneElement
{
    /// <summary>Name; mandatory.</summary>
    public string? Name { get; init; }

    /// <summary>Version.</summary>
    public string? Version { get; init; }

    /// <summary>When this version was released.</summary>
    public FhirDateTime? ReleaseDate { get; init; }
}
