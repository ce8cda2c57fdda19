using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Configuration.Source;
using Sas.Interop.Hub.Preferences;
using Sas.Interop.Hub.Telemetry;
using Sas.Interop.Hub.Tests.Configuration;

namespace Sas.Interop.Hub.Tests.Preferences;

/// <summary>The page that the platform's developers read says what the code does.</summary>
internal sealed partial class PreferencesPageTests
{
    private static readonly string Page = Repository.Text("docs", "preferences.md");

    [Test]
    public void Page_Sections_StandInTheFixedOrder() => Assert.That(
        Page.Split('\n').Where(static line => line.StartsWith("## ", StringComparison.Ordinal)),
        Is.EqualTo(new[] { "## About", "## Usage", "## Settings and defaults", "## Telemetry", "## Failure modes", "## Do and do not" }));

    [Test]
    public void Page_Settings_AreThoseOfTheOptions()
    {
        var expected = Settings(new PreferencesOptions(), PreferencesOptions.Section);

        var told = Rows().Where(static cells => cells[0].StartsWith("`Hub:", StringComparison.Ordinal)).Select(static cells => $"{cells[0].Trim('`')} {cells[2].Trim('`')} {cells[3]}");
        Assert.That(told, Is.EquivalentTo(expected));
    }

    [Test]
    public void Page_Errors_AreThoseOfTheCode()
    {
        var known = typeof(ApiError).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(static property => property.GetValue(null)).OfType<ApiError>();
        var told = Rows().Where(static cells => cells.Length == 3 && Status().IsMatch(cells[0])).Select(static cells => $"{cells[0]} {cells[1].Trim('`')}").ToList();

        Assert.That(known.Select(static error => string.Create(CultureInfo.InvariantCulture, $"{error.Status} {error.Code}")).Distinct(), Is.SubsetOf(told));
        Assert.That(told, Is.Unique);
    }

    [Test]
    public void Page_Events_AreAllTold()
    {
        var ids = typeof(EventIds).GetFields().Where(static field => field.IsLiteral).Select(static field => (int?)field.GetRawConstantValue()).Where(static id => id is >= 2000 and < 2100);

        Assert.That(Rows().Where(static cells => Event().IsMatch(cells[0])).Select(static cells => (int?)int.Parse(cells[0], CultureInfo.InvariantCulture)), Is.EquivalentTo(ids));
    }

    [Test]
    public void Page_Declaration_IsTakenAsItStands()
    {
        var faults = new FaultList("page");
        var root = SourceParser.Parse(Encoding.UTF8.GetBytes(Sample("\"refusesSlots\": false")), ("$", 1), new SourceBounds(8, 2_000, 2_000), faults);
        var body = root is null ? null : ObjectReader.Open(root, faults);
        Assert.That(body, Is.Not.Null);

        var document = new PreferenceReader(body, OwnerKey.Create(OwnerKind.Practitioner, "810990000019"), static id => id is "doctolib" or "maiia").Read();

        Assert.That(faults.Faults(), Is.Empty);
        Assert.That(document?.Unavailabilities, Has.Count.EqualTo(2));
    }

    [Test]
    public void Page_MembersOfADeclaration_AreAllTold()
    {
        var names = PreferencesJsonContext.Wire.PreferenceDocument.Properties.Concat(PreferencesJsonContext.Wire.UnavailabilityDocument.Properties).Select(static property => $"`{property.Name}`");
        var from = Page.IndexOf("| member | default | what |", StringComparison.Ordinal);
        var table = Page[from..Page.IndexOf("\n\n", from, StringComparison.Ordinal)].Split('\n')[2..];

        Assert.That(table.Select(static row => row.Split('|')[1].Trim()), Is.EquivalentTo(names));
    }

    [Test]
    public void Page_OtherSamples_HaveTheShapesOfTheCode()
    {
        Assert.Multiple(static () =>
        {
            Same(Sample("[{ \"id\""), PreferencesJsonContext.Wire.IReadOnlyListEditorDocument);
            Same(Sample("[{ \"editor\""), PreferencesJsonContext.Wire.IReadOnlyListEditorLinkDocument);
            Same(Sample("\"cursor\""), PreferencesJsonContext.Wire.PreferencePage);
            Same(Sample("\"error\""), PreferencesJsonContext.Wire.ApiErrorDocument);
        });
    }

    /// <summary>Reading a sample into the type and writing it again loses and adds nothing.</summary>
    private static void Same<T>(string sample, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
    {
        var written = JsonSerializer.Serialize(JsonSerializer.Deserialize(sample, type)!, type); // The sample is no JSON null.
        Assert.That(JsonElement.DeepEquals(JsonElement.Parse(written), JsonElement.Parse(sample)), written);
    }

    private static IEnumerable<string> Settings(object options, string section) => options.GetType().GetProperties().Select(property =>
    {
        var range = property.GetCustomAttribute<System.ComponentModel.DataAnnotations.RangeAttribute>() ?? throw new InvalidOperationException($"{property.Name} has no bounds.");

        // A range of spans converts its texts only when it first judges.
        range.IsValid(property.GetValue(options));
        return string.Create(CultureInfo.InvariantCulture, $"{section}:{property.Name} {property.GetValue(options)} {range.Minimum} to {range.Maximum}");
    });

    private static IEnumerable<string[]> Rows() => Page.Split('\n')
        .Where(static line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal))
        .Select(static line => line.Split('|')[1..^1].Select(static cell => cell.Trim()).ToArray());

    private static string Sample(string holding) =>
        Block().Matches(Page).Select(static match => match.Groups[1].Value).First(block => block.Contains(holding, StringComparison.Ordinal));

    [GeneratedRegex("^[45][0-9]{2}$")]
    private static partial Regex Status();

    [GeneratedRegex("^20[0-9]{2}$")]
    private static partial Regex Event();

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
