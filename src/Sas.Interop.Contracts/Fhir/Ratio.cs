namespace Sas.Interop.Contracts.Fhir;

/// <summary>One amount over another (R4 <c>Ratio</c>).</summary>
public sealed record Ratio : Element
{
    /// <summary>Amount above.</summary>
    public Quantity? Numerator { get; init; }

    /// <summary>Amount below.</summary>
    public Quantity? Denominator { get; init; }
}
