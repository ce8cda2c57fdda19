using System.Text.Json.Nodes;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Contracts.Tests.Fhir.Json;

[TestFixture]
[Parallelizable]
internal sealed class OfficialExamplesTests
{
    [TestCaseSource(nameof(Files))]
    public void Write_OfficialExampleWasRead_GivesTheSameBytes(string? path)
    {
        Assume.That(path, Is.Not.Null, "The folder of official examples is not beside the repository.");
        var text = File.ReadAllBytes(path!); // Assumed just above.

        var read = FhirJson.Read<Resource>(text, FhirReadOptions.Default);

        Assert.That(read.Issues, Is.Empty);
        var written = FhirJson.ToUtf8(read.Resource!); // No issue, hence a resource.
        Assert.That(JsonNode.DeepEquals(JsonNode.Parse(written), JsonNode.Parse(text)), Is.True, "The meaning has changed.");
        if (!text.AsSpan().Contains((byte)'\n'))
        {
            Assert.That(written, Is.EqualTo(text));
        }
    }

    private static IEnumerable<TestCaseData> Files()
    {
        var folder = SharedFolder.Find("contract", "examples");
        return folder is null
            ? [new TestCaseData([null]).SetArgDisplayNames("absent")]
            : Directory.GetFiles(folder, "*.json").Select(static path => new TestCaseData(path).SetArgDisplayNames(Path.GetFileName(path)));
    }
}
