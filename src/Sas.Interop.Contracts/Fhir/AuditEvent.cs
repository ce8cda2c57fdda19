namespace Sas.Interop.Contracts.Fhir;

/// <summary>One thing that somebody did, or was kept from doing (R4 <c>AuditEvent</c>).</summary>
public sealed record AuditEvent : DomainResource
{
    /// <summary>Family of the event, such as <c>rest</c>; mandatory.</summary>
    public Coding? Type { get; init; }

    /// <summary>Kinds within the family, such as <c>create</c>.</summary>
    public IReadOnlyList<Coding>? Subtype { get; init; }

    /// <summary><c>C</c>, <c>R</c>, <c>U</c>, <c>D</c> or <c>E</c> (anything else that was executed).</summary>
    public string? Action { get; init; }

    /// <summary>When it happened, if it took a while.</summary>
    public Period? Period { get; init; }

    /// <summary>When it was recorded; mandatory.</summary>
    public FhirInstant? Recorded { get; init; }

    /// <summary><c>0</c> success, <c>4</c> minor failure, <c>8</c> serious failure, <c>12</c> major failure.</summary>
    public string? Outcome { get; init; }

    /// <summary>The outcome in words.</summary>
    public string? OutcomeDesc { get; init; }

    /// <summary>What for.</summary>
    public IReadOnlyList<CodeableConcept>? PurposeOfEvent { get; init; }

    /// <summary>Who took part; mandatory.</summary>
    public IReadOnlyList<AuditEventAgent>? Agent { get; init; }

    /// <summary>Who observed it; mandatory.</summary>
    public AuditEventSource? Source { get; init; }

    /// <summary>What was touched.</summary>
    public IReadOnlyList<AuditEventEntity>? Entity { get; init; }
}
