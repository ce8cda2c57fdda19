namespace Sas.Interop.Contracts.Fhir;

/// <summary>A contact of a publisher (R4 <c>ContactDetail</c>).</summary>
public sealed record ContactDetail : Element
{
    /// <summary>Whom to contact.</summary>
    public string? Name { get; init; }

    /// <summary>How.</summary>
    public IReadOnlyList<ContactPoint>? Telecom { get; init; }
}
