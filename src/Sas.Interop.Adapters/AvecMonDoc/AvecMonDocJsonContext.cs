using System.Text.Json.Serialization;

namespace Sas.Interop.Adapters.AvecMonDoc;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AvecMonDocOptions))]
[JsonSerializable(typeof(AvecMonDocReason))]
[JsonSerializable(typeof(List<AvecMonDocReason?>))]
[JsonSerializable(typeof(AvecMonDocCell))]
[JsonSerializable(typeof(AvecMonDocNext))]
[JsonSerializable(typeof(AvecMonDocRefusal))]
[JsonSerializable(typeof(AvecMonDocQuery))]
internal sealed partial class AvecMonDocJsonContext : JsonSerializerContext;
