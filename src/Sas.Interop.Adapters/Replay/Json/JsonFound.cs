using System.Text.Json;
using Sas.Interop.Adapters.Replay.Templates;

namespace Sas.Interop.Adapters.Replay.Json;

/// <summary>What a path found: one value, or the values of a path with a wildcard or filter. A null among them stands for a missing member.</summary>
/// <param name="Values">The values.</param>
/// <param name="IsList">Whether the path may lead to several values.</param>
internal sealed record JsonFound(IReadOnlyList<JsonElement?> Values, bool IsList)
{
    public object? ToValue() => IsList
        ? new JsonList([.. Values.Select(static value => value is { } element ? TemplateJson.Binary(element) : null)])
        : TemplateJson.Binary(Values[0]!.Value); // A definite path that found nothing gives no result at all.

    /// <summary>The values a matcher looks at: the items of a list, else the one value; texts as WireMock makes them.</summary>
    public IEnumerable<string> Texts()
    {
        var elements = IsList
            ? Values.OfType<JsonElement>()
            : Values[0] is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : Values.OfType<JsonElement>();
        return elements.Where(static element => element.ValueKind != JsonValueKind.Null).Select(Text);
    }

    /// <summary>The whole result as JSON text.</summary>
    public string Json() => IsList
        ? $"[{string.Join(",", Values.OfType<JsonElement>().Select(static value => value.GetRawText()))}]"
        : Values[0]!.Value.GetRawText(); // As above.

    /// <summary>Whether the plain form of the matcher is content: something that is not null and not empty.</summary>
    public bool IsPresent() => IsList
        ? Values.Any(static value => value is { } element && element.ValueKind != JsonValueKind.Undefined)
        : Values[0] is { } single && single.ValueKind switch
        {
            JsonValueKind.Null => false,
            JsonValueKind.Array => single.GetArrayLength() > 0,
            JsonValueKind.Object => single.EnumerateObject().MoveNext(),
            _ => true,
        };

    public bool IsNull => !IsList && Values[0] is { ValueKind: JsonValueKind.Null };

    private static string Text(JsonElement element) => element.ValueKind is JsonValueKind.Object or JsonValueKind.Array
        ? element.GetRawText()
        : TemplateValue.Print(TemplateJson.Binary(element));
}
