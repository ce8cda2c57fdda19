using Sas.Interop.Contracts.Fhir.Validation.Tree;
using Sas.Interop.Contracts.Fhir.Validation.Types;

namespace Sas.Interop.Contracts.Fhir.Validation.Checks;

/// <summary>Finds the targets of references within the text: contained resources, and entries of the enclosing Bundle by <c>fullUrl</c>.</summary>
internal sealed class ReferenceResolver
{
    private readonly Dictionary<Node, Dictionary<string, Node>> _contained = [];
    private readonly Dictionary<Node, Dictionary<string, Node>> _entries = [];

    /// <summary>Where a Reference leads; null when it has no literal reference.</summary>
    public ReferenceTarget? Resolve(Node reference)
    {
        if (reference.TextOf("reference") is not { Length: > 0 } text)
        {
            return null;
        }

        var root = reference.RootResource;
        if (text[0] == '#')
        {
            var target = text.Length == 1 ? root : Contained(root).GetValueOrDefault(text[1..]);
            return new ReferenceTarget(true, target, target?.Type, false);
        }

        var (type, relative) = Split(text);
        var isRelative = relative is not null && relative.Length == text.Length;
        var entry = Enclosing(root) is { } bundle ? FindEntry(bundle, root, text, isRelative) : null;
        return new ReferenceTarget(false, entry, entry?.Type ?? type ?? reference.TextOf("type"), isRelative);
    }

    /// <summary>The Bundle that holds a resource as an entry; null when there is none.</summary>
    public static Node? Enclosing(Node root)
    {
        for (var node = root.Parent; node is not null; node = node.Parent)
        {
            if (node is { IsResource: true, Type: "Bundle" })
            {
                return node;
            }
        }

        return null;
    }

    private Node? FindEntry(Node bundle, Node root, string text, bool isRelative)
    {
        var entries = Entries(bundle);
        var bare = text.IndexOf("/_history/", StringComparison.Ordinal) is var at and >= 0 ? text[..at] : text;
        if (!isRelative)
        {
            return entries.GetValueOrDefault(bare);
        }

        // Against the base of the entry that holds the reference; without such a base by type and id alone.
        var full = root.Parent?.TextOf("fullUrl");
        var (_, own) = Split(full ?? "");
        return (own is not null && full!.Length > own.Length ? entries.GetValueOrDefault(full[..^own.Length] + bare) : null) // It was split above.
            ?? entries.GetValueOrDefault(bare);
    }

    private Dictionary<string, Node> Contained(Node root)
    {
        if (!_contained.TryGetValue(root, out var byId))
        {
            _contained[root] = byId = [];
            foreach (var node in root.Children("contained"))
            {
                if (node.TextOf("id") is { } id)
                {
                    byId.TryAdd(id, node);
                }
            }
        }

        return byId;
    }

    private Dictionary<string, Node> Entries(Node bundle)
    {
        if (!_entries.TryGetValue(bundle, out var byUrl))
        {
            _entries[bundle] = byUrl = [];
            foreach (var entry in bundle.Children("entry"))
            {
                if (entry.Children("resource") is not [var resource, ..])
                {
                    continue;
                }

                if (entry.TextOf("fullUrl") is { } full)
                {
                    byUrl.TryAdd(full, resource);
                }

                if (resource.TextOf("id") is { } id)
                {
                    byUrl.TryAdd(resource.Type + "/" + id, resource);
                }
            }
        }

        return byUrl;
    }

    /// <summary>The type and the part <c>Type/id</c> at the end of a URL, without a version; nulls when it has none.</summary>
    private static (string? Type, string? Relative) Split(string url)
    {
        var bare = url.IndexOf("/_history/", StringComparison.Ordinal) is var version and >= 0 ? url[..version] : url;
        var slash = bare.LastIndexOf('/');
        if (slash <= 0)
        {
            return (null, null);
        }

        var start = bare.LastIndexOf('/', slash - 1) + 1;
        var type = bare[start..slash];
        return BaseTypes.IsResource(type) ? (type, url[start..]) : (null, null);
    }
}
