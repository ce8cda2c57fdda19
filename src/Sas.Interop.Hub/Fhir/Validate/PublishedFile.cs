using System.Text.Json;

using Sas.Interop.Contracts.Fhir.Validation;

namespace Sas.Interop.Hub.Fhir.Validate;

/// <summary>One of the hub's own definitions, by the names that it is asked for.</summary>
internal sealed record PublishedFile(string Type, string Id, string Url, ReadOnlyMemory<byte> Utf8)
{
    public static PublishedFile Of(DefinitionFile file)
    {
        var resource = JsonElement.Parse(file.Utf8.Span);
        return new PublishedFile(Text(resource, "resourceType"), Text(resource, "id"), Text(resource, "url"), file.Utf8);
    }

    private static string Text(JsonElement resource, string name) =>
        resource.GetProperty(name).GetString() ?? throw new InvalidOperationException($"A published definition has no {name}.");
}
