using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Json;
using Sas.Interop.Hub.CareRequests;
using Sas.Interop.Hub.Configuration.Source;
using Sas.Interop.Hub.Fhir.Write;
using Sas.Interop.Hub.Orientations;
using Sas.Interop.Hub.Persistence.Orientations;
using Sas.Interop.Hub.Telemetry;
using Sas.Interop.Hub.Tests.Configuration;

namespace Sas.Interop.Hub.Tests.CareRequests;

/// <summary>The pages on care requests and on the record say what the code does.</summary>
internal sealed partial class CareRequestsPagesTests
{
    private static readonly string Requests = Repository.Text("docs", "care-requests.md");
    private static readonly string Record = Repository.Text("docs", "orientations.md");

    [Test]
    public void Pages_Sections_StandInTheFixedOrder()
    {
        foreach (var page in new[] { Requests, Record })
        {
            Assert.That(
                page.Split('\n').Where(static line => line.StartsWith("## ", StringComparison.Ordinal)),
                Is.EqualTo(new[] { "## About", "## Usage", "## Settings and defaults", "## Telemetry", "## Failure modes", "## Do and do not" }));
        }
    }

    [Test]
    public void Pages_Settings_AreThoseOfTheOptions()
    {
        Assert.That(Told(Requests), Is.EquivalentTo(Settings(new CareRequestsOptions(), CareRequestsOptions.Section)));
        Assert.That(Told(Record), Is.EquivalentTo(Settings(new OrientationsOptions(), OrientationsOptions.Section)));
    }

    [Test]
    public void Pages_Events_AreAllTold()
    {
        Assert.That(Events(Requests), Is.EquivalentTo(Known(2500)));
        Assert.That(Events(Record), Is.EquivalentTo(Known(2600)));
    }

    [Test]
    public void Page_Request_IsTakenAsItStands()
    {
        var utf8 = Encoding.UTF8.GetBytes(Sample(Requests, "\"ServiceRequest\""));
        var read = FhirJson.Read<ServiceRequest>(utf8, FhirReadOptions.Default);
        Assert.That(read.Issues, Is.Empty);
        Assert.That(read.Resource, Is.Not.Null);

        Assert.That(ServiceRequestReader.Read(new Written<ServiceRequest>(read.Resource, utf8), isNew: true).Order, Is.Not.Null);
    }

    [Test]
    public void Page_Act_IsTakenAsItStands()
    {
        var faults = new FaultList("page");
        var root = SourceParser.Parse(Encoding.UTF8.GetBytes(Sample(Record, "\"InAddition\"")), ("$", 1), new SourceBounds(8, 2_000, 2_000), faults);
        var body = root is null ? null : ObjectReader.Open(root, faults);
        Assert.That(body, Is.Not.Null);

        var row = new RecordingReader(body, new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero), static _ => true).Read("id");

        Assert.That(faults.Faults(), Is.Empty);
        Assert.That(row?.Kind, Is.EqualTo(nameof(OrientationKind.InAddition)));
    }

    [Test]
    public void Page_Kinds_AreAllTold() => Assert.That(Enum.GetNames<OrientationKind>(), Is.All.Matches<string>(static name => Record.Contains($"`{name}`", StringComparison.Ordinal)));

    private static IEnumerable<string> Settings(object options, string section) => options.GetType().GetProperties().Select(property =>
    {
        var range = property.GetCustomAttribute<System.ComponentModel.DataAnnotations.RangeAttribute>();

        // A range of spans converts its texts only when it first judges.
        range?.IsValid(property.GetValue(options));
        return string.Create(CultureInfo.InvariantCulture, $"{section}:{property.Name} {property.GetValue(options)} {(range is null ? string.Empty : $"{range.Minimum} to {range.Maximum}")}");
    });

    private static IEnumerable<string> Told(string page) =>
        Rows(page).Where(static cells => cells[0].StartsWith("`Hub:", StringComparison.Ordinal) && cells.Length == 4).Select(static cells => $"{cells[0].Trim('`')} {cells[2].Trim('`')} {cells[3]}");

    private static IEnumerable<int?> Events(string page) =>
        Rows(page).Where(static cells => cells[0].Length == 4 && cells[0].All(char.IsAsciiDigit)).Select(static cells => (int?)int.Parse(cells[0], CultureInfo.InvariantCulture));

    private static IEnumerable<int?> Known(int block) =>
        typeof(EventIds).GetFields().Where(static field => field.IsLiteral).Select(static field => (int?)field.GetRawConstantValue()).Where(id => id >= block && id < block + 100);

    private static IEnumerable<string[]> Rows(string page) => page.Split('\n')
        .Where(static line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal))
        .Select(static line => line.Split('|')[1..^1].Select(static cell => cell.Trim()).ToArray());

    private static string Sample(string page, string holding) =>
        Block().Matches(page).Select(static match => match.Groups[1].Value).First(block => block.Contains(holding, StringComparison.Ordinal));

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
