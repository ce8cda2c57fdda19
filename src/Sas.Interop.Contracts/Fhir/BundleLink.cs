namespace Sas.Interop.Contracts.Fhir;

/// <summary>A link of a bundle or entry (R4 <c>Bundle.link</c>).</summary>
public sealed record BundleLink : BackboneElement
{
    /// <summary><c>self</c>, <c>next</c> and the like.</summary>
    public string? Relation { get; init; }

    /// <summary>The link.</summary>
    public string? Url { get; init; }
}
