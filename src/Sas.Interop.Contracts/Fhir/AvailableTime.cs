namespace Sas.Interop.Contracts.Fhir;

/// <summary>Hours of availability (R4 <c>availableTime</c> of PractitionerRole and HealthcareService).</summary>
public sealed record AvailableTime : BackboneElement
{
    /// <summary><c>mon</c> to <c>sun</c>, lower case (D36).</summary>
    public IReadOnlyList<string>? DaysOfWeek { get; init; }

    /// <summary>Whether the whole day.</summary>
    public bool? AllDay { get; init; }

    /// <summary>Opening, local time.</summary>
    public FhirTime? AvailableStartTime { get; init; }

    /// <summary>Closing, local time.</summary>
    public FhirTime? AvailableEndTime { get; init; }
}
