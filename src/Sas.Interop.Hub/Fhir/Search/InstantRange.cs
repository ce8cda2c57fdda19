using System.Globalization;

using Sas.Interop.Adapters.Mapping;

namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>A FHIR search date as the span of time that it names: a day is 24 hours, a minute 60 seconds (CONTRACT §3.6).</summary>
/// <param name="First">First instant.</param>
/// <param name="Last">Last instant.</param>
internal readonly record struct InstantRange(DateTimeOffset First, DateTimeOffset Last)
{
    private const int LongestText = 40;
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById(PlaceZone.Default);

    /// <summary>Reads year, month, day, minute, second or fraction, with an offset, <c>Z</c> or neither (then Paris time, D11); a blank before the offset is a lost plus (D12).</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out InstantRange range)
    {
        range = default;
        text = text.Trim();
        if (text.Length is < 4 or > LongestText)
        {
            return false;
        }

        Span<char> restored = stackalloc char[text.Length];
        text.CopyTo(restored);
        RestorePlus(restored);
        return restored.Contains('T') ? TryParseTime(restored, out range) : TryParseDay(restored, out range);
    }

    private static void RestorePlus(Span<char> text)
    {
        var blank = text.LastIndexOf(' ');
        if (blank > 0 && text.Length - blank is 6 or 5 && text[..blank].Contains('T'))
        {
            text[blank] = '+';
        }
    }

    private static bool TryParseTime(ReadOnlySpan<char> text, out InstantRange range)
    {
        range = default;
        if (!Instants.TryReadWithOffset(text, out var instant))
        {
            if (!Instants.TryReadLocal(text, out var local))
            {
                return false;
            }

            instant = PlaceZone.ToInstant(local, Paris);
        }

        if (instant.Year is < 1900 or > 2150)
        {
            return false;
        }

        range = new InstantRange(instant, instant + Precision(text) - TimeSpan.FromTicks(1));
        return true;
    }

    private static TimeSpan Precision(ReadOnlySpan<char> text)
    {
        var time = text[(text.IndexOf('T') + 1)..];
        if (time.Contains('.'))
        {
            return TimeSpan.FromMilliseconds(1);
        }

        var clock = time.IndexOfAny("+-Zz") is >= 0 and var zone ? time[..zone] : time;
        return clock.Length > 5 ? TimeSpan.FromSeconds(1) : TimeSpan.FromMinutes(1);
    }

    private static bool TryParseDay(ReadOnlySpan<char> text, out InstantRange range)
    {
        range = default;
        var format = text.Length switch { 4 => "yyyy", 7 => "yyyy-MM", 10 => "yyyy-MM-dd", _ => null };
        if (format is null
            || !DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            || first.Year is < 1900 or > 2150)
        {
            return false;
        }

        var next = text.Length switch { 4 => first.AddYears(1), 7 => first.AddMonths(1), _ => first.AddDays(1) };
        range = new InstantRange(PlaceZone.ToInstant(first, Paris), PlaceZone.ToInstant(next, Paris) - TimeSpan.FromTicks(1));
        return true;
    }
}
