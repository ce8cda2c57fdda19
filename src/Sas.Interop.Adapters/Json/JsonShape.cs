namespace Sas.Interop.Adapters.Json;

/// <summary>
/// Where in an answer the values are that a dialect wants, as paths: <c>items[]</c>, <c>availabilities.*[]</c>, <c>[].slots[]</c>, <c>next_slot</c>.
/// A name steps into a member, <c>*</c> into any member, <c>[]</c> into each item of an array. Built once a dialect.
/// </summary>
internal sealed class JsonShape
{
    private JsonShape(JsonShapeNode root, params IReadOnlyList<string> required)
    {
        Root = root;
        Required = required;
    }

    public JsonShapeNode Root { get; }

    /// <summary>Members that an outer object must have, though they may be null: without them it is a refusal, not an answer.</summary>
    public IReadOnlyList<string> Required { get; }

    /// <summary>The same shape, refusing an outer object that lacks one of these members. An outer array is not concerned.</summary>
    public JsonShape Requiring(params ReadOnlySpan<string> members) => new(Root, members.ToArray());

    /// <param name="paths">The paths; a handler gets the index of the one that matched.</param>
    public static JsonShape Of(params ReadOnlySpan<string> paths)
    {
        var root = new JsonShapeNode();
        for (var index = 0; index < paths.Length; index++)
        {
            var node = root;
            foreach (var step in Steps(paths[index]))
            {
                node = step switch
                {
                    "[]" => node.Item ??= new JsonShapeNode(),
                    "*" => node.AnyMember ??= new JsonShapeNode(),
                    _ => node.Member(step),
                };
            }

            node.Path = index;
        }

        return new JsonShape(root);
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
}
