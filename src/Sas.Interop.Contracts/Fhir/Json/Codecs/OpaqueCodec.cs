using System.Buffers;
using System.Text;
using System.Text.Json;
using Sas.Interop.Contracts.Fhir.Json.Shapes;

namespace Sas.Interop.Contracts.Fhir.Json.Codecs;

/// <summary>JSON of a type that is not modelled, kept as compact bytes without its empty members.</summary>
internal sealed class OpaqueCodec : Codec<OpaqueJson>
{
    public static OpaqueCodec Instance { get; } = new();

    public override string TypeName => ElementOutline.AnyType;

    public static UnknownResource? ReadResource(ref FhirReader reader, string type)
    {
        var ahead = reader;
        var id = FindId(ref ahead);
        return Instance.Read(ref reader) is { } json ? new UnknownResource(type, json) { Id = id } : null;
    }

    public override OpaqueJson? Read(ref FhirReader reader)
    {
        var output = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { SkipValidation = true });
        var copy = new OpaqueCopy(writer);
        copy.Value(ref reader, null);
        writer.Flush();
        if (output.WrittenCount > 0)
        {
            return new OpaqueJson(output.WrittenSpan.ToArray());
        }

        reader.Warn(FhirIssueRules.EmptyElement, "An empty object is treated as absent.");
        return null;
    }

    public override void Write(Utf8JsonWriter writer, OpaqueJson value) => writer.WriteRawValue(value.Utf8.Span, skipInputValidation: true);

    public override bool HasContent(OpaqueJson? value) => value is not null;

    /// <summary>The logical id, which references inside a resource need.</summary>
    private static string? FindId(ref FhirReader ahead)
    {
        while (ahead.Next() && ahead.Token == JsonTokenType.PropertyName)
        {
            var found = ahead.Json.IsText("id"u8);
            if (ahead.Next() && found)
            {
                return ahead.Token == JsonTokenType.String && !ahead.Json.ValueIsEscaped ? Encoding.UTF8.GetString(ahead.Json.ValueSpan) : null;
            }

            ahead.Skip();
        }

        return null;
    }
}
