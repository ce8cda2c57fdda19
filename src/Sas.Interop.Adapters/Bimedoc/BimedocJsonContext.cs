using System.Text.Json.Serialization;

namespace Sas.Interop.Adapters.Bimedoc;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BimedocOptions))]
[JsonSerializable(typeof(BimedocSlot))]
internal sealed partial class BimedocJsonContext : JsonSerializerContext;
