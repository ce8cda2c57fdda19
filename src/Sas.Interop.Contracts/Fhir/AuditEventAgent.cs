namespace Sas.Interop.Contracts.Fhir;

/// <summary>Who took part in an event (R4 <c>AuditEvent.agent</c>).</summary>
public sealed record AuditEventAgent : BackboneElement
{
    /// <summary>How it took part.</summary>
    public CodeableConcept? Type { get; init; }

    /// <summary>In which roles.</summary>
    public IReadOnlyList<CodeableConcept>? Role { get; init; }

    /// <summary>Who.</summary>
    public Reference? Who { get; init; }

    /// <summary>Another identifier of it.</summary>
    public string? AltId { get; init; }

    /// <summary>Name for human readers.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it began the event; mandatory.</summary>
    public bool? Requestor { get; init; }

    /// <summary>Where.</summary>
    public Reference? Location { get; init; }

    /// <summary>Policies that allowed it, as URIs.</summary>
    public IReadOnlyList<string>? Policy { get; init; }

    /// <summary>Medium.</summary>
    public Coding? Media { get; init; }

    /// <summary>Its place in the network.</summary>
    public AuditEventAgentNetwork? Network { get; init; }

    /// <summary>What for.</summary>
    public IReadOnlyList<CodeableConcept>? PurposeOfUse { get; init; }
}
