using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Json;
using Sas.Interop.Hub.Persistence.Regulators;
using Sas.Interop.Hub.Regulators;
using Sas.Interop.Hub.Telemetry;
using Sas.Interop.Hub.Tests.Configuration;

namespace Sas.Interop.Hub.Tests.Regulators;

/// <summary>The page says what the code does.</summary>
internal sealed partial class RegulatorsPageTests
{
    private static readonly string Page = Repository.Text("docs", "regulators.md");

    [Test]
    public void Page_Sections_StandInTheFixedOrder() => Assert.That(
        Page.Split('\n').Where(static line => line.StartsWith("## ", StringComparison.Ordinal)),
        Is.EqualTo(new[] { "## About", "## Usage", "## Settings and defaults", "## Telemetry", "## Failure modes", "## Do and do not" }));

    [Test]
    public void Page_Settings_AreThoseOfTheOptions()
    {
        var options = new RegulatorsOptions();
        var expected = typeof(RegulatorsOptions).GetProperties().Select(property =>
        {
            var range = (System.ComponentModel.DataAnnotations.RangeAttribute)property.GetCustomAttributes(typeof(System.ComponentModel.DataAnnotations.RangeAttribute), false).Single();
            return string.Create(CultureInfo.InvariantCulture, $"{RegulatorsOptions.Section}:{property.Name} {property.GetValue(options)} {range.Minimum} to {range.Maximum}");
        });

        Assert.That(
            Rows().Where(static cells => cells[0].StartsWith("`Hub:", StringComparison.Ordinal)).Select(static cells => $"{cells[0].Trim('`')} {cells[2].Trim('`')} {cells[3]}"),
            Is.EquivalentTo(expected));
    }

    [Test]
    public void Page_Events_AreAllTold()
    {
        var ids = typeof(EventIds).GetFields().Where(static field => field.IsLiteral).Select(static field => (int?)field.GetRawConstantValue()).Where(static id => id is >= 2100 and < 2200);

        Assert.That(Rows().Where(static cells => Event().IsMatch(cells[0])).Select(static cells => (int?)int.Parse(cells[0], CultureInfo.InvariantCulture)), Is.EquivalentTo(ids));
    }

    [Test]
    public void Page_States_AreThoseOfTheCode() => Assert.That(
        Rows().Where(static cells => cells.Length == 2 && Enum.GetNames<DeliveryState>().Any(name => cells[0] == $"`{DeliveryDocument.Word(name)}`")).Select(static cells => cells[0].Trim('`')),
        Is.EqualTo(Enum.GetNames<DeliveryState>().Select(DeliveryDocument.Word)));

    [Test]
    public void Page_Account_IsTakenAsItStands()
    {
        var read = FhirJson.Read<Practitioner>(Encoding.UTF8.GetBytes(Sample("\"resourceType\"")), FhirReadOptions.Default);
        Assert.That(read.Issues, Is.Empty);
        Assert.That(read.Resource, Is.Not.Null);

        Assert.That(RegulatorReader.Read(read.Resource).Faults, Is.Empty);
    }

    [Test]
    public void Page_Deliveries_HaveTheShapeOfTheCode()
    {
        var type = RegulatorsJsonContext.Wire.DeliveriesDocument;
        var sample = Sample("\"deliveries\"");
        var written = JsonSerializer.Serialize(JsonSerializer.Deserialize(sample, type)!, type); // The sample is no JSON null.

        Assert.That(JsonElement.DeepEquals(JsonElement.Parse(written), JsonElement.Parse(sample)), Is.True, written);
    }

    private static IEnumerable<string[]> Rows() => Page.Split('\n')
        .Where(static line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal))
        .Select(static line => line.Split('|')[1..^1].Select(static cell => cell.Trim()).ToArray());

    private static string Sample(string holding) => Block().Matches(Page).Select(static match => match.Groups[1].Value).First(block => block.Contains(holding, StringComparison.Ordinal));

    [GeneratedRegex("^21[0-9]{2}$")]
    private static partial Regex Event();

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
