namespace Sas.Interop.Contracts.Fhir;

/// <summary>A bookable time of a schedule (R4 <c>Slot</c>; CONTRACT §5.2).</summary>
public sealed record Slot : DomainResource
{
    /// <summary>Business identifiers.</summary>
    public IReadOnlyList<Identifier>? Identifier { get; init; }

    /// <summary>Broad categories of service.</summary>
    public IReadOnlyList<CodeableConcept>? ServiceCategory { get; init; }

    /// <summary>Consultation types as codes, reasons as text, CPTS by extension (CONTRACT §5.2).</summary>
    public IReadOnlyList<CodeableConcept>? ServiceType { get; init; }

    /// <summary>Specialties needed.</summary>
    public IReadOnlyList<CodeableConcept>? Specialty { get; init; }

    /// <summary>ROUTINE when it can be booked, WALKIN without booking.</summary>
    public CodeableConcept? AppointmentType { get; init; }

    /// <summary>The schedule it belongs to; mandatory.</summary>
    public Reference? Schedule { get; init; }

    /// <summary><c>free</c> in every answer of the contract; also <c>busy</c>, <c>busy-unavailable</c>, <c>busy-tentative</c>, <c>entered-in-error</c>.</summary>
    public string? Status { get; init; }

    /// <summary>First moment; mandatory.</summary>
    public FhirInstant? Start { get; init; }

    /// <summary>Last moment; mandatory.</summary>
    public FhirInstant? End { get; init; }

    /// <summary>Whether it was booked beyond capacity.</summary>
    public bool? Overbooked { get; init; }

    /// <summary>Booking URL (D37, D38).</summary>
    public string? Comment { get; init; }
}
