namespace Sas.Interop.Contracts.Fhir;

/// <summary>Grammar of the R4 date and time types, read by hand so that no culture and no leniency of a general parser enters.</summary>
internal static class LexicalTime
{
    private const int MaxLength = 64;
    private const int DateLength = 10;

    /// <summary>Reads a date of year, month or day precision.</summary>
    public static bool TryReadDate(ReadOnlySpan<char> text, out FhirDateTimePrecision precision, out DateOnly first)
    {
        precision = text.Length switch { 4 => FhirDateTimePrecision.Year, 7 => FhirDateTimePrecision.Month, _ => FhirDateTimePrecision.Day };
        first = default;
        if (text.Length is not (4 or 7 or DateLength) || !TryReadDigits(text[..4], out var year) || year == 0)
        {
            return false;
        }

        var month = 1;
        var day = 1;
        if (text.Length >= 7 && (text[4] != '-' || !TryReadDigits(text[5..7], out month) || month is < 1 or > 12))
        {
            return false;
        }

        if (text.Length == DateLength && (text[7] != '-' || !TryReadDigits(text[8..], out day) || day < 1 || day > DateTime.DaysInMonth(year, month)))
        {
            return false;
        }

        first = new DateOnly(year, month, day);
        return true;
    }

    /// <summary>Reads a date, a time and an offset, all mandatory.</summary>
    public static bool TryReadInstant(ReadOnlySpan<char> text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length is <= DateLength or > MaxLength || text[DateLength] != 'T'
            || !TryReadDate(text[..DateLength], out _, out var date)
            || !TryReadTime(text[(DateLength + 1)..], out var timeOfDay, out var timeLength)
            || !TryReadOffset(text[(DateLength + 1 + timeLength)..], out var offset))
        {
            return false;
        }

        var local = date.ToDateTime(TimeOnly.MinValue).Ticks + timeOfDay;
        var utc = local - offset.Ticks;
        if (local > DateTime.MaxValue.Ticks || utc < 0 || utc > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        value = new DateTimeOffset(local, offset);
        return true;
    }

    /// <summary>Reads <c>hh:mm:ss[.f…]</c> at the start of a text; a leap second reaches the next minute.</summary>
    public static bool TryReadTime(ReadOnlySpan<char> text, out long ticks, out int length)
    {
        ticks = 0;
        length = 8;
        if (text.Length < length || text.Length > MaxLength || text[2] != ':' || text[5] != ':'
            || !TryReadDigits(text[..2], out var hours) || hours > 23
            || !TryReadDigits(text[3..5], out var minutes) || minutes > 59
            || !TryReadDigits(text[6..8], out var seconds) || seconds > 60)
        {
            return false;
        }

        ticks = (((hours * 60L) + minutes) * 60 + seconds) * TimeSpan.TicksPerSecond;
        if (text.Length == length || text[length] != '.')
        {
            return true;
        }

        length++;
        var unit = TimeSpan.TicksPerSecond / 10;
        for (; length < text.Length && char.IsAsciiDigit(text[length]); length++, unit /= 10)
        {
            ticks += (text[length] - '0') * unit;
        }

        return length > 9;
    }

    private static bool TryReadOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text is "Z")
        {
            return true;
        }

        if (text.Length != 6 || text[0] is not ('+' or '-') || text[3] != ':'
            || !TryReadDigits(text[1..3], out var hours) || !TryReadDigits(text[4..], out var minutes)
            || minutes > 59 || hours > 14 || (hours == 14 && minutes > 0))
        {
            return false;
        }

        offset = new TimeSpan(hours, minutes, 0);
        offset = text[0] == '-' ? -offset : offset;
        return true;
    }

    private static bool TryReadDigits(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            number = (number * 10) + (digit - '0');
        }

        return true;
    }
}
