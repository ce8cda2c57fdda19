namespace Sas.Interop.Contracts.Fhir;

/// <summary>Where something is meant to be used (R4 <c>UsageContext</c>).</summary>
public sealed record UsageContext : Element
{
    /// <summary>Which aspect of the context.</summary>
    public Coding? Code { get; init; }

    /// <summary>The context.</summary>
    public FhirValue? Value { get; init; }
}
