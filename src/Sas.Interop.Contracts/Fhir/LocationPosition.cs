namespace Sas.Interop.Contracts.Fhir;

/// <summary>Coordinates in WGS84 (R4 <c>Location.position</c>).</summary>
public sealed record LocationPosition : BackboneElement
{
    /// <summary>Degrees, east positive; mandatory.</summary>
    public FhirDecimal? Longitude { get; init; }

    /// <summary>Degrees, north positive; mandatory.</summary>
    public FhirDecimal? Latitude { get; init; }

    /// <summary>Metres.</summary>
    public FhirDecimal? Altitude { get; init; }
}
