using System.Text.Json.Nodes;

namespace Sas.Interop.Contracts.Tests.Fhir.Json;

/// <summary>Counts what FHIR JSON forbids: empty texts, lists and objects, and nulls that hold no place in a list.</summary>
internal static class EmptyParts
{
    public static int In(JsonNode? node) => node switch
    {
        null => 1,
        JsonObject members => (members.Count == 0 ? 1 : 0) + members.Sum(static member => In(member.Value)),
        JsonArray items => (items.All(static item => item is null) ? 1 : 0) + items.Where(static item => item is not null).Sum(In),
        JsonValue value => value.TryGetValue<string>(out var text) && text.Length == 0 ? 1 : 0,
        _ => 0,
    };
}
