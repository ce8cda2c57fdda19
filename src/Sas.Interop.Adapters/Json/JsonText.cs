using System.Buffers;
using System.Globalization;
using System.Text.Json;

using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Adapters.Json;

/// <summary>Reads what vendors write in several ways: identifiers as text or number, numbers as text, booleans as 0 and 1 (VENDORS §2, "Numbers as text").</summary>
internal static class JsonText
{
    /// <summary>Text or number as trimmed text; null for null and for blank text.</summary>
    /// <exception cref="JsonException">The value is neither.</exception>
    public static string? Identifier(ref Utf8JsonReader value)
    {
        switch (value.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String:
                var text = value.GetString()?.Trim();
                return string.IsNullOrEmpty(text) ? null : text;
            case JsonTokenType.Number:
                return value.HasValueSequence
                    ? System.Text.Encoding.UTF8.GetString(value.ValueSequence.ToArray())
                    : System.Text.Encoding.UTF8.GetString(value.ValueSpan);
            default:
                throw new JsonException($"{value.TokenType} where an identifier is due.");
        }
    }

    /// <summary>A whole number written as number or text; null for null, blank or unreadable text.</summary>
    public static int? Integer(ref Utf8JsonReader value)
    {
        if (value.TokenType == JsonTokenType.Number)
        {
            return value.TryGetInt32(out var number) ? number : null;
        }

        return value.TokenType == JsonTokenType.String && int.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var read)
            ? read
            : null;
    }

    /// <summary>True, "true", 1 and "1" as true; false, "false", 0, "0" and null as false.</summary>
    /// <exception cref="JsonException">The value is none of them.</exception>
    public static bool Boolean(ref Utf8JsonReader value) => value.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False or JsonTokenType.Null => false,
        JsonTokenType.Number when value.TryGetInt32(out var number) && number is 0 or 1 => number == 1,
        JsonTokenType.String when value.IsText("true"u8) || value.IsText("1"u8) => true,
        JsonTokenType.String when value.IsText("false"u8) || value.IsText("0"u8) || value.IsText(""u8) => false,
        _ => throw new JsonException($"{value.TokenType} where a yes or no is due."),
    };
}
