using System.Text.Json;

using Sas.Interop.Hub.Admin;
using Sas.Interop.Hub.Tests.Configuration;

namespace Sas.Interop.Hub.Tests.Admin;

/// <summary>The page that operators read says what the code does.</summary>
internal sealed class OperatorViewPageTests
{
    private static readonly string Page = Repository.Text("docs", "operator-view.md");

    [Test]
    public void Page_Sections_StandInTheFixedOrder() => Assert.That(
        Page.Split('\n').Where(static line => line.StartsWith("## ", StringComparison.Ordinal)),
        Is.EqualTo(new[] { "## About", "## Usage", "## Settings and defaults", "## Telemetry", "## Failure modes", "## Do and do not" }));

    [Test]
    public void Page_Sample_HasTheShapeOfTheCode()
    {
        var from = Page.IndexOf("```json\n", StringComparison.Ordinal) + 8;
        var sample = Page[from..Page.IndexOf("```", from, StringComparison.Ordinal)];

        // Reading it into the type and writing it again loses and adds nothing.
        var written = JsonSerializer.Serialize(JsonSerializer.Deserialize(sample, AdminJsonContext.Wire.TimeView)!, AdminJsonContext.Wire.TimeView); // The sample is no JSON null.
        Assert.That(JsonElement.DeepEquals(JsonElement.Parse(written), JsonElement.Parse(sample)), written);
    }

    [Test]
    public void Page_Bounds_AreThoseOfTheCode() => Assert.That(
        Page,
        Does.Contain(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"at most {ViewWindow.Longest.Days} days, {OwnerInspection.MostSlots} slots in one answer, counts of the index at most once in {IndexCensus.KeptFor.Seconds} seconds, a reload every {StatusPage.RefreshSeconds} seconds")));
}
