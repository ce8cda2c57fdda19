namespace Sas.Interop.Contracts.Fhir;

/// <summary>What a practitioner does at a place (R4 <c>PractitionerRole</c>; CONTRACT §5.5).</summary>
public sealed record PractitionerRole : DomainResource
{
    /// <summary>Business identifiers.</summary>
    public IReadOnlyList<Identifier>? Identifier { get; init; }

    /// <summary>Whether it is in use.</summary>
    public bool? Active { get; init; }

    /// <summary>When it is held.</summary>
    public Period? Period { get; init; }

    /// <summary>Who.</summary>
    public Reference? Practitioner { get; init; }

    /// <summary>For which structure, by its national identifier (D35).</summary>
    public Reference? Organization { get; init; }

    /// <summary>Role.</summary>
    public IReadOnlyList<CodeableConcept>? Code { get; init; }

    /// <summary>Specialties.</summary>
    public IReadOnlyList<CodeableConcept>? Specialty { get; init; }

    /// <summary>Where; a contained Location in the contract.</summary>
    public IReadOnlyList<Reference>? Location { get; init; }

    /// <summary>Services.</summary>
    public IReadOnlyList<Reference>? HealthcareService { get; init; }

    /// <summary>Phones and mails of the role.</summary>
    public IReadOnlyList<ContactPoint>? Telecom { get; init; }

    /// <summary>Usual hours.</summary>
    public IReadOnlyList<AvailableTime>? AvailableTime { get; init; }

    /// <summary>Absences.</summary>
    public IReadOnlyList<NotAvailable>? NotAvailable { get; init; }

    /// <summary>Exceptions in words.</summary>
    public string? AvailabilityExceptions { get; init; }

    /// <summary>Technical endpoints.</summary>
    public IReadOnlyList<Reference>? Endpoint { get; init; }
}
