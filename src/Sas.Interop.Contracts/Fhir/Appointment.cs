namespace Sas.Interop.Contracts.Fhir;

/// <summary>A booking (R4 <c>Appointment</c>; CONTRACT §5.9).</summary>
public sealed record Appointment : DomainResource
{
    /// <summary>The vendor's appointment id, key of updates.</summary>
    public IReadOnlyList<Identifier>? Identifier { get; init; }

    /// <summary><c>booked</c>, <c>fulfilled</c>, <c>noshow</c>, <c>cancelled</c>; <c>pending</c> where agreed (D28).</summary>
    public string? Status { get; init; }

    /// <summary>Why it was cancelled.</summary>
    public CodeableConcept? CancelationReason { get; init; }

    /// <summary>Broad categories of service.</summary>
    public IReadOnlyList<CodeableConcept>? ServiceCategory { get; init; }

    /// <summary>Service to be given.</summary>
    public IReadOnlyList<CodeableConcept>? ServiceType { get; init; }

    /// <summary>Specialties needed.</summary>
    public IReadOnlyList<CodeableConcept>? Specialty { get; init; }

    /// <summary>Style of booking.</summary>
    public CodeableConcept? AppointmentType { get; init; }

    /// <summary>Why, coded.</summary>
    public IReadOnlyList<CodeableConcept>? ReasonCode { get; init; }

    /// <summary>Why, by reference.</summary>
    public IReadOnlyList<Reference>? ReasonReference { get; init; }

    /// <summary>0 undefined, then the lower the more urgent.</summary>
    public int? Priority { get; init; }

    /// <summary>Shown in lists.</summary>
    public string? Description { get; init; }

    /// <summary>Further information.</summary>
    public IReadOnlyList<Reference>? SupportingInformation { get; init; }

    /// <summary>First moment.</summary>
    public FhirInstant? Start { get; init; }

    /// <summary>Last moment.</summary>
    public FhirInstant? End { get; init; }

    /// <summary>Minutes, when shorter than start to end.</summary>
    public int? MinutesDuration { get; init; }

    /// <summary>Slots that it fills.</summary>
    public IReadOnlyList<Reference>? Slot { get; init; }

    /// <summary>When it was booked.</summary>
    public FhirDateTime? Created { get; init; }

    /// <summary>Remark.</summary>
    public string? Comment { get; init; }

    /// <summary>Instructions for the patient.</summary>
    public string? PatientInstruction { get; init; }

    /// <summary>Requests that it answers.</summary>
    public IReadOnlyList<Reference>? BasedOn { get; init; }

    /// <summary>Who takes part.</summary>
    public IReadOnlyList<AppointmentParticipant>? Participant { get; init; }

    /// <summary>When it is wished to be.</summary>
    public IReadOnlyList<Period>? RequestedPeriod { get; init; }
}
