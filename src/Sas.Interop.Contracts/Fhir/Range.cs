namespace Sas.Interop.Contracts.Fhir;

/// <summary>Two bounds of an amount (R4 <c>Range</c>).</summary>
public sealed record Range : Element
{
    /// <summary>Lower bound, included.</summary>
    public Quantity? Low { get; init; }

    /// <summary>Upper bound, included.</summary>
    public Quantity? High { get; init; }
}
