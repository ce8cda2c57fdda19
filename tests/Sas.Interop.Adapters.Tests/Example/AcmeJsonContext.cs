using System.Text.Json.Serialization;

namespace Sas.Interop.Adapters.Tests.Example;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AcmeOptions))]
[JsonSerializable(typeof(AcmeSlot))]
internal sealed partial class AcmeJsonContext : JsonSerializerContext;
