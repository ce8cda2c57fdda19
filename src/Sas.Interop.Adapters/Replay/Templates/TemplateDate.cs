using System.Globalization;

namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>An instant that remembers the zone and the format in which it prints.</summary>
/// <param name="Instant">The instant, in UTC, to the millisecond.</param>
/// <param name="Zone">Zone of printing and truncating; null means UTC.</param>
/// <param name="Format">Pattern, <c>epoch</c>, <c>unix</c>, or null for ISO 8601 to the second.</param>
internal sealed record TemplateDate(DateTimeOffset Instant, TimeZoneInfo? Zone = null, string? Format = null)
{
    public string Print() => Format switch
    {
        null => Iso(),
        "epoch" => Instant.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        "unix" => (Instant.ToUnixTimeMilliseconds() / 1000).ToString(CultureInfo.InvariantCulture),
        _ => DatePrinter.For(Format).Print(TimeZoneInfo.ConvertTime(Instant, Zone ?? TimeZoneInfo.Utc), Zone),
    };

    private string Iso()
    {
        var local = TimeZoneInfo.ConvertTime(Instant, Zone ?? TimeZoneInfo.Utc);
        var offset = local.Offset == TimeSpan.Zero ? "Z" : TemplateZone.OffsetText(local.Offset);
        return local.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) + offset;
    }
}
