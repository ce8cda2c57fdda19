namespace Sas.Interop.Contracts.Fhir;

/// <summary>A further fact of what an event touched (R4 <c>AuditEvent.entity.detail</c>).</summary>
public sealed record AuditEventEntityDetail : BackboneElement
{
    /// <summary>Name of the fact; mandatory.</summary>
    public string? Type { get; init; }

    /// <summary>A <c>string</c> or <c>base64Binary</c>; mandatory.</summary>
    public FhirValue? Value { get; init; }
}
