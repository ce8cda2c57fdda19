using System.Text.Json.Nodes;
using Sas.Interop.Contracts.Fhir.Validation;
using Sas.Interop.Contracts.Fhir.Validation.Paths;

namespace Sas.Interop.Contracts.Tests.Fhir.Validation;

/// <summary>The official definitions and examples, where the folder is beside the repository.</summary>
[TestFixture]
[Parallelizable]
internal sealed class OfficialMaterialTests
{
    private static readonly Lazy<DefinitionSet> Definitions = new(Load);

    private static readonly Lazy<FhirValidator> Validator = new(static () => new FhirValidator(Definitions.Value));

    [SetUp]
    public void RequireFolder() => Assume.That(SharedFolder.Find("contract", "definitions"), Is.Not.Null, "The folder of official definitions is not beside the repository.");

    [Test]
    public void Read_OfficialDefinitions_TakesAll()
    {
        Assert.That(Definitions.Value.Profiles, Has.Count.EqualTo(19));
        Assert.That(Definitions.Value.ValueSets, Has.Count.EqualTo(7));
    }

    [Test]
    public void Parse_OfficialInvariants_UnderstandsAll()
    {
        var invariants = Definitions.Value.Index.Profiles.Values.SelectMany(static profile => profile.ById.Values).SelectMany(static rule => rule.Invariants);

        foreach (var expression in invariants.Select(static invariant => invariant.Expression).OfType<string>().Distinct())
        {
            Assert.That(() => PathParser.Parse(expression), Throws.Nothing, expression);
        }
    }

    /// <summary>
    /// None of the official examples breaks a rule of its profile: their oddities are ones that the snapshots let pass. The wrong authority of the regulator (D24) falls
    /// outside every slice of an open slicing; the wrong offsets (D13), the counted total (D03) and the missing search.mode (D04) are no business of a profile;
    /// code and text in one serviceType (D40) fit the slice.
    /// </summary>
    [TestCaseSource(nameof(Examples))]
    public void Validate_OfficialExample_HasNoError(string name) => Assert.That(Validate(Read(name)).Errors(), Is.Empty);

    [TestCaseSource(nameof(Examples))]
    public void Validate_OfficialExample_WarnsOfWhatTheNationalValidatorWarns(string name)
    {
        var warnings = Validate(Read(name)).Issues.Where(static issue => issue.Severity == ValidationSeverity.Warning).ToArray();

        // No narrative; a French identifier type outside the base list; and references to what is not in this folder.
        Assert.That(warnings.Where(static issue => issue.Rule != "dom-6" && !issue.Rule.EndsWith("identifier.type", StringComparison.Ordinal)), Is.Empty);
    }

    [TestCaseSource(nameof(Faults))]
    public void Validate_OfficialExampleWithAFault_TellsIt(string name, Action<JsonNode> damage, string[] errors)
    {
        var resource = Read(name);
        damage(resource);

        Assert.That(Validate(resource).Errors(), Is.EquivalentTo(errors));
    }

    [TestCase("Bundle-ExampleBundleAgregateurSOS", true)]
    [TestCase("Bundle-ExampleBundlePSIndiv", false)]
    public void Validate_EmptyAnswer_IsValidAndSaysWhy(string name, bool hasMinima)
    {
        var bundle = Read(name).AsObject();
        bundle.Remove("entry");
        bundle["total"] = 0;

        var report = Validate(bundle);

        Assert.That(report.Errors(), Is.Empty);
        Assert.That(report.Issues.Any(static issue => issue.Rule == "D02"), Is.EqualTo(hasMinima));
        bundle["total"] = 1;
        Assert.That(Validate(bundle).IsValid, Is.EqualTo(!hasMinima));
    }

