namespace Sas.Interop.Contracts.Fhir;

/// <summary>One argument (R4 <c>Parameters.parameter</c>).</summary>
public sealed record ParametersParameter : BackboneElement
{
    /// <summary>Name; mandatory.</summary>
    public string? Name { get; init; }

    /// <summary>The argument when it is a value.</summary>
    public FhirValue? Value { get; init; }

    /// <summary>The argument when it is a resource.</summary>
    public Resource? Resource { get; init; }

    /// <summary>The argument when it has parts.</summary>
    public IReadOnlyList<ParametersParameter>? Part { get; init; }
}
