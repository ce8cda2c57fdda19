using System.Collections.Frozen;
using System.Text.Json;
using Sas.Interop.Adapters.Replay.Json;
using Sas.Interop.Adapters.Replay.Matching;
using Sas.Interop.Adapters.Replay.Templates;

namespace Sas.Interop.Adapters.Replay.Loading;

/// <summary>Reads conditions on texts.</summary>
internal static class ValuePatternReader
{
    private static readonly string[] Operators =
        ["equalTo", "contains", "doesNotContain", "matches", "doesNotMatch", "absent", "and", "or", "not", "equalToJson", "matchesJsonPath"];

    private static readonly FrozenSet<string> Known = FrozenSet.ToFrozenSet([.. Operators, "caseInsensitive", "ignoreArrayOrder", "ignoreExtraElements"]);

    private static readonly FrozenSet<string> Unsupported = FrozenSet.ToFrozenSet(
        ["equalToXml", "matchesXPath", "matchesJsonSchema", "binaryEqualTo", "before", "after", "equalToDateTime", "hasExactly", "includes", "anything", "equalToNumber"]);

    /// <summary>A condition on all values of a name, or null after reporting why not.</summary>
    public static MultiValuePattern? ReadMulti(MappingElement element)
    {
        foreach (var (name, kind) in new[] { ("hasExactly", MultiValueKind.Exactly), ("includes", MultiValueKind.Includes) })
        {
            if (element.Json.ValueKind == JsonValueKind.Object && element.Member(name) is { } list)
            {
                element.IsObject(FrozenSet.ToFrozenSet([name]), StubReader.NoNames);
                var parts = list.Items().Select(Read).OfType<ValuePattern>().ToArray();
                if (parts.Length == 0)
                {
                    list.Fault("At least one pattern is expected.");
                }

                return new MultiValuePattern(parts, kind);
            }
        }

        return Read(element) is { } single ? new MultiValuePattern([single], MultiValueKind.Any) : null;
    }

    /// <summary>A condition on one text, or null after reporting why not.</summary>
    public static ValuePattern? Read(MappingElement element)
    {
        if (!element.IsObject(Known, Unsupported))
        {
            return null;
        }

        var given = Operators.Where(name => element.Json.TryGetProperty(name, out _)).ToArray();
        if (given.Length != 1)
        {
            element.Fault($"Exactly one of {string.Join(", ", Operators)} is expected.");
            return null;
        }

        CheckOptions(element, given[0]);
        if (element.Member(given[0]) is not { } operand)
        {
            element.Fault("The operand must not be null.");
            return null;
        }

        try
        {
            return Make(element, given[0], operand);
        }
        catch (TemplateFaultException exception)
        {
            operand.Fault(exception.Message);
            return null;
        }
    }

    private static void CheckOptions(MappingElement element, string used)
    {
        foreach (var (option, owner) in new[] { ("caseInsensitive", "equalTo"), ("ignoreArrayOrder", "equalToJson"), ("ignoreExtraElements", "equalToJson") })
        {
            if (used != owner && element.Json.TryGetProperty(option, out _))
            {
                element.Fault($"{option} goes with {owner}.");
            }
        }
    }

    private static ValuePattern? Make(MappingElement element, string name, MappingElement operand) => name switch
    {
        "equalTo" => operand.Text() is { } text ? new EqualToPattern(text, element.Flag("caseInsensitive")) : null,
        "contains" or "doesNotContain" => operand.Text() is { } text ? new ContainsPattern(text, name != "contains") : null,
        "matches" or "doesNotMatch" => operand.Text() is { } text ? new RegexPattern(JavaRegex.For(text), name != "matches") : null,
        "absent" => Absent(operand),
        "not" => Read(operand) is { } inner ? new NotPattern(inner) : null,
        "and" or "or" => Combined(operand, name == "and"),
        "equalToJson" => EqualToJson(element, operand),
        _ => MatchesJsonPath(operand),
    };

    private static AbsentPattern? Absent(MappingElement operand)
    {
        if (operand.Json.ValueKind == JsonValueKind.True)
        {
            return new AbsentPattern();
        }

        // WireMock takes any operand, even false, for absence.
        operand.Fault("absent must be true.");
        return null;
    }

    private static CombinedPattern? Combined(MappingElement operand, bool needsAll)
    {
        var parts = operand.Items().Select(Read).ToArray();
        if (parts.Length == 0)
        {
            operand.Fault("At least one pattern is expected.");
        }

        return parts.Length == 0 || parts.Contains(null) ? null : new CombinedPattern([.. parts.OfType<ValuePattern>()], needsAll);
    }

    private static EqualToJsonPattern? EqualToJson(MappingElement element, MappingElement operand)
    {
        var json = operand.Json.Clone();
        if (operand.Json.ValueKind == JsonValueKind.String)
        {
            using var document = JsonBody.TryParse(operand.Text() ?? "");
            if (document is null)
            {
                operand.Fault("The text is no JSON.");
                return null;
            }

            json = document.RootElement.Clone();
        }

        if (JsonComparison.FaultOf(json) is { } fault)
        {
            operand.Fault(fault);
        }

        return new EqualToJsonPattern(json, new JsonComparison(element.Flag("ignoreArrayOrder"), element.Flag("ignoreExtraElements")));
    }

    private static JsonPathPattern? MatchesJsonPath(MappingElement operand)
    {
        if (operand.Json.ValueKind == JsonValueKind.String)
        {
            return new JsonPathPattern(operand.Text() ?? "", null);
        }

        if (operand.Json.ValueKind != JsonValueKind.Object || operand.Text("expression") is not { } expression)
        {
            operand.Fault("A path, or an object with expression and a condition, is expected.");
            return null;
        }

        var members = operand.Json.EnumerateObject().Where(static member => member.Name != "expression").ToDictionary(static member => member.Name, static member => member.Value);
        using var rest = JsonDocument.Parse(JsonSerializer.SerializeToUtf8Bytes(members));
        return Read(operand with { Json = rest.RootElement.Clone() }) is { } inner ? new JsonPathPattern(expression, inner) : null;
    }
}
