using Sas.Interop.Contracts.Fhir.Validation;
using Sas.Interop.Hub.Fhir.Validate;

namespace Sas.Interop.Hub.Tests.Fhir.Validate;

[Parallelizable(ParallelScope.All)]
internal sealed class ValidateAnswersTests
{
    [Test]
    public void Verdict_NothingFound_SaysThatItConforms()
    {
        var issue = ValidateAnswers.Verdict(new ValidationReport([])).Issue!.Single(); // An outcome has issues.

        Assert.That((issue.Severity, issue.Code), Is.EqualTo(("information", "informational")));
        Assert.That(issue.Diagnostics, Does.Contain("conforms"));
        Assert.That(issue.Details?.Text, Does.Contain("conforme"));
    }

    [TestCase(ValidationSeverity.Warning)]
    [TestCase(ValidationSeverity.Information)]
    public void Verdict_NoError_SaysThatItConformsBeforeTheRest(ValidationSeverity severity)
    {
        var issues = ValidateAnswers.Verdict(new ValidationReport([Issue(severity)])).Issue;

        Assert.That(issues, Has.Count.EqualTo(2));
        Assert.That(issues[0].Diagnostics, Does.Contain("conforms"));
        Assert.That(issues[1].Diagnostics, Is.EqualTo("One."));
    }

    [TestCase(ValidationSeverity.Fatal)]
    [TestCase(ValidationSeverity.Error)]
    public void Verdict_Error_NeverSaysThatItConforms(ValidationSeverity severity) =>
        Assert.That(ValidateAnswers.Verdict(new ValidationReport([Issue(ValidationSeverity.Warning), Issue(severity)])).Issue!.Select(static issue => issue.Diagnostics), Is.EqualTo(new[] { "One.", "One." })); // An outcome has issues.

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
