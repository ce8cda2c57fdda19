namespace Sas.Interop.Contracts.Fhir;

/// <summary>One interaction (R4 <c>interaction</c> of <c>rest</c> and <c>rest.resource</c>).</summary>
public sealed record CapabilityStatementInteraction : BackboneElement
{
    /// <summary>Which one; mandatory.</summary>
    public string? Code { get; init; }

    /// <summary>In words.</summary>
    public string? Documentation { get; init; }
}
