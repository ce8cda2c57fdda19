using Sas.Interop.Contracts.Fhir.Validation;
using Sas.Interop.Hub.Fhir.Validate;

namespace Sas.Interop.Hub.Tests.Fhir.Validate;

[Parallelizable(ParallelScope.All)]
internal sealed class ValidateAnswersTests
{
    private const int Most = 5;

    [Test]
    public void Verdict_NothingFound_SaysThatItConforms()
    {
        var issue = ValidateAnswers.Verdict(new ValidationReport([]), Most).Issue!.Single(); // An outcome has issues.

        Assert.That((issue.Severity, issue.Code), Is.EqualTo(("information", "informational")));
        Assert.That(issue.Diagnostics, Does.Contain("conforms"));
        Assert.That(issue.Details?.Text, Does.Contain("conforme"));
    }

    [TestCase(ValidationSeverity.Warning)]
    [TestCase(ValidationSeverity.Information)]
    public void Verdict_NoError_SaysThatItConformsBeforeTheRest(ValidationSeverity severity)
    {
        var issues = ValidateAnswers.Verdict(new ValidationReport([Issue(severity)]), Most).Issue;

        Assert.That(issues, Has.Count.EqualTo(2));
        Assert.That(issues[0].Diagnostics, Does.Contain("conforms"));
        Assert.That(issues[1].Diagnostics, Is.EqualTo("One."));
    }

    [TestCase(ValidationSeverity.Fatal)]
    [TestCase(ValidationSeverity.Error)]
    public void Verdict_Error_NeverSaysThatItConforms(ValidationSeverity severity) =>
        Assert.That(ValidateAnswers.Verdict(new ValidationReport([Issue(ValidationSeverity.Warning), Issue(severity)]), Most).Issue!.Select(static issue => issue.Diagnostics), Is.EqualTo(new[] { "One.", "One." })); // An outcome has issues.

    [Test]
    public void Verdict_OneRuleAtManyPlaces_IsToldOnceUnlessItIsAnError()
    {
        var warnings = Enumerable.Range(0, 30).Select(static number => Issue(ValidationSeverity.Warning) with { Location = $"Bundle.entry[{number}]" });

        var issues = ValidateAnswers.Verdict(new ValidationReport([.. warnings, Issue(ValidationSeverity.Error), Issue(ValidationSeverity.Error)]), Most).Issue!; // An outcome has issues.

        Assert.That(issues.Select(static issue => issue.Severity), Is.EqualTo(new[] { "error", "error", "warning" }));
        Assert.That(issues[2].Diagnostics, Is.EqualTo("One. (30 places)"));
        Assert.That(issues[2].Details?.Text, Is.EqualTo("Un. (30 endroits)"));
        Assert.That(issues[2].Expression, Is.EqualTo(Enumerable.Range(0, 10).Select(static number => $"Bundle.entry[{number}]")));
    }

    [Test]
    public void Verdict_MoreThanTheBound_EndsWithOneThatSaysSo()
    {
        var issues = ValidateAnswers.Verdict(new ValidationReport([.. Enumerable.Repeat(Issue(ValidationSeverity.Error), 6)]), Most).Issue!; // An outcome has issues.

        Assert.That(issues, Has.Count.EqualTo(Most + 1));
        Assert.That(issues[^1].Diagnostics, Does.Contain("only 5 issues"));
        Assert.That(issues[^1].Severity, Is.EqualTo("information"));
    }

    [Test]
    public void PatientData_EveryPath_IsAnError()
    {
        var issues = ValidateAnswers.PatientData(["Slot.contained[0].resourceType", ""]).Issue!; // An outcome has issues.

        Assert.That(issues.Select(static issue => issue.Severity), Is.All.EqualTo("error"));
        Assert.That(issues[0].Expression, Is.EqualTo(new[] { "Slot.contained[0].resourceType" }));
        Assert.That(issues[1].Expression, Is.Null);
    }

    private static ValidationIssue Issue(ValidationSeverity severity) =>
        new() { Severity = severity, Code = "value", Location = "Slot.status", Rule = "x#Slot.status", English = "One.", French = "Un." };
}
