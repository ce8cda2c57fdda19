using System.Text.Json.Serialization;

namespace Sas.Interop.Adapters.Ordoclic;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OrdoclicOptions))]
[JsonSerializable(typeof(OrdoclicAttribute))]
[JsonSerializable(typeof(OrdoclicProfessional))]
[JsonSerializable(typeof(OrdoclicReason))]
[JsonSerializable(typeof(OrdoclicSlot))]
[JsonSerializable(typeof(OrdoclicQuery))]
internal sealed partial class OrdoclicJsonContext : JsonSerializerContext;
