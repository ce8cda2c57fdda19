namespace Sas.Interop.Contracts.Fhir;

/// <summary>Documents that are taken or made (R4 <c>CapabilityStatement.document</c>).</summary>
public sealed record CapabilityStatementDocument : BackboneElement
{
    /// <summary><c>producer</c> or <c>consumer</c>.</summary>
    public string? Mode { get; init; }

    /// <summary>In words.</summary>
    public string? Documentation { get; init; }

    /// <summary>Profile of the document; mandatory.</summary>
    public string? Profile { get; init; }
}
