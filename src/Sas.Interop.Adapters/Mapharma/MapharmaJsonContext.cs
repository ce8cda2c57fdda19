using System.Text.Json.Serialization;

namespace Sas.Interop.Adapters.Mapharma;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(MapharmaOptions))]
[JsonSerializable(typeof(MapharmaPharmacy))]
[JsonSerializable(typeof(List<MapharmaTime?>))]
internal sealed partial class MapharmaJsonContext : JsonSerializerContext;
