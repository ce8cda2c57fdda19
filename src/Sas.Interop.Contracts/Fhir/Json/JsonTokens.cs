using System.Text.Json;

namespace Sas.Interop.Contracts.Fhir.Json;

/// <summary>Comparisons of JSON texts that no hostile text can make throw.</summary>
public static class JsonTokens
{
    /// <summary>
    /// Whether the reader stands at a string or a property name with this text. The framework's own comparison throws for a text whose escapes form half of a
    /// surrogate pair (RFC 8259 §8.2); such a text names no character and equals nothing here.
    /// </summary>
    /// <param name="reader">At a string or a property name.</param>
    /// <param name="utf8">The text, in UTF-8 and without escapes.</param>
    /// <returns>True when both are the same characters.</returns>
    /// <exception cref="InvalidOperationException">The reader stands at another token.</exception>
    public static bool IsText(this in Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        if (!reader.ValueIsEscaped)
        {
            return reader.ValueTextEquals(utf8);
        }

        try
        {
            return reader.ValueTextEquals(utf8);
        }
        catch (InvalidOperationException) when (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
        {
            return false; // Half of a surrogate pair.
        }
    }

    /// <inheritdoc cref="IsText(in Utf8JsonReader, ReadOnlySpan{byte})"/>
    /// <param name="reader">At a string or a property name.</param>
    /// <param name="text">The text, without escapes.</param>
    public static bool IsText(this in Utf8JsonReader reader, string text)
    {
        if (!reader.ValueIsEscaped)
        {
            return reader.ValueTextEquals(text);
        }

        try
        {
            return reader.ValueTextEquals(text);
        }
        catch (InvalidOperationException) when (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
        {
            return false; // Half of a surrogate pair.
        }
    }
}
