using System.Text.Json.Serialization;

namespace Sas.Interop.Hub.Telemetry;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true)]
[JsonSerializable(typeof(ReadyReport))]
[JsonSerializable(typeof(ReadyBrief))]
[JsonSerializable(typeof(LiveReport))]
internal sealed partial class HealthJsonContext : JsonSerializerContext;
