using System.Text.Json.Serialization;

namespace Sas.Interop.Adapters.Maiia;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(MaiiaReason))]
internal sealed partial class MaiiaPayloadContext : JsonSerializerContext;
