using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sas.Interop.Adapters.Json;

/// <summary>For members that hold an identifier or a text, written as text or number.</summary>
internal sealed class JsonIdentifierConverter : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonText.Identifier(ref reader);

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
