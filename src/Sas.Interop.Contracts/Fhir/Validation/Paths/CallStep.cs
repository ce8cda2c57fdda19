using Sas.Interop.Contracts.Fhir.Validation.Tree;

namespace Sas.Interop.Contracts.Fhir.Validation.Paths;

/// <summary>A function.</summary>
/// <param name="owner">What it is applied to; null for <c>$this</c>.</param>
/// <param name="name">Its name.</param>
/// <param name="arguments">Its arguments.</param>
internal sealed class CallStep(PathStep? owner, string name, IReadOnlyList<PathStep> arguments) : PathStep
{
    public override bool IsClosed => owner is { IsClosed: true };

    protected override IReadOnlyList<object> Evaluate(PathScope scope, IReadOnlyList<object> self)
    {
        var values = owner is null ? self : owner.Values(scope, self);
        return name switch
        {
            "where" => Where(scope, values),
            "exists" => PathValue.Of((arguments.Count == 0 ? values : Where(scope, values)).Count > 0),
            "all" => PathValue.Of(values.All(value => Meets(scope, value))),
            "select" => Select(scope, values),
            "iif" => Choose(scope, self, values),
            "union" => new OperatorStep("|", new LiteralStep(values), new LiteralStep(arguments[0].Values(scope, self))).Values(scope, self),
            "extension" => Extensions(values, PathValue.Text(arguments[0].Values(scope, self))),
            "children" => [.. values.OfType<Node>().SelectMany(Children)],
            "descendants" => Descendants(scope, values),
            "isDistinct" => PathValue.Of(scope.KeysOf(values, isClosed: false).Count == values.Count),
            "distinct" => [.. values.DistinctBy(PathValue.Key)],
            "skip" => [.. values.Skip(Count(scope, self))],
            "take" => [.. values.Take(Count(scope, self))],
            "startsWith" or "endsWith" or "contains" or "substring" or "indexOf" or "replace" => TextCalls.Apply(name, PathValue.Text(values), [.. arguments.Select(argument => argument.Values(scope, self))]),
            _ => Plain(values),
        };
    }

    private IReadOnlyList<object> Plain(IReadOnlyList<object> values) => name switch
    {
        "empty" => PathValue.Of(values.Count == 0),
        "count" => [(decimal)values.Count],
        "not" => PathValue.Of(!PathValue.Truth(values)),
        "hasValue" => PathValue.Of(values is [not Node] or [Node { Text: not null }]),
        "first" => values.Count == 0 ? PathValue.None : [values[0]],
        "last" => values.Count == 0 ? PathValue.None : [values[^1]],
        "tail" => [.. values.Skip(1)],
        "single" => values.Count <= 1 ? values : throw new PathException("One value is due, and there are several."),
        "trace" => values,
        "allTrue" => PathValue.Of(values.All(static value => PathValue.Truth([value]) == true)),
        "anyTrue" => PathValue.Of(values.Any(static value => PathValue.Truth([value]) == true)),
        "length" => PathValue.Text(values) is { } text ? [(decimal)text.Length] : PathValue.None,
        "lower" => PathValue.Text(values) is { } text ? [text.ToLowerInvariant()] : PathValue.None,
        "upper" => PathValue.Text(values) is { } text ? [text.ToUpperInvariant()] : PathValue.None,
        "toString" => PathValue.Text(values) is { } text ? [text] : PathValue.None,
        _ => throw new PathException("The function is not known."),
    };

    private List<object> Where(PathScope scope, IReadOnlyList<object> values)
    {
        List<object> kept = [.. values.Where(value => Meets(scope, value))];
        return kept;
    }

    private bool Meets(PathScope scope, object value) => PathValue.Truth(arguments[0].Values(scope, [value])) == true;

    private List<object> Select(PathScope scope, IReadOnlyList<object> values)
    {
        List<object> all = [];
        foreach (var value in values)
        {
            all.AddRange(arguments[0].Values(scope, [value]));
        }

        return all;
    }

    private IReadOnlyList<object> Choose(PathScope scope, IReadOnlyList<object> self, IReadOnlyList<object> values)
    {
        var focus = owner is null ? self : values;
        return PathValue.Truth(arguments[0].Values(scope, focus)) == true ? arguments[1].Values(scope, focus)
            : arguments.Count > 2 ? arguments[2].Values(scope, focus)
            : PathValue.None;
    }

    private int Count(PathScope scope, IReadOnlyList<object> self) => PathValue.Number(arguments[0].Values(scope, self)) ?? 0;

    private static List<object> Extensions(IReadOnlyList<object> values, string? url) =>
        [.. values.OfType<Node>().SelectMany(static node => node.Children("extension")).Where(extension => extension.TextOf("url") == url)];

    private static IEnumerable<Node> Children(Node node) =>
        node.Groups.Where(group => !node.IsResource || group.Name != "resourceType").SelectMany(static group => group.Nodes);

    private static List<object> Descendants(PathScope scope, IReadOnlyList<object> values)
    {
        List<object> all = [];
        Stack<Node> open = new(values.OfType<Node>().Reverse());
        while (open.TryPop(out var node))
        {
            scope.Spend(1);
            foreach (var child in Children(node))
            {
                all.Add(child);
                open.Push(child);
            }
        }

        return all;
    }
}
