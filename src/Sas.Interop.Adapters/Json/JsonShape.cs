namespace Sas.Interop.Adapters.Json;

/// <summary>
/// Where in an answer the values are that a dialect wants, as paths: <c>items[]</c>, <c>availabilities.*[]</c>, <c>[].slots[]</c>, <c>next_slot</c>.
/// A name steps into a member, <c>*</c> into any member, <c>[]</c> into each item of an array. A name with <c>!</c> (<c>items![]</c>) must occur: an answer
/// without it is no answer, where one with an empty list is. Of a path that another one continues into a list (<c>days.*</c> beside <c>days.*[]</c>) the handler
/// gets the first token only, and then the items. Built once a dialect.
/// </summary>
internal sealed class JsonShape
{
    private JsonShape(JsonShapeNode root, IReadOnlyList<JsonShapeNode> required)
    {
        Root = root;
        Required = required;
    }

    public JsonShapeNode Root { get; }

    /// <summary>Members that an answer must have, wherever their path is not cut by another missing member.</summary>
    public IReadOnlyList<JsonShapeNode> Required { get; }

    /// <param name="paths">The paths; a handler gets the index of the one that matched.</param>
    public static JsonShape Of(params ReadOnlySpan<string> paths)
    {
        var root = new JsonShapeNode { Name = "$" };
        var required = new List<JsonShapeNode>();
        for (var index = 0; index < paths.Length; index++)
        {
            var node = root;
            foreach (var step in Steps(paths[index]))
            {
                node = step switch
                {
                    "[]" => node.Item ??= new JsonShapeNode { Name = node.Name + "[]" },
                    "*" => node.AnyMember ??= new JsonShapeNode { Name = "*", IsAny = true },
                    _ => node.Member(step.TrimEnd('!')),
                };
                if (step.EndsWith('!') && !node.Required)
                {
                    node.Required = true;
                    required.Add(node);
                }
            }

            node.Path = index;
        }

        return new JsonShape(root, required);
    }

    private static IEnumerable<string> Steps(string path)
    {
        foreach (var part in path.Split('.'))
        {
            var name = part;
            var items = 0;
            while (name.EndsWith("[]", StringComparison.Ordinal))
            {
                name = name[..^2];
                items++;
            }

            if (name.Length > 0)
            {
                yield return name;
            }

            for (var i = 0; i < items; i++)
            {
                yield return "[]";
            }
        }
    }

    /// <summary>Members that an outer object must name, though they may be null; an outer array is not concerned.</summary>
    public IReadOnlyList<string> Named { get; private init; } = [];

    /// <summary>The same shape for answers in which null stands for an empty list, or a list may be replaced by an object that tells a failure.</summary>
    public JsonShape Naming(params ReadOnlySpan<string> members) => new(Root, Required) { Named = members.ToArray() };
}
