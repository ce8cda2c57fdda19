namespace Sas.Interop.Contracts.Fhir;

/// <summary>A measured amount (R4 <c>Quantity</c>, and its special forms Age, Count, Distance, Duration).</summary>
public sealed record Quantity : Element
{
    /// <summary>The number.</summary>
    public FhirDecimal? Value { get; init; }

    /// <summary>How the number is meant when it is a bound: <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;=</c>, <c>&gt;</c>.</summary>
    public string? Comparator { get; init; }

    /// <summary>Unit as displayed.</summary>
    public string? Unit { get; init; }

    /// <summary>Code system of the unit.</summary>
    public string? System { get; init; }

    /// <summary>Code of the unit.</summary>
    public string? Code { get; init; }
}
