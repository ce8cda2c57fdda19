using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sas.Interop.Hub.Outbox;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OutboxView))]
[JsonSerializable(typeof(DeadPage))]
[JsonSerializable(typeof(DeadView))]
[JsonSerializable(typeof(ReplayView))]
[JsonSerializable(typeof(OutboxErrorDocument))]
internal sealed partial class OutboxJsonContext : JsonSerializerContext
{
    /// <summary>The one to use: for people, who read indented text, and whose plus of an offset stays a plus.</summary>
    public static OutboxJsonContext Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    });
}
