namespace Sas.Interop.Contracts.Fhir;

/// <summary>One entry of a bundle (R4 <c>Bundle.entry</c>).</summary>
public sealed record BundleEntry : BackboneElement
{
    /// <summary>Links of the entry.</summary>
    public IReadOnlyList<BundleLink>? Link { get; init; }

    /// <summary>Absolute URL of the resource, unique in the bundle (bdl-7).</summary>
    public string? FullUrl { get; init; }

    /// <summary>The resource.</summary>
    public Resource? Resource { get; init; }

    /// <summary>Why it is in a search result.</summary>
    public BundleEntrySearch? Search { get; init; }

    /// <summary>What to do with it in a transaction.</summary>
    public BundleEntryRequest? Request { get; init; }

    /// <summary>What was done with it.</summary>
    public BundleEntryResponse? Response { get; init; }
}
