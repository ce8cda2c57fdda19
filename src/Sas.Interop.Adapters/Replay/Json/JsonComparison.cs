using System.Text.Json;
using Sas.Interop.Adapters.Replay.Matching;

namespace Sas.Interop.Adapters.Replay.Json;

/// <summary>Whether a JSON value is the expected one, with the freedoms and placeholders of <c>equalToJson</c>.</summary>
/// <param name="IgnoreArrayOrder">Items may stand in any order.</param>
/// <param name="IgnoreExtra">The actual value may have more members, and more items.</param>
internal readonly record struct JsonComparison(bool IgnoreArrayOrder, bool IgnoreExtra)
{
    private const string Prefix = "json-unit.";

    public bool Matches(JsonElement expected, JsonElement actual)
    {
        if (Placeholder(expected) is { } placeholder)
        {
            return MatchesPlaceholder(placeholder, actual);
        }

        if (expected.ValueKind != actual.ValueKind)
        {
            return false;
        }

        return expected.ValueKind switch
        {
            JsonValueKind.Object => MatchesObject(expected, actual),
            JsonValueKind.Array => IgnoreArrayOrder ? MatchesBag(expected, actual) : MatchesList(expected, actual),
            JsonValueKind.Number => expected.TryGetDecimal(out var left) && actual.TryGetDecimal(out var right)
                ? left == right
                : expected.GetDouble().Equals(actual.GetDouble()),
            JsonValueKind.String => expected.GetString() == actual.GetString(),
            _ => true,
        };
    }

    /// <summary>Says why a placeholder in the expected value cannot be used; null when all can.</summary>
    public static string? FaultOf(JsonElement expected) => expected.ValueKind switch
    {
        JsonValueKind.Object => expected.EnumerateObject().Select(static member => FaultOf(member.Value)).FirstOrDefault(static fault => fault is not null),
        JsonValueKind.Array => expected.EnumerateArray().Select(FaultOf).FirstOrDefault(static fault => fault is not null),
        _ when Placeholder(expected) is { } name && !IsKnown(name) => $"The placeholder '{name}' is not supported.",
        _ => null,
    };

    /// <summary>Whether no value can be both: some shared member has two different plain values.</summary>
    public static bool Conflict(JsonElement left, JsonElement right)
    {
        if (Placeholder(left) is not null || Placeholder(right) is not null)
        {
            return false;
        }

        if (left.ValueKind == JsonValueKind.Object && right.ValueKind == JsonValueKind.Object)
        {
            return left.EnumerateObject().Any(member => right.TryGetProperty(member.Name, out var other) && Conflict(member.Value, other));
        }

        return left.ValueKind != JsonValueKind.Array && !default(JsonComparison).Matches(left, right);
    }

    private static bool IsKnown(string name) =>
        name is "ignore" or "ignore-element" or "any-string" or "any-number" or "any-boolean" || name.StartsWith("regex}", StringComparison.Ordinal);

    private static string? Placeholder(JsonElement expected)
    {
        if (expected.ValueKind != JsonValueKind.String || expected.GetString() is not { Length: > 14 } text || text[0] is not ('$' or '#')
            || string.CompareOrdinal(text, 1, "{" + Prefix, 0, Prefix.Length + 1) != 0)
        {
            return null;
        }

        var name = text[(Prefix.Length + 2)..];
        return name.EndsWith('}') && !name.StartsWith("regex}", StringComparison.Ordinal) ? name[..^1] : name;
    }

    private static bool MatchesPlaceholder(string name, JsonElement actual) => name switch
    {
        "any-string" => actual.ValueKind == JsonValueKind.String,
        "any-number" => actual.ValueKind == JsonValueKind.Number,
        "any-boolean" => actual.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ when name.StartsWith("regex}", StringComparison.Ordinal) =>
            actual.ValueKind == JsonValueKind.String && JavaRegex.For(name["regex}".Length..]).IsWhole(actual.GetString() ?? ""),
        _ => true,
    };

    private bool MatchesObject(JsonElement expected, JsonElement actual)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in expected.EnumerateObject())
        {
            known.Add(member.Name);
            var exists = actual.TryGetProperty(member.Name, out var value);
            if (exists ? !Matches(member.Value, value) : Placeholder(member.Value) != "ignore-element")
            {
                return false;
            }
        }

        return IgnoreExtra || actual.EnumerateObject().All(member => known.Contains(member.Name));
    }

    private bool MatchesList(JsonElement expected, JsonElement actual)
    {
        var (wanted, found) = (expected.GetArrayLength(), actual.GetArrayLength());
        if (found < wanted || (found > wanted && !IgnoreExtra))
        {
            return false;
        }

        for (var i = 0; i < wanted; i++)
        {
            if (!Matches(expected[i], actual[i]))
            {
                return false;
            }
        }

        return true;
    }

    private bool MatchesBag(JsonElement expected, JsonElement actual)
    {
        var left = actual.EnumerateArray().ToList();
        if (left.Count < expected.GetArrayLength() || (left.Count > expected.GetArrayLength() && !IgnoreExtra))
        {
            return false;
        }

        foreach (var wanted in expected.EnumerateArray())
        {
            var comparison = this;
            var index = left.FindIndex(item => comparison.Matches(wanted, item));
            if (index < 0)
            {
                return false;
            }

            left.RemoveAt(index);
        }

        return true;
    }
}
