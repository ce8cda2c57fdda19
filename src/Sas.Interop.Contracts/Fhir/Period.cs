namespace Sas.Interop.Contracts.Fhir;

/// <summary>A time range (R4 <c>Period</c>).</summary>
public sealed record Period : Element
{
    /// <summary>First moment, included; null when open.</summary>
    public FhirDateTime? Start { get; init; }

    /// <summary>Last moment, included; null when open.</summary>
    public FhirDateTime? End { get; init; }
}
