namespace Sas.Interop.Contracts.Fhir;

/// <summary>What an event touched (R4 <c>AuditEvent.entity</c>).</summary>
public sealed record AuditEventEntity : BackboneElement
{
    /// <summary>The thing itself.</summary>
    public Reference? What { get; init; }

    /// <summary>Kind of thing.</summary>
    public Coding? Type { get; init; }

    /// <summary>Its role in the event.</summary>
    public Coding? Role { get; init; }

    /// <summary>Its stage of life.</summary>
    public Coding? Lifecycle { get; init; }

    /// <summary>Security labels.</summary>
    public IReadOnlyList<Coding>? SecurityLabel { get; init; }

    /// <summary>Name for human readers.</summary>
    public string? Name { get; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>Query, in base64; the hub never writes one.</summary>
    public string? Query { get; init; }

    /// <summary>Further facts.</summary>
    public IReadOnlyList<AuditEventEntityDetail>? Detail { get; init; }
}
