using System.Text.Json;

namespace Sas.Interop.Contracts.Fhir.Json.Shapes;

/// <summary>Reads and writes the <c>_name</c> members that carry ids and extensions of primitives.</summary>
internal static class SiblingReader
{
    public static void ReadOne(ref FhirReader reader, string member, int? index, ref ObjectFrame frame)
    {
        if (reader.Token == JsonTokenType.Null)
        {
            reader.Warn(FhirIssueRules.EmptyElement, "A null is treated as absent.");
            return;
        }

        if (ShapeOf<PrimitiveExtension>.Value.Read(ref reader) is { } sibling)
        {
            (frame.Siblings ??= []).Add(sibling with { Name = member, Index = index });
        }
    }

    /// <summary>Reads a list where null stands for a value without id and extensions.</summary>
    public static void ReadMany(ref FhirReader reader, string member, ref ObjectFrame frame)
    {
        if (reader.Token != JsonTokenType.StartArray)
        {
            reader.Error(FhirIssueRules.Cardinality, "Here a list is due.");
            reader.Skip();
            return;
        }

        for (var index = 0; reader.Next() && reader.Token != JsonTokenType.EndArray; index++)
        {
            if (!reader.AdmitsItem(index))
            {
                return;
            }

            if (reader.Token != JsonTokenType.Null)
            {
                ReadOne(ref reader, member, index, ref frame);
            }
        }
    }

    public static PrimitiveExtension? Find(IReadOnlyList<PrimitiveExtension>? siblings, string member, int? index)
    {
        for (var i = 0; i < siblings?.Count; i++)
        {
            if (siblings[i].Index == index && siblings[i].Name == member)
            {
                return ShapeOf<PrimitiveExtension>.Value.HasContent(siblings[i]) ? siblings[i] : null;
            }
        }

        return null;
    }

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, PrimitiveExtension? sibling)
    {
        if (sibling is not null)
        {
            writer.WritePropertyName(name);
            ShapeOf<PrimitiveExtension>.Value.Write(writer, sibling);
        }
    }
}
