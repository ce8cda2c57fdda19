using System.Text.RegularExpressions;
using Sas.Interop.Contracts.Fhir.Validation;

namespace Sas.Interop.Contracts.Tests.Fhir.Validation;

[TestFixture]
[Parallelizable]
internal sealed partial class IssueTextsTests
{
    // The values of the R4 code list of issue types that are used here.
    private static readonly string[] IssueTypes =
        ["structure", "required", "value", "invariant", "invalid", "code-invalid", "not-found", "not-supported", "too-long", "too-costly", "informational", "incomplete"];

    [TestCaseSource(nameof(Kinds))]
    public void All_EveryKind_HasTwoWholeSentences(object kind)
    {
        var text = IssueTexts.All[(IssueKind)kind];

        Assert.That(text.English, Does.Match(@"^[A-Z].*[.}]\.?$"));
        Assert.That(text.French, Does.Match(@"^[A-ZÀÉ].*[.}]\.?$"));
        Assert.That(text.French, Is.Not.EqualTo(text.English));
        Assert.That(Places(text.French), Is.EqualTo(Places(text.English)), "Both sentences give the same facts.");
        Assert.That(text.French, Does.Not.Contain("'"), "A French apostrophe is ’.");
        Assert.That(IssueTypes, Does.Contain(text.Code));
    }

    [Test]
    public void ToOutcome_SomeIssue_ShowsBothLanguagesRuleAndPlace()
    {
        var report = new ValidationReport(
        [
            new ValidationIssue { Severity = ValidationSeverity.Error, Code = "required", Location = "Slot.start", Rule = "p#Slot.start", English = "E.", French = "F." },
            new ValidationIssue { Severity = ValidationSeverity.Fatal, Code = "structure", Location = "", Rule = "json", English = "E.", French = "F." },
        ]);

        var issues = report.ToOutcome().Issue!; // Two issues were given.

        Assert.That(issues[0].Severity, Is.EqualTo("error"));
        Assert.That(issues[0].Code, Is.EqualTo("required"));
        Assert.That(issues[0].Diagnostics, Is.EqualTo("E."));
        Assert.That(issues[0].Details?.Text, Is.EqualTo("F."));
        Assert.That(issues[0].Details?.Coding?[0].Code, Is.EqualTo("p#Slot.start"));
        Assert.That(issues[0].Details?.Coding?[0].System, Is.EqualTo(ValidationReport.RuleSystem));
        Assert.That(issues[0].Expression, Is.EqualTo(new[] { "Slot.start" }));
        Assert.That(issues[1].Expression, Is.Null);
    }

    [Test]
    public void ToOutcome_NoIssue_SaysSo()
    {
        var outcome = new ValidationReport([]).ToOutcome();

        Assert.That(outcome.Issue, Has.Count.EqualTo(1));
        Assert.That(outcome.Issue![0].Severity, Is.EqualTo("information")); // Counted just above.
    }

    private static IEnumerable<object> Kinds() => Enum.GetValues<IssueKind>().Cast<object>();

    private static IEnumerable<string> Places(string text) => PlacePattern().Matches(text).Select(static match => match.Value).Order().Distinct();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex PlacePattern();
}
