using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sas.Interop.Adapters.Json;

/// <summary>Reads a yes or no in any of the ways of <see cref="JsonText.Boolean"/>.</summary>
internal sealed class YesNoConverter : JsonConverter<bool>
{
    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonText.Boolean(ref reader);

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
}
