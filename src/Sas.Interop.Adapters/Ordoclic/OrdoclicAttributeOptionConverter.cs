using System.Text.Json;
using System.Text.Json.Serialization;

using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Adapters.Ordoclic;

/// <summary>Reads the <c>option</c> of an attribute's value, which is a text, a list or an object depending on the label; null for all but the last.</summary>
internal sealed class OrdoclicAttributeOptionConverter : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        string? option = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var wanted = reader.IsText("option"u8);
            reader.Read();
            if (wanted && reader.TokenType == JsonTokenType.String)
            {
                option = reader.GetString();
            }

            reader.Skip();
        }

        return option;
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => throw new NotSupportedException();
}
