using System.Collections.Concurrent;
using System.Globalization;

namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>Time zones by the names that templates use: a region (<c>Europe/Paris</c>), <c>UTC</c>, <c>GMT</c>, <c>Z</c>, or an offset (<c>+02:00</c>).</summary>
internal static class TemplateZone
{
    private const int MaxCached = 512;
    private static readonly ConcurrentDictionary<string, TimeZoneInfo> Known = new(StringComparer.Ordinal);

    public static TimeZoneInfo Find(string id)
    {
        if (Known.TryGetValue(id, out var zone))
        {
            return zone;
        }

        zone = TryFind(id) ?? throw new TemplateFaultException($"Unknown time zone '{id}'.");
        if (Known.Count < MaxCached)
        {
            Known.TryAdd(id, zone);
        }

        return zone;
    }

    public static TimeZoneInfo? TryFind(string id)
    {
        if (id is "UTC" or "GMT" or "Z")
        {
            return id == "GMT" ? TimeZoneInfo.CreateCustomTimeZone("GMT", TimeSpan.Zero, "GMT", "GMT") : TimeZoneInfo.Utc;
        }

        if (id.Length > 0 && id[0] is '+' or '-')
        {
            return TryParseOffset(id, out var offset) ? FromOffset(offset) : null;
        }

        // Region names only: other spellings mean different things on different machines.
        return id.Contains('/', StringComparison.Ordinal) && id.Length <= 64 && !id.Contains("..", StringComparison.Ordinal)
            && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
            ? zone
            : null;
    }

    public static TimeZoneInfo FromOffset(TimeSpan offset) =>
        offset == TimeSpan.Zero
            ? TimeZoneInfo.Utc
            : TimeZoneInfo.CreateCustomTimeZone(OffsetText(offset), offset, null, null);

    /// <summary>Reads <c>Z</c>, <c>+HH</c>, <c>+HHmm</c> or <c>+HH:mm</c>.</summary>
    public static bool TryParseOffset(string text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text == "Z")
        {
            return true;
        }

        var digits = text.Length is 3 or 5 or 6 && text[0] is '+' or '-' ? text[1..].Replace(":", "", StringComparison.Ordinal) : "";
        if (digits.Length is not (2 or 4) || !digits.All(char.IsAsciiDigit) || (text.Length == 6 && text[3] != ':'))
        {
            return false;
        }

        var hours = int.Parse(digits.AsSpan(0, 2), CultureInfo.InvariantCulture);
        var minutes = digits.Length == 4 ? int.Parse(digits.AsSpan(2), CultureInfo.InvariantCulture) : 0;
        offset = new TimeSpan(hours, minutes, 0) * (text[0] == '-' ? -1 : 1);
        return minutes < 60 && offset.Duration() <= TimeSpan.FromHours(14);
    }

    /// <summary>The instant of a wall-clock time: a time in the gap moves forward by the gap, a doubled time is the first of both.</summary>
    public static DateTimeOffset ToInstant(DateTime local, TimeZoneInfo zone)
    {
        if (zone.IsInvalidTime(local))
        {
            // The offset before the gap is the one an hour-scale step earlier; reading the clock with it lands after the gap.
            var before = zone.GetUtcOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified).AddHours(-3));
            return new DateTimeOffset(local - before, TimeSpan.Zero);
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local - offset, TimeSpan.Zero);
    }

    public static string OffsetText(TimeSpan offset) =>
        $"{(offset < TimeSpan.Zero ? '-' : '+')}{offset.Duration().ToString(@"hh\:mm", CultureInfo.InvariantCulture)}";
}
