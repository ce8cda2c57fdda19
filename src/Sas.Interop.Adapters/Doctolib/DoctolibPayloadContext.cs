using System.Text.Json.Serialization;

namespace Sas.Interop.Adapters.Doctolib;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(DoctolibMotive))]
[JsonSerializable(typeof(DoctolibAgenda))]
[JsonSerializable(typeof(DoctolibPlace))]
[JsonSerializable(typeof(DoctolibSpeciality))]
internal sealed partial class DoctolibPayloadContext : JsonSerializerContext;
