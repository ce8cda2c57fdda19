using System.Text.Json.Nodes;

using Sas.Interop.Contracts.Fhir.Profiles;

namespace Sas.Interop.Scenarios.Tests.Validate;

/// <summary>Answers of the three searches as wholes: slices of entries, references among them, and the empty answer (D02).</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class BundleVerdictTests
{
    private static readonly Dictionary<string, string[]> Entries = new()
    {
        [ProfileUrls.BundleIndividual] = ["FrSlotAgregateur", "FrScheduleAgregateur", "FrPractitionerAgregateur", "FrPractitionerRoleExerciceAgregateur"],
        [ProfileUrls.BundleCpts] =
        [
            "sas-cpts-slot-aggregator", "FrScheduleAgregateur", "FrPractitionerAgregateur", "FrPractitionerRoleExerciceAgregateur",
            "sas-cpts-healthcareservice-aggregator", "sas-cpts-organization-aggregator",
        ],
        [ProfileUrls.BundleSos] = ["sas-sos-slot-aggregator", "sas-sos-schedule-aggregator", "sas-sos-location-aggregator", "sas-sos-organization-aggregator"],
    };

    private static IEnumerable<string> Profiles => Entries.Keys;

    [TestCaseSource(nameof(Profiles))]
    public async Task Validate_WholeAnswer_Conforms(string profile) => Assert.That(await ErrorsAsync(Answer(profile)), Is.Empty);

    [TestCase(ProfileUrls.BundleCpts)]
    [TestCase(ProfileUrls.BundleSos)]
    public async Task Validate_EmptyAnswerWithMinima_Conforms(string profile)
    {
        var bundle = Answer(profile);
        bundle.Remove("entry");
        bundle["total"] = 0;

        Assert.That(await ErrorsAsync(bundle), Is.Empty);
    }

    [TestCase(ProfileUrls.BundleCpts, "entry.0", null, "sas-cpts-bundle-aggregator#Bundle.entry:slotAgregateurCPTS")]
    [TestCase(ProfileUrls.BundleCpts, "entry.3", null, "sas-cpts-bundle-aggregator#Bundle.entry:practitionerRole")]
    [TestCase(ProfileUrls.BundleCpts, "entry.0.fullUrl", null, "sas-cpts-bundle-aggregator#Bundle.entry:slotAgregateurCPTS.fullUrl")]
    [TestCase(ProfileUrls.BundleCpts, "total", null, "sas-cpts-bundle-aggregator#Bundle.total")]
    [TestCase(ProfileUrls.BundleCpts, "link.1", "{\"relation\":\"next\",\"url\":\"https://hub.example/fhir?page=2\"}", "sas-cpts-bundle-aggregator#Bundle.link")]
    [TestCase(ProfileUrls.BundleCpts, "entry.5.resource.identifier.0.value", "\"750000002\"", "FINESS-invariant")]
    [TestCase(ProfileUrls.BundleSos, "entry.2", null, "sas-sos-bundle-aggregator#Bundle.entry:locationAgregateurSOS")]
    [TestCase(ProfileUrls.BundleSos, "entry.3.resource.identifier.0.value", "\"1\"", "SIRET-invariant")]
    [TestCase(ProfileUrls.BundleSos, "type", "\"collection\"", "sas-sos-bundle-aggregator#Bundle.type")]
    [TestCase(ProfileUrls.BundleIndividual, "entry.0.resource.status", "\"busy\"", "FrSlotAgregateur#Slot.status")]
    [TestCase(ProfileUrls.BundleIndividual, "entry.1.fullUrl", "\"https://hub.example/fhir/Slot/s1\"", "bdl-7")]
    public async Task Validate_BrokenAnswer_NamesTheRule(string profile, string place, string? value, string rule)
    {
        var bundle = Answer(profile);
        Change.At(bundle, place, value);

        Assert.That(await ErrorsAsync(bundle), Has.Some.StartsWith(rule + " "));
    }

    private static JsonObject Answer(string profile) => new()
    {
        ["resourceType"] = "Bundle",
        ["meta"] = new JsonObject { ["profile"] = new JsonArray(profile) },
        ["type"] = "searchset",
        ["total"] = 1,
        ["link"] = new JsonArray(new JsonObject { ["relation"] = "self", ["url"] = "https://hub.example/fhir/Slot?status=free" }),
        ["entry"] = new JsonArray([.. Entries[profile].Select(Entry)]),
    };

    private static JsonObject Entry(string profile)
    {
        var resource = GoodResources.Of(profile);
        return new JsonObject { ["fullUrl"] = $"https://hub.example/fhir/{resource["resourceType"]}/{resource["id"]}", ["resource"] = resource };
    }

    private static async Task<IReadOnlyList<string>> ErrorsAsync(JsonObject bundle) =>
        (await (await HubFixture.HubAsync()).ValidateAsync("Bundle/$validate", bundle.ToJsonString())).Errors();
}
