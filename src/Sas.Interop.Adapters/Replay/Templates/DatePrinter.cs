using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>Prints dates by the patterns of Java's <c>SimpleDateFormat</c> (English names), compiled once.</summary>
internal sealed class DatePrinter
{
    private const string Letters = "yMdHhkKmsSaEuDXZz";
    private const int MaxCached = 512;
    private static readonly ConcurrentDictionary<string, DatePrinter> Cache = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<DatePatternToken> _tokens;

    private DatePrinter(string pattern) => _tokens = DatePatternToken.Split(pattern, Letters);

    public static DatePrinter For(string pattern)
    {
        if (Cache.TryGetValue(pattern, out var printer))
        {
            return printer;
        }

        printer = new DatePrinter(pattern);
        if (printer._tokens.Any(static token => token is { Letter: 'X', Count: > 3 }))
        {
            throw new TemplateFaultException($"The date pattern '{pattern}' has more than three X.");
        }

        if (Cache.Count < MaxCached)
        {
            Cache.TryAdd(pattern, printer);
        }

        return printer;
    }

    public string Print(DateTimeOffset local, TimeZoneInfo? zone)
    {
        var text = new StringBuilder();
        foreach (var token in _tokens)
        {
            text.Append(token.Letter == '\0' ? token.Literal : Field(token, local, zone));
        }

        return text.ToString();
    }

    private static string Field(DatePatternToken token, DateTimeOffset local, TimeZoneInfo? zone) => token.Letter switch
    {
        'y' => token.Count == 2 ? Pad(local.Year % 100, 2) : Pad(local.Year, token.Count),
        'M' => token.Count < 3 ? Pad(local.Month, token.Count) : local.ToString(token.Count == 3 ? "MMM" : "MMMM", CultureInfo.InvariantCulture),
        'd' => Pad(local.Day, token.Count),
        'D' => Pad(local.DayOfYear, token.Count),
        'E' => local.ToString(token.Count < 4 ? "ddd" : "dddd", CultureInfo.InvariantCulture),
        'u' => Pad(local.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)local.DayOfWeek, token.Count),
        'a' => local.Hour < 12 ? "AM" : "PM",
        'X' => IsoOffset(local.Offset, token.Count),
        'Z' => TemplateZone.OffsetText(local.Offset).Replace(":", "", StringComparison.Ordinal),
        'z' => ZoneName(zone),
        _ => Pad(Clock(token.Letter, local), token.Count),
    };

    private static int Clock(char letter, DateTimeOffset local) => letter switch
    {
        'H' => local.Hour,
        'k' => local.Hour == 0 ? 24 : local.Hour,
        'K' => local.Hour % 12,
        'h' => local.Hour % 12 == 0 ? 12 : local.Hour % 12,
        'm' => local.Minute,
        's' => local.Second,
        _ => local.Millisecond,
    };

    private static string IsoOffset(TimeSpan offset, int count)
    {
        if (offset == TimeSpan.Zero)
        {
            return "Z";
        }

        var text = TemplateZone.OffsetText(offset);
        return count switch
        {
            1 => text[..3],
            2 => text.Replace(":", "", StringComparison.Ordinal),
            _ => text,
        };
    }

    private static string ZoneName(TimeZoneInfo? zone) => zone is null || zone.Id is "UTC" or "GMT"
        ? zone?.Id ?? "UTC"
        : throw new TemplateFaultException("The pattern letter z prints only UTC and GMT; use X or Z for other zones.");

    private static string Pad(int value, int width) => value.ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');
}
