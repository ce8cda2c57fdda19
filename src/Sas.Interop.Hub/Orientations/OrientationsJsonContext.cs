using System.Text.Json.Serialization;

namespace Sas.Interop.Hub.Orientations;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StatisticsDocument))]
[JsonSerializable(typeof(WeeksDocument))]
internal sealed partial class OrientationsJsonContext : JsonSerializerContext;
