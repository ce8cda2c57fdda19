using System.Globalization;
using System.Text.Json.Nodes;

namespace Sas.Interop.Scenarios.Tests.Validate;

/// <summary>Changes one place of a JSON resource.</summary>
internal static class Change
{
    /// <param name="resource">Changed in place.</param>
    /// <param name="path">Such as <c>participant.0.status</c>.</param>
    /// <param name="json">The new value as JSON; null removes the place, a value at the index after the last is added.</param>
    public static void At(JsonObject resource, string path, string? json)
    {
        var steps = path.Split('.');
        JsonNode at = resource;
        foreach (var step in steps[..^1])
        {
            at = Next(at, step) ?? throw new InvalidOperationException($"The sample has no {path}.");
        }

        var value = json is null ? null : JsonNode.Parse(json);
        switch (at)
        {
            case JsonObject owner when json is null:
                Assert.That(owner.Remove(steps[^1]), Is.True, "Something is removed.");
                break;
            case JsonObject owner:
                owner[steps[^1]] = value;
                break;
            case JsonArray list when json is null:
                list.RemoveAt(Index(steps[^1]));
                break;
            case JsonArray list when Index(steps[^1]) == list.Count:
                list.Add(value);
                break;
            case JsonArray list:
                list[Index(steps[^1])] = value;
                break;
        }
    }

    private static JsonNode? Next(JsonNode at, string step) => at is JsonArray list ? list[Index(step)] : at[step];

    private static int Index(string step) => int.Parse(step, CultureInfo.InvariantCulture);
}
