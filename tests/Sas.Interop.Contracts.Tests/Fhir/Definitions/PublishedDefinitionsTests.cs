using System.Reflection;
using System.Text;
using System.Text.Json;

using Sas.Interop.Contracts.Fhir.Definitions;
using Sas.Interop.Contracts.Fhir.Profiles;

namespace Sas.Interop.Contracts.Tests.Fhir.Definitions;

[Parallelizable(ParallelScope.All)]
internal sealed class PublishedDefinitionsTests
{
    private static readonly Dictionary<string, string[]> Constants = new()
    {
        ["http://hl7.org/fhir/slotstatus"] = CodesOf(typeof(SlotStatusCodes)),
        ["http://hl7.org/fhir/appointmentstatus"] = CodesOf(typeof(AppointmentStatusCodes)),
        ["http://hl7.org/fhir/search-entry-mode"] = CodesOf(typeof(SearchModeCodes)),
        [CodeSystems.SlotType] = CodesOf(typeof(SlotTypeCodes)),
        [CodeSystems.ConsultationType] = CodesOf(typeof(ConsultationTypeCodes)),
        [CodeSystems.AppointmentType] = CodesOf(typeof(AppointmentTypeCodes)),
        [CodeSystems.ParticipationStatus] = CodesOf(typeof(ParticipantStatusCodes)),
    };

    [Test]
    public void Files_Names_TellTypeAndId() => Assert.That(
        PublishedDefinitions.Files.Select(static file => file.Name),
        Is.EqualTo(PublishedProfiles.Resources.Select(static resource => $"{resource.GetProperty("resourceType").GetString()}-{resource.GetProperty("id").GetString()}.json")));

