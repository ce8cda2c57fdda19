using System.Text.Json;

namespace Sas.Interop.Contracts.Fhir.Json.Codecs;

/// <summary>A primitive that keeps its text and has a value: the date and time types. A text that is none of them is lost, as an error.</summary>
internal sealed class LexicalCodec<TValue>(string typeName, LexicalCodec<TValue>.Parser parser, Func<TValue, string> text, string due) : Codec<TValue?>
    where TValue : struct
{
    public delegate bool Parser(string? text, out TValue value);

    public override string TypeName => typeName;

    public override bool IsPrimitive => true;

    public override TValue? Read(ref FhirReader reader)
    {
        var read = reader.ReadText();
        if (read is null)
        {
            return null;
        }

        if (parser(read, out var value))
        {
            return value;
        }

        reader.Error(FhirIssueRules.ValueFormat, due);
        return null;
    }

    public override void Write(Utf8JsonWriter writer, TValue? value) => TextOutput.Write(writer, text(value.GetValueOrDefault()));

    public override bool HasContent(TValue? value) => text(value.GetValueOrDefault()).Length > 0;
}
