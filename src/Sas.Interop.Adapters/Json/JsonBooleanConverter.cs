using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sas.Interop.Adapters.Json;

/// <summary>For members that hold a yes or no, written as a boolean, 0 and 1, or either as text.</summary>
internal sealed class JsonBooleanConverter : JsonConverter<bool>
{
    public override bool HandleNull => true;

    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonText.Boolean(ref reader);

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
}
