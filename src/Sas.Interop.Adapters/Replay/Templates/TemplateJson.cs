using System.Globalization;
using System.Text.Json;

namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>JSON as template values.</summary>
internal static class TemplateJson
{
    /// <summary>Numbers keep their written form (<c>1.50</c>), as <c>parseJson</c> has it.</summary>
    public static object? Exact(JsonElement element) => Convert(element, JsonShape.Exact);

    /// <summary>Decimal numbers become doubles (<c>1.5</c>) and arrays print as JSON, as <c>jsonPath</c> has it.</summary>
    public static object? Binary(JsonElement element) => Convert(element, JsonShape.Binary);

    /// <summary>Decimal numbers become doubles and arrays print as lists, as <c>transformerParameters</c> have it.</summary>
    public static object? Parameter(JsonElement element) => Convert(element, JsonShape.Parameter);

    private static object? Convert(JsonElement element, JsonShape shape) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => Number(element, shape),
        JsonValueKind.Array when shape == JsonShape.Binary => new JsonList([.. element.EnumerateArray().Select(item => Convert(item, shape))]),
        JsonValueKind.Array => element.EnumerateArray().Select(item => Convert(item, shape)).ToArray(),
        JsonValueKind.Object => Map(element, shape),
        _ => null,
    };

    private static object Number(JsonElement element, JsonShape shape)
    {
        if (element.TryGetInt64(out var whole))
        {
            return whole;
        }

        return shape == JsonShape.Exact && decimal.TryParse(element.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : element.GetDouble();
    }

    private static TemplateMap Map(JsonElement element, JsonShape shape)
    {
        var map = new TemplateMap(printable: shape != JsonShape.Binary);
        foreach (var member in element.EnumerateObject())
        {
            map[member.Name] = Convert(member.Value, shape);
        }

        return map;
    }

    private enum JsonShape
    {
        Exact,
        Binary,
        Parameter,
    }
}
