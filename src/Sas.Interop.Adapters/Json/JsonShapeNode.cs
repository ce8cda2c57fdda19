using System.Text;
using System.Text.Json;

using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Adapters.Json;

/// <summary>One step of a <see cref="JsonShape"/>.</summary>
internal sealed class JsonShapeNode
{
    private readonly List<(byte[] Name, JsonShapeNode Node)> _members = [];

    /// <summary>Index of the path that ends here, or -1.</summary>
    public int Path { get; set; } = -1;

    /// <summary>How messages call it.</summary>
    public required string Name { get; init; }

    /// <summary>Whether an answer without it is no answer.</summary>
    public bool Required { get; set; }

    /// <summary>Whether it stands for any member.</summary>
    public bool IsAny { get; init; }

    public JsonShapeNode? Item { get; set; }

    public JsonShapeNode? AnyMember { get; set; }

    public bool ExpectsObject => _members.Count > 0 || AnyMember is not null;

    public bool ExpectsArray => Item is not null;

    public JsonShapeNode Member(string name)
    {
        var utf8 = Encoding.UTF8.GetBytes(name);
        foreach (var (known, node) in _members)
        {
            if (known.AsSpan().SequenceEqual(utf8))
            {
                return node;
            }
        }

        var added = new JsonShapeNode { Name = name };
        _members.Add((utf8, added));
        return added;
    }

    /// <param name="reader">On a property name.</param>
    public JsonShapeNode? Find(ref Utf8JsonReader reader)
    {
        foreach (var (name, node) in _members)
        {
            if (reader.IsText(name))
            {
                return node;
            }
        }

        return AnyMember;
    }
}
