using System.Text.Json.Serialization;

namespace Sas.Interop.Adapters.Mesoigner;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(MesoignerOptions))]
[JsonSerializable(typeof(MesoignerCenter))]
[JsonSerializable(typeof(List<MesoignerSlot?>))]
internal sealed partial class MesoignerJsonContext : JsonSerializerContext;
