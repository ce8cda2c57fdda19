namespace Sas.Interop.Contracts.Fhir;

/// <summary>The running instance (R4 <c>CapabilityStatement.implementation</c>).</summary>
public sealed record CapabilityStatementImplementation : BackboneElement
{
    /// <summary>Which instance; mandatory.</summary>
    public string? Description { get; init; }

    /// <summary>Base URL.</summary>
    public string? Url { get; init; }

    /// <summary>Organization that runs it.</summary>
    public Reference? Custodian { get; init; }
}
