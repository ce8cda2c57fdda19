using System.Globalization;
using System.Text.RegularExpressions;

using Sas.Interop.Hub.Audit;
using Sas.Interop.Hub.Persistence.Audit;
using Sas.Interop.Hub.Telemetry;
using Sas.Interop.Hub.Tests.Configuration;

using Bounds = System.ComponentModel.DataAnnotations.RangeAttribute;

namespace Sas.Interop.Hub.Tests.Audit;

/// <summary>The page on the audit says what the code does.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed partial class AuditPageTests
{
    private static readonly string[] Sections = ["## About", "## Usage", "## Settings and defaults", "## Telemetry", "## Failure modes", "## Do and do not"];
    private static readonly string Page = Repository.Text("docs", "audit.md");

    [Test]
    public void Page_Sections_StandInTheFixedOrder() =>
        Assert.That(Page.Split('\n').Where(static line => line.StartsWith("## ", StringComparison.Ordinal)), Is.EqualTo(Sections));

    [Test]
    public void Page_Settings_AreThoseOfTheOptions()
    {
        var options = new AuditOptions();
        foreach (var property in typeof(AuditOptions).GetProperties())
        {
            var row = Page.Split('\n').SingleOrDefault(line => line.StartsWith($"| `{AuditOptions.Section}:{property.Name}` |", StringComparison.Ordinal));
            Assert.That(row, Is.Not.Null, property.Name);
            if (property.GetCustomAttributes(typeof(Bounds), inherit: false).SingleOrDefault() is Bounds range)
            {
                // A range of spans converts its texts only when it first judges.
                var standard = property.GetValue(options);
                range.IsValid(standard);
                Assert.That(row, Does.Contain(string.Create(CultureInfo.InvariantCulture, $"| `{standard}` | {range.Minimum} to {range.Maximum}")), property.Name);
            }
        }
    }

    [Test]
    public void Page_Events_AreAllTold()
    {
        var ids = typeof(EventIds).GetFields().Where(static field => field.IsLiteral).Select(static field => (int?)field.GetRawConstantValue()).Where(static id => id is >= 2800 and < 2900);

        Assert.That(Event().Matches(Page).Select(static match => (int?)int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)), Is.EquivalentTo(ids));
    }

    [Test]
    public void Page_BytesOfAHash_AreThoseOfEveryColumnInTheirOrder()
    {
        var told = Field().Matches(Page).Select(static match => match.Groups[1].Value);

        Assert.That(told, Is.EqualTo(new[]
        {
            nameof(AuditRow.Format), nameof(AuditRow.Number), nameof(AuditRow.At), nameof(AuditRow.Kind), nameof(AuditRow.Caller), nameof(AuditRow.Roles), nameof(AuditRow.Interaction),
            nameof(AuditRow.Method), nameof(AuditRow.Route), nameof(AuditRow.Entity), nameof(AuditRow.Vendor), nameof(AuditRow.Status), nameof(AuditRow.Refusal), nameof(AuditRow.TraceId),
            nameof(AuditRow.Count), nameof(AuditRow.Detail), nameof(AuditRow.KeyId), nameof(AuditRow.Previous),
        }));
    }

    [Test]
    public void Page_Kinds_AreAllTold() => Assert.That(AuditKinds.All, Is.All.Matches<string>(static kind => Page.Contains($"| `{kind}` |", StringComparison.Ordinal)));

    [GeneratedRegex(@"^\| (\d{4}) \|", RegexOptions.Multiline)]
    private static partial Regex Event();

    [GeneratedRegex(@"^\| \d+ \| `(\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex Field();
}
