namespace Sas.Interop.Contracts.Fhir;

/// <summary>A request for care (R4 <c>ServiceRequest</c>).</summary>
public sealed record ServiceRequest : DomainResource
{
    /// <summary>Business identifiers.</summary>
    public IReadOnlyList<Identifier>? Identifier { get; init; }

    /// <summary>Definitions that it follows.</summary>
    public IReadOnlyList<string>? InstantiatesCanonical { get; init; }

    /// <summary>External definitions that it follows.</summary>
    public IReadOnlyList<string>? InstantiatesUri { get; init; }

    /// <summary>What it fulfils.</summary>
    public IReadOnlyList<Reference>? BasedOn { get; init; }

    /// <summary>Requests that it replaces.</summary>
    public IReadOnlyList<Reference>? Replaces { get; init; }

    /// <summary>Identifier of the group of requests.</summary>
    public Identifier? Requisition { get; init; }

    /// <summary><c>draft</c>, <c>active</c>, <c>on-hold</c>, <c>revoked</c>, <c>completed</c>, <c>entered-in-error</c> or <c>unknown</c>.</summary>
    public string? Status { get; init; }

    /// <summary><c>proposal</c>, <c>plan</c>, <c>directive</c>, <c>order</c> and its kinds, or <c>option</c>.</summary>
    public string? Intent { get; init; }

    /// <summary>Kind of service.</summary>
    public IReadOnlyList<CodeableConcept>? Category { get; init; }

    /// <summary><c>routine</c>, <c>urgent</c>, <c>asap</c> or <c>stat</c>.</summary>
    public string? Priority { get; init; }

    /// <summary>True when the service must not be given.</summary>
    public bool? DoNotPerform { get; init; }

    /// <summary>What is asked for.</summary>
    public CodeableConcept? Code { get; init; }

    /// <summary>Further details.</summary>
    public IReadOnlyList<CodeableConcept>? OrderDetail { get; init; }

    /// <summary>How much.</summary>
    public FhirValue? Quantity { get; init; }

    /// <summary>For whom; the hub accepts no patient here.</summary>
    public Reference? Subject { get; init; }

    /// <summary>Encounter in which it was made.</summary>
    public Reference? Encounter { get; init; }

    /// <summary>When; a <c>Timing</c> is kept as JSON.</summary>
    public FhirValue? Occurrence { get; init; }

    /// <summary>Whether only as needed.</summary>
    public FhirValue? AsNeeded { get; init; }

    /// <summary>When it was made.</summary>
    public FhirDateTime? AuthoredOn { get; init; }

    /// <summary>Who asks.</summary>
    public Reference? Requester { get; init; }

    /// <summary>Role of the one wished for.</summary>
    public CodeableConcept? PerformerType { get; init; }

    /// <summary>Who is wished for.</summary>
    public IReadOnlyList<Reference>? Performer { get; init; }

    /// <summary>Where, coded.</summary>
    public IReadOnlyList<CodeableConcept>? LocationCode { get; init; }

    /// <summary>Where, by reference.</summary>
    public IReadOnlyList<Reference>? LocationReference { get; init; }

    /// <summary>Why, coded.</summary>
    public IReadOnlyList<CodeableConcept>? ReasonCode { get; init; }

    /// <summary>Why, by reference.</summary>
    public IReadOnlyList<Reference>? ReasonReference { get; init; }

    /// <summary>Coverage.</summary>
    public IReadOnlyList<Reference>? Insurance { get; init; }

    /// <summary>Further information.</summary>
    public IReadOnlyList<Reference>? SupportingInfo { get; init; }

    /// <summary>Specimens.</summary>
    public IReadOnlyList<Reference>? Specimen { get; init; }

    /// <summary>Where on the body.</summary>
    public IReadOnlyList<CodeableConcept>? BodySite { get; init; }

    /// <summary>Notes.</summary>
    public IReadOnlyList<Annotation>? Note { get; init; }

    /// <summary>Instructions for the patient.</summary>
    public string? PatientInstruction { get; init; }

    /// <summary>Provenance.</summary>
    public IReadOnlyList<Reference>? RelevantHistory { get; init; }
}
