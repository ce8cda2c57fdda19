using System.Text.Json;

namespace Sas.Interop.Contracts.Fhir.Json.Shapes;

/// <summary>The shape of one resource type, for callers that hold resources of any type.</summary>
internal interface IResourceShape
{
    Type Type { get; }

    Resource? ReadResource(ref FhirReader reader);

    void WriteResource(Utf8JsonWriter writer, Resource resource);
}
