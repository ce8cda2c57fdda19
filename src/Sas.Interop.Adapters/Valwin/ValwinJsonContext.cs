using System.Text.Json.Serialization;

namespace Sas.Interop.Adapters.Valwin;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ValwinOptions))]
[JsonSerializable(typeof(ValwinPharmacy))]
[JsonSerializable(typeof(ValwinItem))]
internal sealed partial class ValwinJsonContext : JsonSerializerContext;
