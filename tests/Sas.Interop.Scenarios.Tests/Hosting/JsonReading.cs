using System.Text.Json;

namespace Sas.Interop.Scenarios.Tests.Hosting;

/// <summary>Short ways into a JSON text that may lack anything.</summary>
internal static class JsonReading
{
    public static JsonElement? At(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    public static string? Text(this JsonElement element, string name) =>
        element.At(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.At(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>The first identifier's value.</summary>
    public static string? Identifier(this JsonElement resource) =>
        resource.Items("identifier").Select(static identifier => identifier.Text("value")).FirstOrDefault();

    public static string? Reference(this JsonElement resource, string name) => resource.At(name)?.Text("reference");

    public static IEnumerable<string?> References(this JsonElement resource, string name) => resource.Items(name).Select(static item => item.Text("reference"));

    /// <summary>Codes of a list of codings.</summary>
    public static IEnumerable<string?> Codes(this IEnumerable<JsonElement> codings) => codings.Select(static coding => coding.Text("code"));
}
