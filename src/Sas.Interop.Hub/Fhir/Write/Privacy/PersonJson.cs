using System.Text;
using System.Text.Json;

using Sas.Interop.Adapters.Mapping;

namespace Sas.Interop.Hub.Fhir.Write.Privacy;

/// <summary>Whether plain JSON holds an identifier that only patients have, in a name or a value; of what is no JSON, whether its text does.</summary>
internal static class PersonJson
{
    public static bool Holds(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String or JsonTokenType.Number
                    && reader.ValueSpan.Length >= PersonNumber.Length
                    && Has(reader.TokenType == JsonTokenType.Number ? Encoding.UTF8.GetString(reader.ValueSpan) : reader.GetString()))
                {
                    return true;
                }
            }
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return Has(Encoding.UTF8.GetString(utf8));
        }

        return false;
    }

    private static bool Has(string? text) => PersonNumber.IsIn(text) || PersonSystems.IsIn(text);
}
