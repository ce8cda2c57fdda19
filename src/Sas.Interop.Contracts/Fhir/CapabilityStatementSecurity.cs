namespace Sas.Interop.Contracts.Fhir;

/// <summary>How callers are known (R4 <c>CapabilityStatement.rest.security</c>).</summary>
public sealed record CapabilityStatementSecurity : BackboneElement
{
    /// <summary>Whether browsers of other origins may call.</summary>
    public bool? Cors { get; init; }

    /// <summary>Schemes, such as <c>Certificates</c>.</summary>
    public IReadOnlyList<CodeableConcept>? Service { get; init; }

    /// <summary>In words.</summary>
    public string? Description { get; init; }
}
