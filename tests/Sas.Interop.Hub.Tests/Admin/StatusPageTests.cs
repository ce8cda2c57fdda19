using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Admin;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Tests.Admin;

internal sealed class StatusPageTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 7, 0, 0, TimeSpan.Zero);

    private static readonly VendorView Well = new() { Id = "well", Name = "Santé & Cie", Dialect = "sas-fhir", Enabled = true, State = VendorState.Ok, Polls = true, Pushes = true, AgeSeconds = 7_300, Slots = 12_345 };

    [TestCase(VendorState.Ok, ">OK<")]
    [TestCase(VendorState.Idle, ">Nothing to poll<")]
    [TestCase(VendorState.Failing, ">Failing<")]
    [TestCase(VendorState.HeldBack, ">Held back: fell silent<")]
    [TestCase(VendorState.NeverAnswered, ">Not all polled yet<")]
    [TestCase(null, ">Not started yet<")]
    public void ToHtml_EveryState_IsSaidInWords(VendorState? state, string words) => Assert.That(Html(Well with { State = state }), Does.Contain(words));

    [Test]
    public void ToHtml_AllStates_AreTried() =>
        Assert.That(Enum.GetValues<VendorState>().Select(static state => Html(Well with { State = state })), Has.None.Contains("Not started yet").And.Exactly(5).Items);

    [Test]
    public void ToHtml_HostileTexts_StayTexts()
    {
        const string Hostile = "<script>alert(1)</script>\"'&<b>";

        var html = Html(Well with { Name = Hostile, Id = Hostile, Dialect = Hostile, LastError = Hostile });

        Assert.That(html, Does.Not.Contain("<script").And.Not.Contain("<b>").And.Contain("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#x27;&amp;&lt;b&gt;"));
        Assert.That(new StatusPage(new VendorsView(Now, 0, 0, 0, []), true, Hostile, false).ToHtml(), Does.Not.Contain("<script"));
    }

    [Test]
    public void ToHtml_Row_ReadsWell()
    {
        var html = Html(Well with { TargetsFailed = 2, Targets = 1_000, LastError = nameof(HubErrorCode.VendorTimeout), Fails = true });

        Assert.That(html, Does.Contain("Santé &amp; Cie").And.Contain("poll and push").And.Contain(">2 h<").And.Contain(">12\u202F345<"));
        Assert.That(html, Does.Contain("OK for most").And.Contain("2 of 1\u202F000 targets without answer").And.Contain(">VendorTimeout</td>"));
        Assert.That(Html(Well with { LastError = nameof(HubErrorCode.VendorTimeout) }), Does.Contain("VendorTimeout<small>over</small>"));
    }

    [Test]
    public void ToHtml_Vendors_TheUnwellComeFirstAndTheDisabledLast()
    {
        var html = Html(Well with { Id = "a-off", Enabled = false, State = null }, Well with { Id = "b-well" }, Well with { Id = "c-bad", State = VendorState.Failing });

        Assert.That(new[] { "c-bad", "b-well", "a-off" }.Select(id => html.IndexOf($">{id}<", StringComparison.Ordinal)), Is.Ordered.And.All.Positive);
        Assert.That(html, Does.Contain("1 of 2 enabled vendors needs a look."));
    }

    [Test]
    public void ToHtml_Page_CanBeReadByEverybody()
    {
        var html = Html(Well);

        Assert.That(html, Does.StartWith("<!doctype html>\n<html lang=\"en\">").And.Contain("<caption>").And.Contain("<th scope=\"row\">").And.Contain("<th scope=\"col\">"));
        Assert.That(html, Does.Contain("2026-03-02 07:00:00 UTC").And.Contain("http-equiv=\"refresh\" content=\"15\"").And.Contain("?refresh=off"));
        Assert.That(html, Does.Not.Contain("<script").And.Not.Contain("src=").And.Not.Contain("http://").And.Not.Contain("https://"));
        Assert.That(new StatusPage(new VendorsView(Now, 0, 0, 0, []), true, null, false).ToHtml(), Does.Not.Contain("http-equiv"));
    }

    [TestCase("#fbfbfa", "#1b1f24", "#525a63", "#0b57b0", "#17692c", "#ad1a12", "#7a4b00")]
    [TestCase("#eef1f4", "#1b1f24")]
    [TestCase("#1b1f24", "#e8eaed", "#a9b1ba", "#8ab9f5", "#74cf8a", "#ff9d94", "#f0bd65")]
    [TestCase("#242a30", "#e8eaed")]
    public void Css_Colours_StandOutFromWhatIsBehind(string back, params string[] colours)
    {
        Assert.That(colours.Append(back), Is.All.Matches<string>(static colour => StatusStyle.Css.Contains(colour, StringComparison.Ordinal)));
        Assert.That(colours.Select(colour => Contrast(colour, back)), Is.All.GreaterThanOrEqualTo(4.5));
    }

    private static string Html(params VendorView[] vendors) => new StatusPage(new VendorsView(Now, 3, 4, 5_000, vendors), true, null, true).ToHtml();

    /// <summary>Contrast ratio of WCAG 2.</summary>
    private static double Contrast(string one, string other)
    {
        var (first, second) = (Luminance(one), Luminance(other));
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    private static double Luminance(string colour)
    {
        var parts = Convert.FromHexString(colour[1..]).Select(static part => part / 255.0).Select(static part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }
}
