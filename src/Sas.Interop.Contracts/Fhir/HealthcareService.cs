namespace Sas.Interop.Contracts.Fhir;

/// <summary>A service of an organization (R4 <c>HealthcareService</c>; CONTRACT §5.7).</summary>
public sealed record HealthcareService : DomainResource
{
    /// <summary>Business identifiers.</summary>
    public IReadOnlyList<Identifier>? Identifier { get; init; }

    /// <summary>Whether it is in use.</summary>
    public bool? Active { get; init; }

    /// <summary>Organization that gives it.</summary>
    public Reference? ProvidedBy { get; init; }

    /// <summary>Broad categories.</summary>
    public IReadOnlyList<CodeableConcept>? Category { get; init; }

    /// <summary>Kinds of service.</summary>
    public IReadOnlyList<CodeableConcept>? Type { get; init; }

    /// <summary>Specialties.</summary>
    public IReadOnlyList<CodeableConcept>? Specialty { get; init; }

    /// <summary>Where.</summary>
    public IReadOnlyList<Reference>? Location { get; init; }

    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>Remark.</summary>
    public string? Comment { get; init; }

    /// <summary>Further details.</summary>
    public string? ExtraDetails { get; init; }

    /// <summary>Picture.</summary>
    public Attachment? Photo { get; init; }

    /// <summary>Phones and mails.</summary>
    public IReadOnlyList<ContactPoint>? Telecom { get; init; }

    /// <summary>Where it applies.</summary>
    public IReadOnlyList<Reference>? CoverageArea { get; init; }

    /// <summary>Conditions of cost.</summary>
    public IReadOnlyList<CodeableConcept>? ServiceProvisionCode { get; init; }

    /// <summary>Who may use it.</summary>
    public IReadOnlyList<HealthcareServiceEligibility>? Eligibility { get; init; }

    /// <summary>Programmes.</summary>
    public IReadOnlyList<CodeableConcept>? Program { get; init; }

    /// <summary>Attributes.</summary>
    public IReadOnlyList<CodeableConcept>? Characteristic { get; init; }

    /// <summary>Languages.</summary>
    public IReadOnlyList<CodeableConcept>? Communication { get; init; }

    /// <summary>Ways to be referred.</summary>
    public IReadOnlyList<CodeableConcept>? ReferralMethod { get; init; }

    /// <summary>Whether an appointment is needed.</summary>
    public bool? AppointmentRequired { get; init; }

    /// <summary>Usual hours.</summary>
    public IReadOnlyList<AvailableTime>? AvailableTime { get; init; }

    /// <summary>Absences.</summary>
    public IReadOnlyList<NotAvailable>? NotAvailable { get; init; }

    /// <summary>Exceptions in words.</summary>
    public string? AvailabilityExceptions { get; init; }

    /// <summary>Technical endpoints.</summary>
    public IReadOnlyList<Reference>? Endpoint { get; init; }
}
