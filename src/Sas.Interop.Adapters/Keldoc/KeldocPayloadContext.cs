using System.Text.Json.Serialization;

namespace Sas.Interop.Adapters.Keldoc;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(KeldocSpecialty))]
[JsonSerializable(typeof(KeldocCabinet))]
[JsonSerializable(typeof(KeldocMotive))]
internal sealed partial class KeldocPayloadContext : JsonSerializerContext;
