using Sas.Interop.Contracts.Fhir;

namespace Sas.Interop.Adapters.FhirStandard;

/// <summary>A resource of a bundle and where it stood.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="FullUrl">Its address in the bundle; null when the entry has none.</param>
/// <param name="Entry">0-based position of its entry.</param>
internal sealed record ResourceNode(Resource Resource, string? FullUrl, int Entry)
{
    /// <summary>Root that relative references in this resource start from, with its last slash; null when the address tells none.</summary>
    public string? Root { get; } = RootOf(Resource, FullUrl);

    /// <summary><c>Type/id</c>, or null without an id.</summary>
    public string? LocalKey => Resource.Id is { } id ? Resource.TypeName + "/" + id : null;

    private static string? RootOf(Resource resource, string? fullUrl)
    {
        var tail = resource.TypeName + "/" + resource.Id;
        return fullUrl is not null && fullUrl.EndsWith("/" + tail, StringComparison.Ordinal) ? fullUrl[..^tail.Length] : null;
    }
}
