using System.Text.Json;

namespace Sas.Interop.Contracts.Tests.Fhir.Definitions;

/// <summary>What an element of a snapshot demands, as lines that can be compared; words, mappings and example bindings are no demand.</summary>
internal static class ElementFacts
{
    /// <summary>Element id → its facts.</summary>
    public static Dictionary<string, IReadOnlyList<string>> Of(JsonElement profile) =>
        profile.GetProperty("snapshot").GetProperty("element").EnumerateArray()
            .ToDictionary(static element => element.GetProperty("id").GetString() ?? string.Empty, static element => (IReadOnlyList<string>)[.. Facts(element)], StringComparer.Ordinal);

    /// <summary>Lines such as <c>-Slot.status fixedCode "free"</c>: what only the first (-) or only the second (+) says.</summary>
    public static IEnumerable<string> Differences(JsonElement first, JsonElement second)
    {
        var (left, right) = (Of(first), Of(second));
        foreach (var id in left.Keys.Union(right.Keys, StringComparer.Ordinal))
        {
            if (!left.TryGetValue(id, out var before) || !right.TryGetValue(id, out var after))
            {
                yield return left.ContainsKey(id) ? $"-{id}" : $"+{id}";
                continue;
            }

            foreach (var fact in before.Except(after, StringComparer.Ordinal))
            {
                yield return $"-{id} {fact}";
            }

            foreach (var fact in after.Except(before, StringComparer.Ordinal))
            {
                yield return $"+{id} {fact}";
            }
        }
    }

    private static IEnumerable<string> Facts(JsonElement element)
    {
        foreach (var member in element.EnumerateObject())
        {
            switch (member.Name)
            {
                case "path" or "sliceName" or "min" or "max" or "contentReference" or "maxLength" or "mustSupport":
                    yield return $"{member.Name} {member.Value.GetRawText()}";
                    break;
                case "type":
                    foreach (var type in member.Value.EnumerateArray())
                    {
                        yield return $"type {type.GetProperty("code").GetString()} profile [{Texts(type, "profile")}] target [{Texts(type, "targetProfile")}] aggregation [{Texts(type, "aggregation")}]";
                    }

                    break;
                case "slicing":
                    var by = member.Value.GetProperty("discriminator").EnumerateArray().Select(static one => $"{one.GetProperty("type").GetString()}:{one.GetProperty("path").GetString()}");
                    yield return $"slicing {string.Join(',', by)} {member.Value.GetProperty("rules").GetString()}";
                    break;
                case "binding" when member.Value.GetProperty("strength").GetString() is var strength && strength != "example":
                    yield return $"binding {strength} {(member.Value.TryGetProperty("valueSet", out var set) ? set.GetString() : "(none)")}";
                    break;
                case "constraint":
                    foreach (var constraint in member.Value.EnumerateArray())
                    {
                        yield return $"constraint {constraint.GetProperty("key").GetString()} {constraint.GetProperty("severity").GetString()} {Squeezed(constraint.GetProperty("expression").GetString())}";
                    }

                    break;
                case var name when name.StartsWith("fixed", StringComparison.Ordinal) || name.StartsWith("pattern", StringComparison.Ordinal):
                    yield return $"{name} {JsonSerializer.Serialize(member.Value)}";
                    break;
            }
        }
    }

    private static string Texts(JsonElement type, string name) =>
        type.TryGetProperty(name, out var list) ? string.Join(' ', list.EnumerateArray().Select(static text => text.GetString())) : string.Empty;

    private static string Squeezed(string? expression) => string.Concat((expression ?? string.Empty).Where(static c => !char.IsWhiteSpace(c)));
}
