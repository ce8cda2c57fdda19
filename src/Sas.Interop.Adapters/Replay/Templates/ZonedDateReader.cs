using System.Globalization;
using System.Text.RegularExpressions;

namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>Reads dates that name their zone, when the template gives no format: ISO 8601 with offset, and the date of HTTP headers.</summary>
internal static partial class ZonedDateReader
{
    public static TemplateDate? Read(string text)
    {
        if (text.Length > 100)
        {
            return null;
        }

        var match = Iso().Match(text);
        return match.Success ? FromIso(match) : FromHttp(text);
    }

    private static TemplateDate? FromIso(Match match)
    {
        if (!DateTime.TryParseExact(
            match.Groups["local"].Value,
            ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var local) || !TemplateZone.TryParseOffset(match.Groups["offset"].Value, out var offset))
        {
            return null;
        }

        var fraction = match.Groups["fraction"].Value.PadRight(3, '0')[..3];
        local = local.AddMilliseconds(int.Parse(fraction, CultureInfo.InvariantCulture));

        // The offset decides the instant, even where the region had another one; the region decides how it prints.
        var region = match.Groups["region"];
        var zone = region.Success ? TemplateZone.TryFind(region.Value) : TemplateZone.FromOffset(offset);
        return zone is null ? null : new TemplateDate(new DateTimeOffset(local - offset, TimeSpan.Zero), zone);
    }

    private static TemplateDate? FromHttp(string text) =>
        DateTime.TryParseExact(text, "ddd, d MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var utc)
            ? new TemplateDate(new DateTimeOffset(utc, TimeSpan.Zero), TimeZoneInfo.Utc)
            : null;

    [GeneratedRegex(
        @"\A(?<local>\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?)(\.(?<fraction>\d{1,9}))?(?<offset>Z|[+-]\d{2}(:\d{2})?)(\[(?<region>[A-Za-z0-9/_+-]+)\])?\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Iso();
}
