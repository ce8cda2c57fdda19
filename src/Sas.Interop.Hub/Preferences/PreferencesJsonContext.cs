using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sas.Interop.Hub.Preferences;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PreferenceDocument))]
[JsonSerializable(typeof(PreferencePage))]
[JsonSerializable(typeof(IReadOnlyList<EditorDocument>))]
[JsonSerializable(typeof(MarketplacePage))]
[JsonSerializable(typeof(IReadOnlyList<EditorLinkDocument>))]
[JsonSerializable(typeof(ApiErrorDocument))]
internal sealed partial class PreferencesJsonContext : JsonSerializerContext
{
    /// <summary>The one to use: the plus of an offset stays readable, which the default would escape for the sake of pages of HTML.</summary>
    public static PreferencesJsonContext Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
