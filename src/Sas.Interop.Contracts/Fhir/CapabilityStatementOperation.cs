namespace Sas.Interop.Contracts.Fhir;

/// <summary>One operation (R4 <c>operation</c> of <c>rest</c> and <c>rest.resource</c>).</summary>
public sealed record CapabilityStatementOperation : BackboneElement
{
    /// <summary>Name without <c>$</c>; mandatory.</summary>
    public string? Name { get; init; }

    /// <summary>Canonical URL of its definition; mandatory.</summary>
    public string? Definition { get; init; }

    /// <summary>In words.</summary>
    public string? Documentation { get; init; }
}
