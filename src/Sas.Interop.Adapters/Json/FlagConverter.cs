using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sas.Interop.Adapters.Json;

/// <summary>A yes or no written as boolean, as 0 and 1, or as text of them.</summary>
internal sealed class FlagConverter : JsonConverter<bool>
{
    public override bool HandleNull => true;

    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonText.Boolean(ref reader);

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
}
