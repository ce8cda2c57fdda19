using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sas.Interop.Hub.Admin;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(OwnerView))]
[JsonSerializable(typeof(VendorsView))]
[JsonSerializable(typeof(VendorDetailView))]
internal sealed partial class AdminJsonContext : JsonSerializerContext
{
    /// <summary>The one to use: for people, who read indented text, and whose plus of an offset stays a plus.</summary>
    public static AdminJsonContext Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    });
}
