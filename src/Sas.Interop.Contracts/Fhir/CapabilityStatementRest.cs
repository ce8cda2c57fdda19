namespace Sas.Interop.Contracts.Fhir;

/// <summary>What a REST endpoint does (R4 <c>CapabilityStatement.rest</c>).</summary>
public sealed record CapabilityStatementRest : BackboneElement
{
    /// <summary><c>server</c> or <c>client</c>.</summary>
    public string? Mode { get; init; }

    /// <summary>In words.</summary>
    public string? Documentation { get; init; }

    /// <summary>How callers are known.</summary>
    public CapabilityStatementSecurity? Security { get; init; }

    /// <summary>By type of resource.</summary>
    public IReadOnlyList<CapabilityStatementResource>? Resource { get; init; }

    /// <summary>On the whole system: <c>transaction</c>, <c>batch</c>, <c>search-system</c>, <c>history-system</c>.</summary>
    public IReadOnlyList<CapabilityStatementInteraction>? Interaction { get; init; }

    /// <summary>Parameters of searches over all types.</summary>
    public IReadOnlyList<CapabilityStatementSearchParam>? SearchParam { get; init; }

    /// <summary>Operations on the system.</summary>
    public IReadOnlyList<CapabilityStatementOperation>? Operation { get; init; }

    /// <summary>Compartments served.</summary>
    public IReadOnlyList<string>? Compartment { get; init; }
}
