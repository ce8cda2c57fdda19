using System.Globalization;

namespace Sas.Interop.Adapters.Mapping;

/// <summary>Reads the instants, local times and days that vendors write (VENDORS §2, "Time").</summary>
internal static class Instants
{
    private const int MaxLength = 40;

    private static readonly string[] WithOffset =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mmzzz",
        "yyyy-MM-dd' 'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd' 'HH:mm:sszzz", "yyyy-MM-dd' 'HH:mmzzz",
    ];

    private static readonly string[] Local =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm",
        "yyyy-MM-dd' 'HH:mm:ss.FFFFFFF", "yyyy-MM-dd' 'HH:mm:ss", "yyyy-MM-dd' 'HH:mm",
    ];

    /// <summary>An instant in UTC with milliseconds, as browsers write it.</summary>
    public static string ToUtcText(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>An instant: with an offset (<c>Z</c>, <c>+02:00</c>, <c>+0200</c>) as written, without one in the given zone.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, TimeZoneInfo zone, out DateTimeOffset instant)
    {
        text = text.Trim();
        if (TryReadWithOffset(text, out instant))
        {
            return true;
        }

        if (TryReadLocal(text, out var local))
        {
            return PlaceZone.TryToInstant(local, zone, out instant);
        }

        return false;
    }

    /// <summary>An instant that carries its offset; false for a local time or a bare day.</summary>
    public static bool TryReadWithOffset(ReadOnlySpan<char> text, out DateTimeOffset instant)
    {
        // Room for the longest accepted text whose final letter becomes a six-character offset.
        Span<char> normal = stackalloc char[MaxLength + 5];
        text = text.Trim();
        instant = default;
        if (text.Length is < 17 or > MaxLength)
        {
            return false;
        }

        text.CopyTo(normal);
        var length = text.Length;
        if (text[^1] is 'Z' or 'z')
        {
            "+00:00".CopyTo(normal[(length - 1)..]);
            length += 5;
        }
        else if (text[^5] is '+' or '-')
        {
            text[^2..].CopyTo(normal[(length - 1)..]);
            normal[length - 2] = ':';
            length++;
        }

        return DateTimeOffset.TryParseExact(normal[..length], WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant);
    }

    /// <summary>A local time without offset.</summary>
    public static bool TryReadLocal(ReadOnlySpan<char> text, out DateTime local) =>
        DateTime.TryParseExact(text.Trim(), Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out local) && HasInstant(local.Year);

    /// <summary>A bare day, <c>yyyy-MM-dd</c>.</summary>
    public static bool TryReadDay(ReadOnlySpan<char> text, out DateOnly day) =>
        DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && HasInstant(day.Year);

    /// <summary>The first and last years, written by some software for "none", leave the calendar once an offset is applied.</summary>
    private static bool HasInstant(int year) => year is > 1 and < 9999;
}
