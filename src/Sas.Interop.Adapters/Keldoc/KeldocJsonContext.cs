using System.Text.Json.Serialization;

namespace Sas.Interop.Adapters.Keldoc;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(KeldocOptions))]
internal sealed partial class KeldocJsonContext : JsonSerializerContext;
