namespace Sas.Interop.Contracts.Fhir;

/// <summary>A health professional (R4 <c>Practitioner</c>; CONTRACT §5.4).</summary>
public sealed record Practitioner : DomainResource
{
    /// <summary>National identifier, 8 + RPPS or 0 + ADELI; technical ids of regulators.</summary>
    public IReadOnlyList<Identifier>? Identifier { get; init; }

    /// <summary>Whether the record is in use; false withdraws a regulator account.</summary>
    public bool? Active { get; init; }

    /// <summary>Names.</summary>
    public IReadOnlyList<HumanName>? Name { get; init; }

    /// <summary>Phones and mails.</summary>
    public IReadOnlyList<ContactPoint>? Telecom { get; init; }

    /// <summary>Addresses.</summary>
    public IReadOnlyList<Address>? Address { get; init; }

    /// <summary><c>male</c>, <c>female</c>, <c>other</c> or <c>unknown</c>.</summary>
    public string? Gender { get; init; }

    /// <summary>Date of birth.</summary>
    public FhirDate? BirthDate { get; init; }

    /// <summary>Pictures.</summary>
    public IReadOnlyList<Attachment>? Photo { get; init; }

    /// <summary>Diplomas and licences.</summary>
    public IReadOnlyList<PractitionerQualification>? Qualification { get; init; }

    /// <summary>Languages spoken.</summary>
    public IReadOnlyList<CodeableConcept>? Communication { get; init; }
}
