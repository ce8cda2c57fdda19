using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sas.Interop.Hub.Regulators;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DeliveriesDocument))]
[JsonSerializable(typeof(RegulatorCountsDocument))]
[JsonSerializable(typeof(PlatformResultDocument))]
internal sealed partial class RegulatorsJsonContext : JsonSerializerContext
{
    /// <summary>The one to use: the plus of an offset stays readable.</summary>
    public static RegulatorsJsonContext Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
