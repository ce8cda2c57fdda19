using System.Globalization;

namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>Dates that move with the clock.</summary>
internal static class DateFunctions
{
    public static IReadOnlyList<TemplateFunction> All { get; } =
    [
        new("now", Now) { MaxArguments = 0, Check = CheckPrinting },
        new("date", Date) { MinArguments = 0, MaxArguments = 1, Check = CheckPrinting },
        new("parseDate", Parse) { MinArguments = 1, MaxArguments = 1, Check = CheckReading },
        new("truncateDate", Truncate) { MinArguments = 2, MaxArguments = 2, Check = CheckTruncation },
    ];

    private static TemplateDate Now(FunctionCall call) => Shape(call, new TemplateDate(call.Run.Now), call.NamedText("timezone"));

    // A value that is no date counts as "now", and a date keeps the zone it was made with: both are WireMock's habits.
    private static TemplateDate Date(FunctionCall call) => call[0] is TemplateDate date
        ? Shape(call, date, null)
        : Now(call);

    private static TemplateDate Shape(FunctionCall call, TemplateDate date, string? zone)
    {
        var instant = call.NamedText("offset") is { } offset ? DateShift.Parse(offset).Apply(date.Instant) : date.Instant;
        return new TemplateDate(instant, zone is null ? date.Zone : TemplateZone.Find(zone), call.NamedText("format"));
    }

    private static TemplateDate? Parse(FunctionCall call)
    {
        var text = call.Text(0);
        return call.NamedText("format") switch
        {
            null => ZonedDateReader.Read(text),
            "unix" => FromNumber(text, 1000),
            "epoch" => FromNumber(text, 1),
            var format => DateReader.For(format).Read(text),
        };
    }

    private static TemplateDate FromNumber(string text, int scale) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 4_000_000_000_000 / scale
            ? new TemplateDate(DateTimeOffset.FromUnixTimeMilliseconds(number * scale))
            : throw new TemplateFaultException($"'{text}' is no number of seconds or milliseconds.");

    private static TemplateDate Truncate(FunctionCall call)
    {
        if (call[0] is not TemplateDate date)
        {
            throw new TemplateFaultException("'truncateDate' needs a date as its first argument.");
        }

        var zone = date.Zone ?? TimeZoneInfo.Utc;
        var local = TimeZoneInfo.ConvertTime(date.Instant, zone);
        var start = DateTruncation.Apply(call.Text(1), local.DateTime);

        // Within the hour the offset stays what it was; it decides which of two equal wall-clock times is meant.
        var instant = local.DateTime - start < TimeSpan.FromHours(1) && zone.IsAmbiguousTime(start)
            ? new DateTimeOffset(start - local.Offset, TimeSpan.Zero)
            : TemplateZone.ToInstant(start, zone);
        return new TemplateDate(instant, zone);
    }

    private static void CheckPrinting(CallExpression call)
    {
        if (call.ConstantText("format") is { } format and not ("epoch" or "unix"))
        {
            DatePrinter.For(format);
        }

        if (call.ConstantText("offset") is { } offset)
        {
            DateShift.Parse(offset);
        }

        if (call.ConstantText("timezone") is { } zone)
        {
            TemplateZone.Find(zone);
        }
    }

    private static void CheckReading(CallExpression call)
    {
        if (call.ConstantText("format") is { } format and not ("epoch" or "unix"))
        {
            DateReader.For(format);
        }
    }

    private static void CheckTruncation(CallExpression call)
    {
        if (call.ConstantText(1) is { } unit)
        {
            DateTruncation.Apply(unit, DateTime.UnixEpoch);
        }
    }
}
