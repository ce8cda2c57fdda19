namespace Sas.Interop.Contracts.Fhir;

/// <summary>The agenda that slots belong to (R4 <c>Schedule</c>; CONTRACT §5.3).</summary>
public sealed record Schedule : DomainResource
{
    /// <summary>Business identifiers.</summary>
    public IReadOnlyList<Identifier>? Identifier { get; init; }

    /// <summary>Whether it is in use.</summary>
    public bool? Active { get; init; }

    /// <summary>Broad categories of service.</summary>
    public IReadOnlyList<CodeableConcept>? ServiceCategory { get; init; }

    /// <summary>Services offered.</summary>
    public IReadOnlyList<CodeableConcept>? ServiceType { get; init; }

    /// <summary>Specialties offered.</summary>
    public IReadOnlyList<CodeableConcept>? Specialty { get; init; }

    /// <summary>Whose agenda it is: practitioner and role, or an SOS place (D43).</summary>
    public IReadOnlyList<Reference>? Actor { get; init; }

    /// <summary>Time that the slots cover.</summary>
    public Period? PlanningHorizon { get; init; }

    /// <summary>Remark.</summary>
    public string? Comment { get; init; }
}
