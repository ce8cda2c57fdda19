namespace Sas.Interop.Contracts.Fhir;

/// <summary>An amount of a currency (R4 <c>Money</c>).</summary>
public sealed record Money : Element
{
    /// <summary>The number.</summary>
    public FhirDecimal? Value { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string? Currency { get; init; }
}
