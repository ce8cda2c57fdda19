using System.Text.Json;

using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Hub.Fhir.Validate;

/// <summary>Looks up the type of a resource without reading it into a model.</summary>
internal static class ResourceTypeName
{
    private static readonly JsonReaderOptions Json = new() { MaxDepth = 256 };

    /// <param name="utf8">JSON; it is looked through to its end.</param>
    /// <returns>The text of the first top-level <c>resourceType</c>; null when there is none.</returns>
    /// <exception cref="JsonException">The bytes are no JSON.</exception>
    /// <exception cref="InvalidOperationException">The type is no text that can be.</exception>
    public static string? Read(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8, Json);
        string? type = null;
        reader.Read();
        while (reader.Read())
        {
            if (type is null && reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName && reader.IsText("resourceType"u8))
            {
                reader.Read();
                type = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            }
        }

        return type;
    }

    /// <summary>Likewise, where bytes that are no JSON have no type.</summary>
    public static string? Find(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return Read(utf8);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
