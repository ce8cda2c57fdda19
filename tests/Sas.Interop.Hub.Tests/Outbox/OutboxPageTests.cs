using System.Globalization;
using System.Text.RegularExpressions;

using Sas.Interop.Hub.Fhir.Write.Privacy;
using Sas.Interop.Hub.Outbox;
using Sas.Interop.Hub.Telemetry;
using Sas.Interop.Hub.Tests.Configuration;

using Bounds = System.ComponentModel.DataAnnotations.RangeAttribute;
using Lengths = System.ComponentModel.DataAnnotations.StringLengthAttribute;

namespace Sas.Interop.Hub.Tests.Outbox;

/// <summary>The pages on the outbox and on privacy say what the code does.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed partial class OutboxPageTests
{
    private static readonly string[] Sections = ["## About", "## Usage", "## Settings and defaults", "## Telemetry", "## Failure modes", "## Do and do not"];
    private static readonly string Page = Repository.Text("docs", "outbox.md");

    [TestCase("outbox.md")]
    [TestCase("privacy.md")]
    public void Page_Sections_StandInTheFixedOrder(string name) =>
        Assert.That(Repository.Text("docs", name).Split('\n').Where(static line => line.StartsWith("## ", StringComparison.Ordinal)), Is.EqualTo(Sections));

    [Test]
    public void Page_Settings_AreThoseOfTheOptions()
    {
        Assert.Multiple(() =>
        {
            Told(new OutboxOptions(), OutboxOptions.Section + ":");
            Told(new DestinationOptions(), string.Empty);
        });
    }

    [Test]
    public void Page_Events_AreAllTold()
    {
        var ids = typeof(EventIds).GetFields().Where(static field => field.IsLiteral).Select(static field => (int?)field.GetRawConstantValue()).Where(static id => id is >= 2700 and < 2800);

        Assert.That(Event().Matches(Page).Select(static match => (int?)int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)), Is.EquivalentTo(ids));
    }

    [Test]
    public void Page_Verification_IsTheTestedMethod()
    {
        var sample = Sample().Match(Page).Groups[1].Value;

        Assert.That(sample, Is.Not.Empty);
        Assert.That(Repository.Text("tests", "Sas.Interop.Scenarios.Tests", "Outbox", "WebhookVerification.cs"), Does.Contain(sample));
    }

    [Test]
    public void PrivacyPage_Words_AreThoseOfTheRules()
    {
        var page = Repository.Text("docs", "privacy.md");

        Assert.That(TextRules.Usual.SelectMany(static rule => rule.Words.Concat(rule.Tokens)), Is.All.Matches<string>(path => page.Contains($"`{path}`", StringComparison.Ordinal)));
    }

    private static void Told(object options, string prefix)
    {
        foreach (var property in options.GetType().GetProperties())
        {
            var row = Page.Split('\n').SingleOrDefault(line => line.StartsWith($"| `{prefix}{property.Name}` |", StringComparison.Ordinal));
            Assert.That(row, Is.Not.Null, property.Name);
            if (property.GetCustomAttributes(typeof(Bounds), inherit: false).SingleOrDefault() is Bounds range)
            {
                // A range of spans converts its texts only when it first judges.
                var standard = property.GetValue(options);
                range.IsValid(standard);
                Assert.That(row, Does.Contain(string.Create(CultureInfo.InvariantCulture, $"| `{standard}` | {range.Minimum} to {range.Maximum}")), property.Name);
            }
            else if (property.GetCustomAttributes(typeof(Lengths), inherit: false).SingleOrDefault() is Lengths length)
            {
                Assert.That(row, Does.Contain(string.Create(CultureInfo.InvariantCulture, $"| none | {length.MinimumLength} to {length.MaximumLength} characters")), property.Name);
            }
        }
    }

    [GeneratedRegex(@"^\| (\d{4}) \|", RegexOptions.Multiline)]
    private static partial Regex Event();

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Sample();
}
