namespace Sas.Interop.Contracts.Fhir;

/// <summary>One search parameter (R4 <c>searchParam</c> of <c>rest</c> and <c>rest.resource</c>).</summary>
public sealed record CapabilityStatementSearchParam : BackboneElement
{
    /// <summary>Name in the URL; mandatory.</summary>
    public string? Name { get; init; }

    /// <summary>Canonical URL of its definition.</summary>
    public string? Definition { get; init; }

    /// <summary><c>token</c>, <c>date</c>, <c>reference</c>, <c>string</c> and the like; mandatory.</summary>
    public string? Type { get; init; }

    /// <summary>In words.</summary>
    public string? Documentation { get; init; }
}
