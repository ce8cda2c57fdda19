using System.Text;
using System.Text.Json;

namespace Sas.Interop.Contracts.Fhir.Json.Codecs;

/// <summary>FHIR <c>decimal</c>, with its digits as written.</summary>
internal sealed class DecimalCodec : Codec<FhirDecimal?>
{
    private const int MaxDigits = 64;

    public static DecimalCodec Instance { get; } = new();

    public override string TypeName => "decimal";

    public override bool IsPrimitive => true;

    public override FhirDecimal? Read(ref FhirReader reader)
    {
        if (reader.Token != JsonTokenType.Number)
        {
            reader.WrongType("a number");
            return null;
        }

        if (reader.Json.ValueSpan.Length <= MaxDigits)
        {
            return FhirDecimal.FromJson(Encoding.UTF8.GetString(reader.Json.ValueSpan));
        }

        reader.Error(FhirIssueRules.ValueFormat, "The number has more digits than a decimal can have.");
        return null;
    }

    public override void Write(Utf8JsonWriter writer, FhirDecimal? value) =>
        writer.WriteRawValue(value.GetValueOrDefault().Text, skipInputValidation: true);

    public override bool HasContent(FhirDecimal? value) => value.GetValueOrDefault().Text.Length > 0;
}
