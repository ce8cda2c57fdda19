using Sas.Interop.Contracts.Fhir.Definitions;
using Sas.Interop.Contracts.Fhir.Validation;

namespace Sas.Interop.Contracts.Tests.Fhir.Definitions;

/// <summary>Our definitions and the official ones judge alike, where the latter stand beside the repository.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class OfficialVerdictsTests
{
    private static readonly Lazy<FhirValidator> Ours = new(static () => new FhirValidator(PublishedDefinitions.Load()));
    private static readonly Lazy<FhirValidator> Official = new(static () => new FhirValidator(ReadOfficial()));

    [TestCaseSource(nameof(Examples))]
    public void Validate_OfficialExample_HasTheSameVerdictByBoth(string? path)
    {
        Assume.That(path, Is.Not.Null, "The folder of official examples is not beside the repository.");
        var text = File.ReadAllBytes(path!); // Assumed just above.

        Assert.That(Lines(Ours.Value.Validate(text, ValidationRequest.Default)), Is.EquivalentTo(Lines(Official.Value.Validate(text, ValidationRequest.Default))));
    }

    /// <summary>What weighs; the package lacks the value sets of base FHIR and of the nomenclatures, whose bindings only ours can judge.</summary>
    private static IEnumerable<string> Lines(ValidationReport report) =>
        report.Issues.Where(static issue => issue.Severity != ValidationSeverity.Information).Select(static issue => $"{issue.Severity} {issue.Location} {issue.Rule}");

    private static DefinitionSet ReadOfficial()
    {
        var folder = SharedFolder.Find("contract", "definitions") ?? throw new DirectoryNotFoundException();
        var files = Directory.GetFiles(folder, "*.json").Select(static path => new DefinitionFile(Path.GetFileName(path), File.ReadAllBytes(path)));
        return DefinitionSet.Read(files).Value ?? throw new InvalidDataException("The official definitions cannot be read.");
    }

    private static IEnumerable<TestCaseData> Examples() => SharedFolder.Find("contract", "examples") is { } folder
        ? Directory.GetFiles(folder, "*.json").Select(static path => new TestCaseData(path).SetArgDisplayNames(Path.GetFileNameWithoutExtension(path)))
        : [new TestCaseData([null]).SetArgDisplayNames("absent")];
}
