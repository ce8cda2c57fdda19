using System.Text.Json;

namespace Sas.Interop.Contracts.Fhir.Json.Codecs;

/// <summary>FHIR <c>boolean</c>.</summary>
internal sealed class BooleanCodec : Codec<bool?>
{
    public static BooleanCodec Instance { get; } = new();

    public override string TypeName => "boolean";

    public override bool IsPrimitive => true;

    public override bool? Read(ref FhirReader reader)
    {
        if (reader.Token is JsonTokenType.True or JsonTokenType.False)
        {
            return reader.Token == JsonTokenType.True;
        }

        reader.WrongType("true or false");
        return null;
    }

    public override void Write(Utf8JsonWriter writer, bool? value) => writer.WriteBooleanValue(value.GetValueOrDefault());

    public override bool HasContent(bool? value) => value.HasValue;
}
