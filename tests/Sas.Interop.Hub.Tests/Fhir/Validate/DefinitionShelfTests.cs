using System.Text;
using System.Text.Json;

using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

using Sas.Interop.Contracts.Fhir.Definitions;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Fhir.Validate;
using Sas.Interop.Hub.Tests.Configuration;
using Sas.Interop.Hub.Tests.Fhir.Validate.Packages;

namespace Sas.Interop.Hub.Tests.Fhir.Validate;

[Parallelizable(ParallelScope.All)]
internal sealed class DefinitionShelfTests
{
    [Test]
    public void Definitions_WithoutPackage_AreThePublishedOnes() => Assert.That(Shelf(null).Definitions, Is.SameAs(PublishedDefinitions.Load()));

    [Test]
    public void Definitions_WithPackage_GoOverThePublishedOnes()
    {
        using var folder = new TempFolder();
        folder.Write("ValueSet-couleurs.json", Archives.ValueSet);

        var definitions = Shelf(folder.Path).Definitions;

        Assert.That(definitions.HasValueSet("https://vendor.example/ValueSet/couleurs"), Is.True);
        Assert.That(definitions.Profiles, Is.EqualTo(PublishedDefinitions.Load().Profiles));
    }

    [TestCase("none.tgz", "is not there")]
    [TestCase("", "holds no StructureDefinition")]
    public void Definitions_UnusablePackage_RefusesTheStartWithSettingPathAndReason(string name, string reason)
    {
        using var folder = new TempFolder();

        var refused = Assert.Throws<InvalidConfigurationException>(() => Shelf(folder.File(name)));

        Assert.That(refused.Faults.Single().ToString(), Does.Contain("Hub:Validation:Package").And.Contain(folder.Path).And.Contain(reason));
        Assert.That(StartFaults.Of(refused), Is.Not.Null, "The process ends with the code of refused settings.");
    }

    [TestCase("""{"resourceType":"StructureDefinition","id":"x"}""")]
    [TestCase("""{"resourceType":"ValueSet","id":"x","compose":7}""")]
    public void Definitions_FaultyDefinition_RefusesTheStartByFile(string content)
    {
        using var folder = new TempFolder();
        folder.Write("faulty.json", content);

        var refused = Assert.Throws<InvalidConfigurationException>(() => Shelf(folder.Path));

        Assert.That(refused.Message, Does.Contain("faulty.json"));
    }

    [Test]
    public void ValidatedTypes_All_AreThoseOfThePublishedProfiles()
    {
        var types = PublishedDefinitions.Files.Select(static file => JsonElement.Parse(file.Utf8.Span))
            .Where(static resource => resource.GetProperty("resourceType").GetString() == "StructureDefinition" && resource.GetProperty("kind").GetString() == "resource")
            .Select(static resource => resource.GetProperty("type").GetString())
            .Distinct();

        Assert.That(ValidatedTypes.List.Split(", "), Is.EquivalentTo(types));
        Assert.That(ValidatedTypes.List.Split(", "), Is.All.Matches<string>(ValidatedTypes.Contains));
        Assert.That(ValidatedTypes.Contains("slot"), Is.False);
    }

    [TestCase("""{"resourceType":"Slot"}""", "Slot")]
    [TestCase("""{"id":"1","meta":{"resourceType":"X"},"resourceType":"Slot"}""", "Slot")]
    [TestCase("""{"resourceType":"Slot","resourceType":"Schedule"}""", "Slot")]
    [TestCase("""{"resourceType":7}""", null)]
    [TestCase("[]", null)]
    [TestCase("{", null)]
    [TestCase("", null)]
    public void ResourceTypeName_Find_IsTheTopLevelOne(string json, string? type) => Assert.That(ResourceTypeName.Find(Encoding.UTF8.GetBytes(json)), Is.EqualTo(type));

    private static DefinitionShelf Shelf(string? package) => new(Options.Create(new ValidationOptions { Package = package }), NullLogger<DefinitionShelf>.Instance);
}
