using System.Text.Json;
using Sas.Interop.Contracts.Fhir.Json.Codecs;

namespace Sas.Interop.Contracts.Fhir.Json.Shapes;

/// <summary>Reads one value where one is due; a list of exactly one is taken with a warning.</summary>
internal static class SingleValue
{
    public static TValue? Read<TValue>(ref FhirReader reader, Codec<TValue> codec)
    {
        if (reader.Token == JsonTokenType.Null)
        {
            reader.Warn(FhirIssueRules.EmptyElement, "A null is treated as absent.");
            return default;
        }

        return reader.Token == JsonTokenType.StartArray ? ReadListed(ref reader, codec) : codec.Read(ref reader);
    }

    private static TValue? ReadListed<TValue>(ref FhirReader reader, Codec<TValue> codec)
    {
        var start = reader.Json.TokenStartIndex;
        if (reader.Next() && reader.Token == JsonTokenType.EndArray)
        {
            reader.Warn(FhirIssueRules.EmptyElement, "An empty list is treated as absent.");
            return default;
        }

        var value = reader.Token is JsonTokenType.StartArray or JsonTokenType.Null ? default : codec.Read(ref reader);
        reader.SkipIfList();
        if (reader.Next() && reader.Token == JsonTokenType.EndArray)
        {
            reader.Report(FhirIssueSeverity.Warning, FhirIssueRules.Cardinality, "One value is due; the only one of the list was taken.", start);
            return value;
        }

        reader.Report(FhirIssueSeverity.Error, FhirIssueRules.Cardinality, "One value is due, and the list has several.", start);
        do
        {
            reader.Skip();
        }
        while (reader.Next() && reader.Token != JsonTokenType.EndArray);

        return default;
    }
}
