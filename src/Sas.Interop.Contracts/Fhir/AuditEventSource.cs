namespace Sas.Interop.Contracts.Fhir;

/// <summary>Who observed an event (R4 <c>AuditEvent.source</c>).</summary>
public sealed record AuditEventSource : BackboneElement
{
    /// <summary>Site.</summary>
    public string? Site { get; init; }

    /// <summary>The observer; mandatory.</summary>
    public Reference? Observer { get; init; }

    /// <summary>Kinds of the observer.</summary>
    public IReadOnlyList<Coding>? Type { get; init; }
}