    [Test]
    public void Files_Order_IsOfNames() =>
        Assert.That(PublishedDefinitions.Files.Select(static file => file.Name), Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal).And.Unique);

    [Test]
    public void Profiles_CanonicalUrls_AreThoseOfTheConstantsAndTheExtension()
    {
        var expected = typeof(ProfileUrls).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(static field => !field.Name.EndsWith("Base", StringComparison.Ordinal))
            .Select(static field => (string?)field.GetRawConstantValue())
            .Append("http://hl7.org/fhir/5.0/StructureDefinition/extension-Slot.serviceType");

        Assert.That(PublishedProfiles.All.Select(Url), Is.EquivalentTo(expected));
        Assert.That(PublishedProfiles.All.Select(static profile => profile.GetProperty("version").GetString()), Is.All.EqualTo("1.1.0"));
    }

    [TestCaseSource(nameof(Profiles))]
    public void Snapshot_EveryElement_HasParentAndSlicedTwin(JsonElement profile)
    {
        var facts = ElementFacts.Of(profile);

        Assert.That(facts.Keys.Where(id => id.Contains('.', StringComparison.Ordinal) && !facts.ContainsKey(id[..id.LastIndexOf('.')])), Is.Empty, "Parents.");
        foreach (var id in facts.Keys.Where(static id => id.LastIndexOf(':') > id.LastIndexOf('.')))
        {
            Assert.That(facts.Keys, Does.Contain(id[..id.LastIndexOf(':')]), "What is sliced.");
        }
    }

    [TestCaseSource(nameof(Profiles))]
    public void Snapshot_EveryElement_IsWhatR4AsksOfASnapshot(JsonElement profile)
    {
        var type = profile.GetProperty("type").GetString();
        foreach (var element in profile.GetProperty("snapshot").GetProperty("element").EnumerateArray())
        {
            var id = element.GetProperty("id").GetString() ?? string.Empty;
            var unsliced = string.Join('.', id.Split('.').Select(static part => part.Split(':')[0]));
            Assert.That(element.GetProperty("path").GetString(), Is.EqualTo(unsliced), id);
            Assert.That(id.Split('.', ':')[0], Is.EqualTo(type));

            // R4 sdf-3 and sdf-8b: cardinality, base and a definition on each.
            Assert.That(element.GetProperty("min").GetInt32(), Is.GreaterThanOrEqualTo(element.GetProperty("base").GetProperty("min").GetInt32()), id);
            Assert.That(element.GetProperty("max").GetString(), Does.Match("^([0-9]+|\\*)$"), id);
            Assert.That(element.GetProperty("definition").GetString(), Does.Contain(" / "), $"English / French: {id}");
        }
    }

    [Test]
    public void Bindings_ToOurValueSets_LeaveOnlyKnownOnesOpen()
    {
        var known = PublishedProfiles.OfType("ValueSet").Select(Url).ToHashSet();
        var open = PublishedProfiles.All.SelectMany(static profile => profile.GetProperty("snapshot").GetProperty("element").EnumerateArray())
            .Where(static element => element.TryGetProperty("binding", out var binding) && binding.GetProperty("strength").GetString() == "required")
            .Select(static element => element.GetProperty("binding").GetProperty("valueSet").GetString()?.Split('|')[0])
            .Where(set => !known.Contains(set))
            .Distinct();

        // Published by nobody whose material is at hand: a binding to them is not judged.
        Assert.That(open, Is.EquivalentTo(new[]
        {
            "http://interopsante.org/fhir/ValueSet/fr-practitioner-specialty",
            "http://interopsante.org/fhir/ValueSet/fr-practioner-role-exercice",
            "http://interopsante.org/fhir/ValueSet/fr-organization-type",
            "https://mos.esante.gouv.fr/NOS/JDV_J101-SecteurActivite-RASS/FHIR/JDV-J101-SecteurActivite-RASS",
            "https://mos.esante.gouv.fr/NOS/JDV_J129-CategorieEtablissement-RASS/FHIR/JDV-J129-CategorieEtablissement-RASS",
        }));
    }

    [Test]
    public void ValueSets_UrlsOfTheGuide_AreThoseOfTheConstants()
    {
        var ours = PublishedProfiles.OfType("ValueSet").Select(Url).ToHashSet();
        var constants = typeof(Contracts.Fhir.Profiles.ValueSets).GetFields(BindingFlags.Public | BindingFlags.Static).Select(static field => (string?)field.GetRawConstantValue());

        // Two sets belong to a later guide, which these definitions do not follow.
        Assert.That(
            constants.Except([Contracts.Fhir.Profiles.ValueSets.ParticipantStatusShared, Contracts.Fhir.Profiles.ValueSets.OrientationCategories]),
            Is.SubsetOf(ours));
    }

    [Test]
    public void ValueSets_CodesThatTheHubWrites_AreInASetOfTheirSystem()
    {
        var codes = PublishedProfiles.OfType("ValueSet").SelectMany(static set => set.GetProperty("compose").GetProperty("include").EnumerateArray())
            .ToLookup(static include => include.GetProperty("system").GetString() ?? string.Empty, static include => include.GetProperty("concept").EnumerateArray().Select(static concept => concept.GetProperty("code").GetString()));

        foreach (var (system, written) in Constants)
        {
            Assert.That(written, Is.Not.Empty.And.SubsetOf(codes[system].SelectMany(static one => one)), system);
        }
    }

    [Test]
    public void Files_Bytes_AreUtf8WithoutMarkAndEndWithALine()
    {
        foreach (var file in PublishedDefinitions.Files)
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file.Utf8.Span);
            Assert.That(text, Does.StartWith("{").And.EndWith("}\n").And.Not.Contain("\r"), file.Name);
        }
    }

    [Test]
    public void Load_Set_KnowsEveryFile()
    {
        var set = PublishedDefinitions.Load();

        Assert.That(set.Profiles, Is.EquivalentTo(PublishedProfiles.All.Select(Url)));
        Assert.That(set.ValueSets, Is.EquivalentTo(PublishedProfiles.OfType("ValueSet").Select(Url)));
    }

    private static IEnumerable<TestCaseData> Profiles() =>
        PublishedProfiles.All.Select(static profile => new TestCaseData(profile).SetArgDisplayNames(profile.GetProperty("id").GetString() ?? string.Empty));

    private static string? Url(JsonElement resource) => resource.GetProperty("url").GetString();

    private static string[] CodesOf(Type constants) =>
        [.. constants.GetFields(BindingFlags.Public | BindingFlags.Static).Where(static field => field.IsLiteral).Select(static field => (string?)field.GetRawConstantValue()).OfType<string>()];
}
