namespace Sas.Interop.Contracts.Fhir;

/// <summary>Who may use a service (R4 <c>HealthcareService.eligibility</c>).</summary>
public sealed record HealthcareServiceEligibility : BackboneElement
{
    /// <summary>Condition.</summary>
    public CodeableConcept? Code { get; init; }

    /// <summary>Condition in words.</summary>
    public string? Comment { get; init; }
}
