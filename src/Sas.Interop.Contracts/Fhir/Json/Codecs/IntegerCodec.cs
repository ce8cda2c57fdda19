using System.Text.Json;

namespace Sas.Interop.Contracts.Fhir.Json.Codecs;

/// <summary>FHIR <c>integer</c>, <c>unsignedInt</c> and <c>positiveInt</c>: 32 bits, with a least value.</summary>
internal sealed class IntegerCodec(int minimum) : Codec<int?>
{
    public static IntegerCodec Any { get; } = new(int.MinValue);

    public static IntegerCodec Unsigned { get; } = new(0);

    public static IntegerCodec Positive { get; } = new(1);

    public override string TypeName => minimum switch { 0 => "unsignedInt", 1 => "positiveInt", _ => "integer" };

    public override bool IsPrimitive => true;

    public override int? Read(ref FhirReader reader)
    {
        if (reader.Token != JsonTokenType.Number)
        {
            reader.WrongType("a whole number");
            return null;
        }

        if (reader.Json.TryGetInt32(out var value) && value >= minimum)
        {
            return value;
        }

        reader.Error(FhirIssueRules.ValueFormat, "The number is not whole or is out of range.");
        return null;
    }

    public override void Write(Utf8JsonWriter writer, int? value) => writer.WriteNumberValue(value.GetValueOrDefault());

    public override bool HasContent(int? value) => value.HasValue;
}
