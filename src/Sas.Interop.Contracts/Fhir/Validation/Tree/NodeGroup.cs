namespace Sas.Interop.Contracts.Fhir.Validation.Tree;

/// <summary>One member of an object with all its values, and with what its <c>_name</c> sibling adds to them.</summary>
/// <param name="name">JSON name without underscore.</param>
internal sealed class NodeGroup(string name)
{
    public string Name { get; } = name;

    /// <summary>Name of the element: without the type for a choice; the JSON name until the type is known.</summary>
    public string Element { get; set; } = name;

    public bool IsList { get; set; }

    /// <summary>Whether the member itself was there.</summary>
    public bool HasMember { get; set; }

    /// <summary>Whether the <c>_name</c> sibling was there.</summary>
    public bool HasSibling { get; set; }

    public List<Node> Nodes { get; } = [];
}
