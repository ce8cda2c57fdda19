using Sas.Interop.Contracts.Fhir.Validation;

namespace Sas.Interop.Contracts.Tests.Fhir.Validation;

internal sealed class OfficialMaterialTests
{
    [Test]
    public void Dump()
    {
        var folder = SharedFolder.Find("contract", "definitions")!;
        var set = DefinitionSet.Read(Directory.GetFiles(folder, "*.json").Select(static path => new DefinitionFile(Path.GetFileName(path), File.ReadAllBytes(path))));
        Assert.That(set.Error, Is.Null);
        var validator = new FhirValidator(set.Value!);
        foreach (var path in Directory.GetFiles(SharedFolder.Find("contract", "examples")!, "*.json").Order())
        {
            var report = validator.Validate(File.ReadAllBytes(path), new ValidationRequest());
            TestContext.Out.WriteLine($"== {Path.GetFileName(path)} valid={report.IsValid}");
            foreach (var issue in report.Issues)
            {
                TestContext.Out.WriteLine($"   {issue.Severity} {issue.Code} {issue.Location} [{issue.Rule}] {issue.English}");
            }
        }
    }
}
