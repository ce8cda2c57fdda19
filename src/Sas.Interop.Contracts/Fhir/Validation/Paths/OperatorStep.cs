namespace Sas.Interop.Contracts.Fhir.Validation.Paths;

/// <summary>An operator between two expressions, with the logic of three values where one is missing.</summary>
/// <param name="sign">The operator.</param>
/// <param name="left">Left of it.</param>
/// <param name="right">Right of it.</param>
internal sealed class OperatorStep(string sign, PathStep left, PathStep right) : PathStep
{
    public override bool IsClosed => left.IsClosed && right.IsClosed;

    protected override IReadOnlyList<object> Evaluate(PathScope scope, IReadOnlyList<object> self)
    {
        var first = left.Values(scope, self);
        return sign is "and" or "or" or "xor" or "implies" ? PathValue.Of(Logic(scope, self, PathValue.Truth(first))) : Combine(scope, first, right.Values(scope, self));
    }

    private bool? Logic(PathScope scope, IReadOnlyList<object> self, bool? first)
    {
        // The right side is left out where the left one decides.
        if ((sign == "and" && first == false) || (sign == "or" && first == true) || (sign == "implies" && first == false))
        {
            return sign != "and";
        }

        var second = PathValue.Truth(right.Values(scope, self));
        return sign switch
        {
            "and" => first & second,
            "or" => first | second,
            "xor" => first ^ second,
            _ => first == true ? second : second == true ? true : null,
        };
    }

    private IReadOnlyList<object> Combine(PathScope scope, IReadOnlyList<object> first, IReadOnlyList<object> second) => sign switch
    {
        "=" => PathValue.Of(PathValue.AreEqual(first, second)),
        "!=" => PathValue.Of(!PathValue.AreEqual(first, second)),
        "<" => PathValue.Of(PathValue.Compare(first, second) is { } order ? order < 0 : null),
        "<=" => PathValue.Of(PathValue.Compare(first, second) is { } order ? order <= 0 : null),
        ">" => PathValue.Of(PathValue.Compare(first, second) is { } order ? order > 0 : null),
        ">=" => PathValue.Of(PathValue.Compare(first, second) is { } order ? order >= 0 : null),
        "|" => Union(scope, first, second),
        "&" => [(PathValue.Text(first) ?? "") + (PathValue.Text(second) ?? "")],
        "in" => IsIn(scope, first, second, right.IsClosed),
        "contains" => IsIn(scope, second, first, left.IsClosed),
        _ => Add(first, second),
    };

    private static IReadOnlyList<object> IsIn(PathScope scope, IReadOnlyList<object> item, IReadOnlyList<object> list, bool isClosed) => item switch
    {
        [] => PathValue.None,
        [var one] => PathValue.Of(scope.KeysOf(list, isClosed).Contains(PathValue.Key(one))),
        _ => throw new PathException("One value is due, and there are several."),
    };

    private static List<object> Union(PathScope scope, IReadOnlyList<object> first, IReadOnlyList<object> second)
    {
        scope.Spend(first.Count + second.Count);
        HashSet<string> seen = [];
        List<object> all = [.. first.Concat(second).Where(value => seen.Add(PathValue.Key(value)))];
        return all;
    }

    private static IReadOnlyList<object> Add(IReadOnlyList<object> first, IReadOnlyList<object> second)
    {
        if (first.Count == 0 || second.Count == 0)
        {
            return PathValue.None;
        }

        return first is [decimal low] && second is [decimal high] ? [low + high] : [PathValue.Text(first) + PathValue.Text(second)];
    }
}
