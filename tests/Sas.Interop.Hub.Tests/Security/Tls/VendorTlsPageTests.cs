using System.Text.RegularExpressions;

using Sas.Interop.Hub.Telemetry;
using Sas.Interop.Hub.Tests.Configuration;
using Sas.Interop.Hub.Tests.Configuration.Vendors;

namespace Sas.Interop.Hub.Tests.Security.Tls;

/// <summary><c>docs/vendor-tls.md</c> says what the code does.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed partial class VendorTlsPageTests
{
    private static readonly string Page = Repository.Text("docs", "vendor-tls.md");

    [Test]
    public void Page_Sections_StandInTheFixedOrder() => Assert.That(
        Page.Split('\n').Where(static line => line.StartsWith("## ", StringComparison.Ordinal)),
        Is.EqualTo(new[] { "## About", "## Usage", "## Settings and defaults", "## Telemetry", "## Failure modes", "## Do and do not" }));

    [Test]
    public void Page_Members_AreThoseOfTheReader()
    {
        var known = AdaptersSamples.Read(AdaptersSamples.With("\"tls\": { \"zz\": 1 }")).Faults.Single().Message;

        Assert.That(
            Member().Matches(Page).Select(static row => row.Groups[1].Value),
            Is.EquivalentTo(known[(known.IndexOf("known here: ", StringComparison.Ordinal) + 12)..].TrimEnd('.').Split(", ")));
    }

    [Test]
    public void Page_Example_IsRead()
    {
        var example = Example().Match(Page).Groups[1].Value.Replace("\"id\":", "\"enabled\": false, \"id\":", StringComparison.Ordinal);
        var vendor = AdaptersSamples.Only(AdaptersSamples.Read(AdaptersSamples.File(example)));

        Assert.That((vendor.AllowedHosts.Single(), vendor.BookingPages.Hosts.Count), Is.EqualTo(("files.acme.example", 2)));
    }

    [Test]
    public void Page_Events_AreThoseOfTheProduct()
    {
        var ids = typeof(EventIds).GetFields().Where(static field => field.IsLiteral).Select(static field => $"{field.GetRawConstantValue()}").ToList();

        Assert.That(Event().Matches(Page).SelectMany(static row => row.Groups[1].Value.Split(", ")), Is.SubsetOf(ids));
    }

    [GeneratedRegex("""^\| `tls\.([A-Za-z]+)` \|""", RegexOptions.Multiline)]
    private static partial Regex Member();

    [GeneratedRegex("""^```json\n(.*?)^```""", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex("""^\| (\d{4}(?:, \d{4})*) \|""", RegexOptions.Multiline)]
    private static partial Regex Event();
}
