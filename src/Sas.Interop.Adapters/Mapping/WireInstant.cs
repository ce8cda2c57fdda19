using System.Text.Json;

namespace Sas.Interop.Adapters.Mapping;

/// <summary>Reads an instant straight from an answer, without making a string.</summary>
internal static class WireInstant
{
    private const int Longest = 64;

    /// <summary>An instant, or a local time of the zone.</summary>
    /// <returns>False for null and for a text that is neither.</returns>
    /// <exception cref="JsonException">The value is no text.</exception>
    public static bool TryRead(ref Utf8JsonReader value, TimeZoneInfo zone, out DateTimeOffset instant)
    {
        Span<char> text = stackalloc char[Longest];
        instant = default;
        return TryCopy(ref value, text, out var length) && Instants.TryRead(text[..length], zone, out instant);
    }

    /// <summary>As <see cref="TryRead"/>; a bare day counts as its first instant. For hints, never for slots.</summary>
    /// <exception cref="JsonException">The value is no text.</exception>
    public static bool TryReadOrDay(ref Utf8JsonReader value, TimeZoneInfo zone, out DateTimeOffset instant)
    {
        Span<char> text = stackalloc char[Longest];
        instant = default;
        if (!TryCopy(ref value, text, out var length))
        {
            return false;
        }

        text = text[..length];
        if (Instants.TryReadDay(text, out var day))
        {
            instant = DayWindow.StartOf(day, zone);
            return true;
        }

        return Instants.TryRead(text, zone, out instant);
    }

    private static bool TryCopy(ref Utf8JsonReader value, scoped Span<char> text, out int length)
    {
        length = 0;
        if (value.TokenType == JsonTokenType.Null)
        {
            return false;
        }

        if (value.TokenType != JsonTokenType.String)
        {
            throw new JsonException($"{value.TokenType} where a time is due.");
        }

        if (value.HasValueSequence || value.ValueSpan.Length > Longest)
        {
            return false;
        }

        length = value.CopyString(text);
        return true;
    }
}
