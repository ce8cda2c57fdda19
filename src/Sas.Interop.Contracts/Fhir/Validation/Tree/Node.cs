using System.Globalization;
using System.Text;

namespace Sas.Interop.Contracts.Fhir.Validation.Tree;

/// <summary>One element of the resource under validation: a value, children, or both.</summary>
/// <param name="parent">The owner; null for the root.</param>
/// <param name="group">The member that it belongs to; null for the root.</param>
/// <param name="index">Place in the list; 0 when it is no list.</param>
internal sealed class Node(Node? parent, NodeGroup? group, int index)
{
    private const int IndexedFrom = 16;
    private Dictionary<string, NodeGroup>? _byName;
    private List<NodeGroup>? _groups;

    public Node? Parent { get; } = parent;

    public NodeGroup? Group { get; } = group;

    public int Index { get; } = index;

    /// <summary>Place in the text among all nodes.</summary>
    public int Order { get; init; }

    public NodeForm Form { get; set; }

    /// <summary>The value as text: a number as written, a boolean as <c>true</c> or <c>false</c>; null for an object.</summary>
    public string? Text { get; set; }

    /// <summary>R4 type, once the base rules have named it: <c>uri</c>, <c>Coding</c>, <c>Slot</c>; null when it is not known.</summary>
    public string? Type { get; set; }

    /// <summary>Whether this is a resource rather than a part of one.</summary>
    public bool IsResource { get; set; }

    /// <summary>The members, in the order of the text.</summary>
    public IReadOnlyList<NodeGroup> Groups => _groups ?? (IReadOnlyList<NodeGroup>)[];

    /// <summary>Name of the element; the type for a root.</summary>
    public string Element => Group?.Element ?? Type ?? "Resource";

    /// <summary>Location in the manner of FHIRPath.</summary>
    public string Path
    {
        get
        {
            List<Node> chain = [];
            for (var node = this; node is not null; node = node.Parent)
            {
                chain.Add(node);
            }

            var path = new StringBuilder(chain[^1].Element);
            for (var i = chain.Count - 2; i >= 0; i--)
            {
                path.Append('.').Append(chain[i].Element);
                if (chain[i].Group is { IsList: true })
                {
                    path.Append(CultureInfo.InvariantCulture, $"[{chain[i].Index}]");
                }
            }

            return path.ToString();
        }
    }

    /// <summary>The nearest resource that holds this node, or is it.</summary>
    public Node Resource
    {
        get
        {
            var node = this;
            while (!node.IsResource && node.Parent is not null)
            {
                node = node.Parent;
            }

            return node;
        }
    }

    /// <summary>The resource in which a <c>#id</c> of this node is looked up: that of the container for a contained one.</summary>
    public Node RootResource
    {
        get
        {
            var resource = Resource;
            return resource.Group is { Name: "contained" } && resource.Parent is { } container ? container.Resource : resource;
        }
    }

    public NodeGroup Open(string name)
    {
        if (Find(name) is { } known)
        {
            return known;
        }

        var group = new NodeGroup(name);
        (_groups ??= new List<NodeGroup>(4)).Add(group);
        if (_byName is not null)
        {
            _byName.Add(name, group);
        }
        else if (_groups.Count == IndexedFrom)
        {
            _byName = _groups.ToDictionary(static one => one.Name, StringComparer.Ordinal);
        }

        return group;
    }

    /// <summary>The member of this JSON name.</summary>
    public NodeGroup? Find(string name)
    {
        if (_byName is not null)
        {
            return _byName.GetValueOrDefault(name);
        }

        for (var i = 0; i < _groups?.Count; i++)
        {
            var group = _groups[i];
            if (group.Name == name)
            {
                return group;
            }
        }

        return null;
    }

    /// <summary>The children of an element name, whatever their type for a choice.</summary>
    public IReadOnlyList<Node> Children(string element)
    {
        for (var i = 0; i < _groups?.Count; i++)
        {
            var group = _groups[i];
            if (group.Element == element)
            {
                return group.Nodes;
            }
        }

        return [];
    }

    /// <summary>The text of an only child; null when there is none.</summary>
    public string? TextOf(string element) => Children(element) is [{ Text: { } text }, ..] ? text : null;
}
