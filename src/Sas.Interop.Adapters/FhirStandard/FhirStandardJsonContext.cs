using System.Text.Json.Serialization;

namespace Sas.Interop.Adapters.FhirStandard;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(FhirStandardOptions))]
internal sealed partial class FhirStandardJsonContext : JsonSerializerContext;
