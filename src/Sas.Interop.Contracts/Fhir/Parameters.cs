namespace Sas.Interop.Contracts.Fhir;

/// <summary>Arguments of an operation (R4 <c>Parameters</c>).</summary>
public sealed record Parameters : Resource
{
    /// <summary>The arguments.</summary>
    public IReadOnlyList<ParametersParameter>? Parameter { get; init; }
}
