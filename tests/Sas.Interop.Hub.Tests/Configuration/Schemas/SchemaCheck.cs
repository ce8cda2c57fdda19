using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Sas.Interop.Hub.Tests.Configuration.Schemas;

/// <summary>The part of JSON Schema that the published schemas use; a keyword that it does not know is an error, so that none is skipped silently.</summary>
internal sealed class SchemaCheck(JsonNode root)
{
    private static readonly HashSet<string> Notes = ["$schema", "$id", "$defs", "title", "description", "default", "examples", "format"];

    public List<string> Check(JsonNode? value) => [.. Check(value, root, "$")];

    private IEnumerable<string> Check(JsonNode? value, JsonNode schema, string path)
    {
        foreach (var (keyword, rule) in schema.AsObject())
        {
            if (Notes.Contains(keyword) || rule is null)
            {
                continue;
            }

            foreach (var fault in Judge(value, schema, keyword, rule, path))
            {
                yield return fault;
            }
        }
    }

    private IEnumerable<string> Judge(JsonNode? value, JsonNode schema, string keyword, JsonNode rule, string path) => keyword switch
    {
        "$ref" => Check(value, Resolve(rule.GetValue<string>()), path),
        "type" => One(IsType(value, rule.GetValue<string>()), path, $"is not {rule}"),
        "const" => One(JsonNode.DeepEquals(value, rule), path, $"is not {rule}"),
        "enum" => One(rule.AsArray().Any(item => JsonNode.DeepEquals(item, value)), path, "is not in the list"),
        "oneOf" => One(rule.AsArray().Count(item => item is not null && !Check(value, item, path).Any()) == 1, path, "fits not exactly one form"),
        "pattern" => One(value is not JsonValue || !IsType(value, "string") || Regex.IsMatch(value.GetValue<string>(), rule.GetValue<string>()), path, "has another form"),
        "minLength" => One(Length(value) is not { } length || length >= rule.GetValue<int>(), path, "is too short"),
        "maxLength" => One(Length(value) is not { } length || length <= rule.GetValue<int>(), path, "is too long"),
        "minimum" => One(Number(value) is not { } number || number >= rule.GetValue<double>(), path, "is too small"),
        "maximum" => One(Number(value) is not { } number || number <= rule.GetValue<double>(), path, "is too large"),
        "maxItems" => One(value is not JsonArray items || items.Count <= rule.GetValue<int>(), path, "has too many items"),
        "uniqueItems" => One(value is not JsonArray items || items.Select(static item => item?.ToJsonString()).Distinct().Count() == items.Count, path, "repeats an item"),
        "minProperties" => One(value is not JsonObject members || members.Count >= rule.GetValue<int>(), path, "has too few members"),
        "maxProperties" => One(value is not JsonObject members || members.Count <= rule.GetValue<int>(), path, "has too many members"),
        "required" => rule.AsArray().SelectMany(name => One(value is not JsonObject members || members.ContainsKey($"{name}"), path, $"lacks {name}")),
        "items" => (value as JsonArray ?? []).SelectMany((item, index) => Check(item, rule, $"{path}[{index}]")),
        "properties" => (value as JsonObject ?? []).SelectMany(member => rule[member.Key] is { } inner ? Check(member.Value, inner, $"{path}.{member.Key}") : []),
        "propertyNames" => (value as JsonObject ?? []).SelectMany(member => Check(JsonValue.Create(member.Key), rule, $"{path}.{member.Key}")),
        "additionalProperties" => (value as JsonObject ?? []).Where(member => schema["properties"]?[member.Key] is null)
            .SelectMany(member => rule is JsonValue ? One(rule.GetValue<bool>(), path, $"has an unknown member {member.Key}") : Check(member.Value, rule, $"{path}.{member.Key}")),
        _ => throw new NotSupportedException($"The keyword {keyword} is not checked."),
    };

    private JsonNode Resolve(string reference) =>
        reference[2..].Split('/').Aggregate(root, static (node, step) => node[step] ?? throw new InvalidOperationException($"{step} is not defined."));

    private static string[] One(bool fine, string path, string fault) => fine ? [] : [$"{path} {fault}"];

    private static int? Length(JsonNode? value) => IsType(value, "string") ? value?.GetValue<string>().Length : null;

    private static double? Number(JsonNode? value) => IsType(value, "number") ? value?.GetValue<double>() : null;

    private static bool IsType(JsonNode? value, string type) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value?.GetValueKind() == System.Text.Json.JsonValueKind.String,
        "number" => value?.GetValueKind() == System.Text.Json.JsonValueKind.Number,
        "integer" => value?.GetValueKind() == System.Text.Json.JsonValueKind.Number && double.IsInteger(value.GetValue<double>()),
        "boolean" => value?.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False,
        _ => throw new NotSupportedException($"The type {type} is not checked."),
    };
}
