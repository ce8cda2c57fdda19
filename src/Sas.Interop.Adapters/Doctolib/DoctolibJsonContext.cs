using System.Text.Json.Serialization;

namespace Sas.Interop.Adapters.Doctolib;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(DoctolibOptions))]
internal sealed partial class DoctolibJsonContext : JsonSerializerContext;
