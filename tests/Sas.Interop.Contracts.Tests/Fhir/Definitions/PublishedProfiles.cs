using System.Text.Json;

using Sas.Interop.Contracts.Fhir.Definitions;

namespace Sas.Interop.Contracts.Tests.Fhir.Definitions;

/// <summary>Our definitions as JSON.</summary>
internal static class PublishedProfiles
{
    public static IReadOnlyList<JsonElement> Resources { get; } = [.. PublishedDefinitions.Files.Select(static file => JsonElement.Parse(file.Utf8.Span))];

    public static IEnumerable<JsonElement> All => OfType("StructureDefinition");

    public static IEnumerable<JsonElement> OfType(string type) => Resources.Where(resource => resource.GetProperty("resourceType").GetString() == type);
}
