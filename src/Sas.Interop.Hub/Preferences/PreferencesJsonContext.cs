using System.Text.Json.Serialization;

namespace Sas.Interop.Hub.Preferences;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PreferenceDocument))]
[JsonSerializable(typeof(PreferencePage))]
[JsonSerializable(typeof(IReadOnlyList<EditorDocument>))]
[JsonSerializable(typeof(IReadOnlyList<EditorLinkDocument>))]
[JsonSerializable(typeof(ApiErrorDocument))]
internal sealed partial class PreferencesJsonContext : JsonSerializerContext;
