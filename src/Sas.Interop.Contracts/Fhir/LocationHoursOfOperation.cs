namespace Sas.Interop.Contracts.Fhir;

/// <summary>Opening hours (R4 <c>Location.hoursOfOperation</c>).</summary>
public sealed record LocationHoursOfOperation : BackboneElement
{
    /// <summary><c>mon</c> to <c>sun</c>, lower case (D36).</summary>
    public IReadOnlyList<string>? DaysOfWeek { get; init; }

    /// <summary>Whether the whole day.</summary>
    public bool? AllDay { get; init; }

    /// <summary>Opening, local time.</summary>
    public FhirTime? OpeningTime { get; init; }

    /// <summary>Closing, local time.</summary>
    public FhirTime? ClosingTime { get; init; }
}
