using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sas.Interop.Adapters.Json;

internal sealed class VendorIdConverter : JsonConverter<VendorId>
{
    public override VendorId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(JsonText.Identifier(ref reader) ?? string.Empty);

    public override void Write(Utf8JsonWriter writer, VendorId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
