using System.Reflection;
using System.Text.Json.Nodes;
using Sas.Interop.Contracts.Fhir.Profiles;

namespace Sas.Interop.Contracts.Tests.Fhir.Profiles;

[TestFixture]
[Parallelizable]
internal sealed class ProfileConstantsTests
{
    [TestCase("http://sas.fr/fhir/StructureDefinition/FrSlotAgregateur", true)]
    [TestCase("https://interop.esante.gouv.fr/ig/fhir/sas/StructureDefinition/FrSlotAgregateur", true)]
    [TestCase("http://interopsante.org/fhir/StructureDefinition/FrSlotAgregateur|1.1.0", true)]
    [TestCase("http://sas.fr/fhir/StructureDefinition/FrScheduleAgregateur", false)]
    [TestCase("http://sas.fr/fhir/StructureDefinition/", false)]
    [TestCase("https://elsewhere.test/StructureDefinition/FrSlotAgregateur", false)]
    [TestCase("FrSlotAgregateur", false)]
    [TestCase("", false)]
    [TestCase(null, false)]
    public void Matches_CanonicalOfEitherFamily_IsTold(string? canonical, bool matches) =>
        Assert.That(ProfileUrls.Matches(canonical, ProfileUrls.SlotIndividual), Is.EqualTo(matches));

    [Test]
    public void Matches_EveryProfile_MatchesItselfAndNoOther()
    {
        var profiles = ConstantsOf(typeof(ProfileUrls)).Where(static url => !url.EndsWith('/')).ToArray();

        Assert.That(profiles, Has.Length.EqualTo(18).And.Unique);
        foreach (var profile in profiles)
        {
            Assert.That(profiles.Where(other => ProfileUrls.Matches(other, profile)), Is.EqualTo(new[] { profile }));
        }
    }

    [Test]
    public void ProfileUrls_OfficialDefinitions_NameTheSameProfiles()
    {
        var folder = SharedFolder.Find("contract", "definitions");
        Assume.That(folder, Is.Not.Null, "The folder of official definitions is not beside the repository.");
        var official = Directory.GetFiles(folder!, "StructureDefinition-*.json") // Assumed just above.
            .Select(static path => JsonNode.Parse(File.ReadAllBytes(path))!["url"]!.GetValue<string>()); // Every definition has a URL.

        Assert.That(
            ConstantsOf(typeof(ProfileUrls)).Where(static url => !url.EndsWith('/')).Append(ExtensionUrls.SlotServiceType),
            Is.EquivalentTo(official));
    }

    [Test]
    public void ValueSets_OfficialDefinitions_AreAllNamed()
    {
        var folder = SharedFolder.Find("contract", "definitions");
        Assume.That(folder, Is.Not.Null, "The folder of official definitions is not beside the repository.");
        var official = Directory.GetFiles(folder!, "ValueSet-*.json") // Assumed just above.
            .Select(static path => JsonNode.Parse(File.ReadAllBytes(path))!["url"]!.GetValue<string>()); // Every definition has a URL.

        Assert.That(official, Is.SubsetOf(ConstantsOf(typeof(ValueSets))));
    }

    [Test]
    public void IsIdentifierType_Spellings_AreAccepted()
    {
        Assert.That(CodeSystems.IsIdentifierType(CodeSystems.IdentifierTypeStray), Is.True);
        Assert.That(CodeSystems.IsIdentifierType(CodeSystems.LocationIdentifierTypeCore2), Is.True);
        Assert.That(CodeSystems.IsIdentifierType(CodeSystems.SlotType), Is.False);
        Assert.That(CodeSystems.IsEstablishmentCategory(CodeSystems.EstablishmentCategoryProse), Is.True);
        Assert.That(CodeSystems.IsEstablishmentCategory(CodeSystems.EstablishmentCategoryFaq), Is.True);
        Assert.That(CodeSystems.IsEstablishmentCategory(null), Is.False);
    }

    [TestCase("MON", true, DayOfWeek.Monday)]
    [TestCase("sun", true, DayOfWeek.Sunday)]
    [TestCase("monday", false, DayOfWeek.Sunday)]
    [TestCase(null, false, DayOfWeek.Sunday)]
    public void DaysOfWeek_AnyCase_IsRead(string? code, bool isRead, DayOfWeek day)
    {
        Assert.That(DaysOfWeek.TryParse(code, out var read), Is.EqualTo(isRead));
        Assert.That(read, Is.EqualTo(day));
    }

    [Test]
    public void DaysOfWeek_EveryDay_ReadsBack([Values] DayOfWeek day)
    {
        Assert.That(DaysOfWeek.TryParse(DaysOfWeek.ToCode(day), out var read), Is.True);
        Assert.That(read, Is.EqualTo(day));
    }

    private static IEnumerable<string> ConstantsOf(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(static field => field.GetRawConstantValue()).OfType<string>();
}
