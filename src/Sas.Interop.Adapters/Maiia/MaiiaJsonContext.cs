using System.Text.Json.Serialization;

namespace Sas.Interop.Adapters.Maiia;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(MaiiaOptions))]
internal sealed partial class MaiiaJsonContext : JsonSerializerContext;