    private static IEnumerable<TestCaseData> Faults()
    {
        yield return Case("Slot-ExampleSlotCPTS2", "no link to the structure", static slot => slot["serviceType"]![1]!.AsObject().Remove("extension"),
            "Slot.serviceType[1].extension [sas-cpts-slot-aggregator#Slot.serviceType:referencecpts.extension]",
            "Slot.serviceType[1].extension [sas-cpts-slot-aggregator#Slot.serviceType:referencecpts.extension:sas-servicetype-r5]");
        yield return Case("Slot-ExampleSlotCPTS2", "a link that is no reference", static slot => slot["serviceType"]![1]!["extension"]![0] = new JsonObject { ["url"] = "http://hl7.org/fhir/5.0/StructureDefinition/extension-Slot.serviceType", ["valueString"] = "x" },
            "Slot.serviceType[1].extension[0].value [sas-cpts-slot-aggregator#Slot.serviceType:referencecpts.extension:sas-servicetype-r5.value[x]]",
            "Slot.serviceType[1].extension[0].value [sas-cpts-slot-servicetype-aggregator#Extension.value[x]]");
        yield return Case("Slot-ExampleSlotCPTS2", "a link to a place", static slot => slot["serviceType"]![1]!["extension"]![0]!["valueReference"]!["reference"] = "Location/1",
            "Slot.serviceType[1].extension[0].value [sas-cpts-slot-aggregator#Slot.serviceType:referencecpts.extension:sas-servicetype-r5.value[x]]",
            "Slot.serviceType[1].extension[0].value [sas-cpts-slot-servicetype-aggregator#Extension.value[x]]");
        yield return Case("Slot-ExampleSlotCPTS2", "a busy slot", static slot => slot["status"] = "busy", "Slot.status [sas-cpts-slot-aggregator#Slot.status]");
        yield return Case("Slot-ExampleSlotCPTS2", "an unknown slot type", static slot => slot["meta"]!["security"]![1]!["code"] = "X", "Slot.meta.security[1] [sas-cpts-slot-aggregator#Slot.meta.security]");
        yield return Case("Slot-ExampleSlotPSIndiv1", "a busy slot", static slot => slot["status"] = "busy", "Slot.status [FrSlotAgregateur#Slot.status]");
        yield return Case("Slot-ExampleSlotSOS1", "the type of another flow (D15)", static slot => slot["meta"]!["security"]![0]!["code"] = "PRO", "Slot.meta.security[0] [sas-sos-slot-aggregator#Slot.meta.security]");
        yield return Case("Organization-ExampleOrgaSOS1", "a SIRET without prefix", static one => one["identifier"]![0]!["value"] = "39208046630001", "Organization.identifier[0] [SIRET-invariant]");
        yield return Case("Organization-ExampleOrgaCPTS2", "a FINESS too long", static one => one["identifier"]![0]!["value"] = "11234567890", "Organization.identifier[0] [FINESS-invariant]");
        yield return Case("Location-1111111111", "a long postal code", static one => one["address"]!["postalCode"] = "750011", "Location.address.postalCode [sas-sos-location-aggregator#Location.address.postalCode]");
        yield return Case("PractitionerRole-ExamplePractitionerRoleAgregateur2", "a place outside", static one => one["location"]![0]!["reference"] = "Location/1",
            "PractitionerRole.location[0] [FrPractitionerRoleExerciceAgregateur#PractitionerRole.location]",
            "PractitionerRole [dom-3]");
        yield return Case("PractitionerRole-ExamplePractitionerRoleAgregateur2", "a place without address", static one => one["contained"]![0]!.AsObject().Remove("address"), "PractitionerRole.contained[0].address [FrLocationAgregateur#Location.address]");
        yield return Case("Appointment-1", "another status of the participant (D29)", static one => one["participant"]![0]!["status"] = "tentative", "Appointment.participant[0].status [FrAppointmentSAS#Appointment.participant.status]");
        yield return Case("Appointment-1", "no end", static one => one.AsObject().Remove("end"), "Appointment.end [FrAppointmentSAS#Appointment.end]", "Appointment [app-2]", "Appointment [app-3]");
        yield return Case("Bundle-ExampleBundleAgregateurSOS", "a second link", static one => one["link"]!.AsArray().Add(one["link"]![0]!.DeepClone()), "Bundle.link[1] [sas-sos-bundle-aggregator#Bundle.link]");
        yield return Case("Bundle-ExampleBundleAgregateurSOS", "an entry twice", static one => one["entry"]!.AsArray().Add(one["entry"]![0]!.DeepClone()), "Bundle [bdl-7]");
    }

    private static TestCaseData Case(string name, string what, Action<JsonNode> damage, params string[] errors) => new TestCaseData(name, damage, errors).SetArgDisplayNames(name, what);

    private static IEnumerable<string> Examples() => SharedFolder.Find("contract", "examples") is { } folder
        ? Directory.GetFiles(folder, "*.json").Select(static path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)
        : ["absent"];

    private static JsonNode Read(string name) =>
        JsonNode.Parse(File.ReadAllBytes(Path.Combine(SharedFolder.Find("contract", "examples")!, name + ".json")))!; // The folder was required.

    private static ValidationReport Validate(JsonNode resource) => SmallDefinitions.Validate(Validator.Value, resource.ToJsonString());

    private static DefinitionSet Load()
    {
        var folder = SharedFolder.Find("contract", "definitions")!; // The folder was required.
        return DefinitionSet.Read(Directory.GetFiles(folder, "*.json").Select(static path => new DefinitionFile(Path.GetFileName(path), File.ReadAllBytes(path)))).Value!; // They are right.
    }
}
