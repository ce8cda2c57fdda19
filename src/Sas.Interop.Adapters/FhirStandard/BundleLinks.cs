using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Adapters.FhirStandard;

/// <summary>
/// Finds the resource behind a reference inside a bundle: by <c>fullUrl</c> (absolute, <c>urn:uuid:</c>, or relative to the referring entry's own root),
/// then by <c>Type/id</c>. A <c>Type/id</c> that two roots use designates nothing, so that no slot lands on a stranger.
/// </summary>
internal sealed class BundleLinks
{
    private readonly Dictionary<string, ResourceNode> _byUrl = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ResourceNode?> _byLocalKey = new(StringComparer.Ordinal);

    /// <summary>Enters a resource; the first of two with one address is kept.</summary>
    /// <returns>The other resource with the same address and another content, or null.</returns>
    public ResourceNode? Add(ResourceNode node) => Enter(node) is { } known ? Conflict(known, node) : null;

    /// <summary>Enters a resource; the first of two with one address is kept.</summary>
    /// <returns>The other resource with the same address, or null.</returns>
    public ResourceNode? Enter(ResourceNode node)
    {
        if (node.FullUrl is { } url && !_byUrl.TryAdd(url, node))
        {
            return _byUrl[url];
        }

        if (node.LocalKey is { } key && !_byLocalKey.TryAdd(key, node))
        {
            var known = _byLocalKey[key];
            if (node.FullUrl is null || known is { FullUrl: null })
            {
                return known;
            }

            _byLocalKey[key] = null;
        }

        return null;
    }

    public ResourceNode? Find(string? reference, string? root)
    {
        if (string.IsNullOrEmpty(reference) || reference[0] == '#')
        {
            return null;
        }

        var history = reference.IndexOf("/_history/", StringComparison.Ordinal);
        var target = history < 0 ? reference : reference[..history];
        if (target.StartsWith("urn:", StringComparison.OrdinalIgnoreCase) || target.Contains("://", StringComparison.Ordinal))
        {
            return _byUrl.GetValueOrDefault(target) ?? FindLocal(Tail(target));
        }

        var relative = target.TrimStart('/');
        return (root is null ? null : _byUrl.GetValueOrDefault(root + relative)) ?? FindLocal(relative);
    }

    private static ResourceNode? Conflict(ResourceNode known, ResourceNode other) =>
        FhirJson.ToUtf8(known.Resource).AsSpan().SequenceEqual(FhirJson.ToUtf8(other.Resource)) ? null : known;

    private static string? Tail(string url)
    {
        var id = url.LastIndexOf('/');
        var type = id <= 0 ? -1 : url.LastIndexOf('/', id - 1);
        return type < 0 ? null : url[(type + 1)..];
    }

    private ResourceNode? FindLocal(string? key) => key is null ? null : _byLocalKey.GetValueOrDefault(key);
}
