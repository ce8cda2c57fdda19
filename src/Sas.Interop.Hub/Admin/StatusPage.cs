using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Admin;

/// <summary>The status page. Whatever comes from a file or a vendor is escaped; states are words, colour only repeats them.</summary>
internal sealed class StatusPage(VendorsView view, bool catalogLoaded, string? startClockAt, bool refreshes)
{
    public const int RefreshSeconds = 15;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder _html = new(16_384);

    /// <summary>What whoever looks must know first; null when there is nothing.</summary>
    public string? Warning { get; init; }

    public string ToHtml()
    {
        _html.Clear();
        WriteHead();
        WriteSummary();
        WriteTable();
        _html.Append("</main>\n</body>\n</html>\n");
        return _html.ToString();
    }

    private void WriteHead()
    {
        _html.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        if (refreshes)
        {
            _html.Append(CultureInfo.InvariantCulture, $"<meta http-equiv=\"refresh\" content=\"{RefreshSeconds}\">\n");
        }

        _html.Append("<title>Status: vendor interoperability hub</title>\n<style>").Append(StatusStyle.Css).Append("</style>\n</head>\n<body>\n<main>\n");
    }

    private void WriteSummary()
    {
        var enabled = view.Vendors.Count(static vendor => vendor.Enabled);
        var unwell = view.Vendors.Count(static vendor => !vendor.IsWell);
        var health = !catalogLoaded ? "Vendors are not loaded yet." : unwell == 0 ? "All enabled vendors are well." : $"{Number(unwell)} of {Number(enabled)} enabled vendors {(unwell == 1 ? "needs" : "need")} a look.";
        if (Warning is not null)
        {
            _html.Append("<p class=\"warning\" role=\"alert\">").Append(Encoder.Encode(Warning)).Append("</p>\n");
        }

        _html.Append("<h1>Vendor interoperability hub</h1>\n<p><strong>").Append(health).Append("</strong></p>\n");
        _html.Append("<p>Hub’s clock: ").Append(Time(view.At, "yyyy-MM-dd HH:mm:ss 'UTC'"));
        if (startClockAt is not null)
        {
            _html.Append(" (it was set to start at ").Append(Encoder.Encode(startClockAt)).Append(')');
        }

        _html.Append(". ");
        _html.Append(refreshes
            ? $"This page reloads every {Number(RefreshSeconds)} seconds. <a href=\"?refresh=off\">Stop</a>"
            : "This page stays as it is. <a href=\"?\">Reload by itself</a>");
        _html.Append("</p>\n<dl>\n");
        WriteCounter("Owners", view.Owners);
        WriteCounter("Places", view.Places);
        WriteCounter("Slots", view.Slots);
        WriteCounter("Enabled vendors", enabled);
        _html.Append("</dl>\n");
    }

    private void WriteCounter(string name, long value) => _html.Append("<div><dt>").Append(name).Append("</dt><dd>").Append(Number(value)).Append("</dd></div>\n");

    private void WriteTable()
    {
        _html.Append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Vendors\">\n<table>\n")
            .Append("<caption>Vendors that need a look first, then by id. Times are UTC. The age is that of the last word, by poll or push; owners and slots are those in the index.</caption>\n<thead><tr>");
        foreach (var (name, isNumber) in (ReadOnlySpan<(string, bool)>)
            [("Vendor", false), ("Dialect", false), ("State", false), ("Comes by", false), ("Last success", false), ("Age", true), ("Owners", true), ("Slots", true), ("Last error", false)])
        {
            _html.Append(isNumber ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">").Append(name).Append("</th>");
        }

        _html.Append("</tr></thead>\n<tbody>\n");
        foreach (var vendor in view.Vendors.OrderBy(static vendor => vendor.IsWell).ThenByDescending(static vendor => vendor.Enabled).ThenBy(static vendor => vendor.Id, StringComparer.Ordinal))
        {
            WriteRow(vendor);
        }

        _html.Append("</tbody>\n</table>\n</div>\n");
    }

    private void WriteRow(VendorView vendor)
    {
        var (mark, state) = StateOf(vendor);
        _html.Append("<tr><th scope=\"row\"><bdi>").Append(Encoder.Encode(vendor.Name)).Append("</bdi><small>").Append(Encoder.Encode(vendor.Id)).Append("</small></th><td>")
            .Append(Encoder.Encode(vendor.Dialect)).Append("</td><td><span class=\"").Append(mark).Append("\">").Append(state).Append("</span>").Append(Remark(vendor)).Append("</td><td>")
            .Append(vendor switch { { Polls: true, Pushes: true } => "poll and push", { Polls: true } => "poll", { Pushes: true } => "push", _ => "neither" })
            .Append("</td><td>").Append(vendor.LastSuccess is { } success ? Time(success, "yyyy-MM-dd HH:mm:ss") : "never")
            .Append("</td><td class=\"number\">").Append(vendor.AgeSeconds is { } age ? Age(age) : "–")
            .Append("</td><td class=\"number\">").Append(Number(vendor.Owners))
            .Append("</td><td class=\"number\">").Append(Number(vendor.Slots))
            .Append("</td><td>").Append(vendor.LastError is null ? "none" : Encoder.Encode(vendor.LastError))
            .Append(vendor is { LastError: not null, Fails: false } ? "<small>over</small>" : string.Empty).Append("</td></tr>\n");
    }

    private static (string Mark, string State) StateOf(VendorView vendor) => vendor switch
    {
        { Enabled: false } => ("off", "Disabled"),
        { State: VendorState.Ok, TargetsFailed: > 0 } => ("wait", "OK for most"),
        { State: VendorState.Ok } => ("ok", "OK"),
        { State: VendorState.Idle } => ("off", "Nothing to poll"),
        { State: VendorState.Failing } => ("bad", "Failing"),
        { State: VendorState.HeldBack } => ("wait", "Held back: fell silent"),
        { State: VendorState.NeverAnswered } => ("wait", "Not all polled yet"),
        _ => ("wait", "Not started yet"),
    };

    private static string Remark(VendorView vendor) => vendor switch
    {
        { Enabled: false } => string.Empty,
        { TargetsFailed: > 0 } => $"<small>{Number(vendor.TargetsFailed)} of {Number(vendor.Targets)} targets without answer</small>",
        { State: VendorState.Failing, ConsecutiveFailures: > 0 } => $"<small>{Number(vendor.ConsecutiveFailures)} failed in a row</small>",
        _ => string.Empty,
    };

    private static string Time(DateTimeOffset instant, string format) => string.Create(
        CultureInfo.InvariantCulture,
        $"<time datetime=\"{instant.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}\">{instant.UtcDateTime.ToString(format, CultureInfo.InvariantCulture)}</time>");

    private static string Age(long seconds) => seconds switch
    {
        < 120 => $"{Number(Math.Max(0, seconds))} s",
        < 7_200 => $"{Number(seconds / 60)} min",
        < 172_800 => $"{Number(seconds / 3_600)} h",
        _ => $"{Number(seconds / 86_400)} d",
    };

    // A thin space between thousands reads the same in both languages of the operators.
    private static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '\u202F');
}
