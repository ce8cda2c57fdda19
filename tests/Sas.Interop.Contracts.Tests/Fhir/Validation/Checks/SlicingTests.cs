using Sas.Interop.Contracts.Fhir.Validation;
using static Sas.Interop.Contracts.Tests.Fhir.Validation.SmallDefinitions;

namespace Sas.Interop.Contracts.Tests.Fhir.Validation.Checks;

[TestFixture]
[Parallelizable]
internal sealed class SlicingTests
{
    private const string Acts = "urn:acts";
    private const string Structures = "http://example.org/fhir/ValueSet/structures";

    /// <summary>Slices told by what their children fix and by a binding, each with extensions of its own.</summary>
    private static FhirValidator Services => Validator(
        Profile(
            "p",
            "Practitioner",
            Sliced("Practitioner.communication", "pattern", "$this"),
            Element("Practitioner.communication:act", "\"min\":0,\"max\":\"1\""),
            Element("Practitioner.communication:act.extension", "\"min\":0"),
            Element("Practitioner.communication:act.extension:link", Extension(0, 0)),
            Element("Practitioner.communication:act.coding", "\"min\":0"),
            Element("Practitioner.communication:act.coding.system", "\"patternUri\":\"" + Acts + "\""),
            Element("Practitioner.communication:structure", "\"min\":0,\"max\":\"*\",\"binding\":{\"strength\":\"required\",\"valueSet\":\"" + Structures + "\"}"),
            Element("Practitioner.communication:structure.extension", "\"min\":0"),
            Element("Practitioner.communication:structure.extension:link", Extension(1, 1)),
            Element("Practitioner.communication:structure.extension:link.value[x]", "\"min\":1,\"type\":[{\"code\":\"Reference\"}]")),
        Profile("link", "Extension"),
        ValueSet(Structures, "urn:structures", "604"));

    [TestCase("""{"coding":[{"system":"urn:acts","code":"AMB"}]}""", "")]
    [TestCase("""{"text":"neither"}""", "")]
    [TestCase("""{"coding":[{"system":"urn:acts","code":"AMB"}],"extension":[LINK]}""", "Practitioner.communication[0].extension[0] [p#Practitioner.communication:act.extension:link]")]
    [TestCase("""{"coding":[{"system":"urn:structures","code":"604"}],"extension":[LINK]}""", "")]
    [TestCase("""{"coding":[{"system":"urn:structures","code":"604"}]}""", "Practitioner.communication[0].extension [p#Practitioner.communication:structure.extension:link]")]
    [TestCase("""{"coding":[{"system":"urn:structures","code":"604"}],"extension":[LINK,LINK]}""", "Practitioner.communication[0].extension[1] [p#Practitioner.communication:structure.extension:link]")]
    [TestCase("""{"coding":[{"system":"urn:structures","code":"604"}],"extension":[OTHER]}""", "Practitioner.communication[0].extension[0].value [p#Practitioner.communication:structure.extension:link.value[x]]")]
    [TestCase("""{"coding":[{"system":"urn:structures","code":"604"}],"extension":[LINK,{"url":"urn:free","valueCode":"x"}]}""", "")]
    public void Validate_NestedSlices_ApplyTheirOwnRules(string concept, string error)
    {
        var text = concept
            .Replace("LINK", $$"""{"url":"{{Base}}link","valueReference":{"display":"x"} }""", StringComparison.Ordinal)
            .Replace("OTHER", $$"""{"url":"{{Base}}link","valueCode":"x"}""", StringComparison.Ordinal);

        var report = Validate(Services, $$"""{"resourceType":"Practitioner","communication":[{{text}}]}""", Base + "p");

        Assert.That(report.Errors(), Is.EqualTo(error.Length == 0 ? Array.Empty<string>() : [error]));
    }

    [TestCase("Slot", true)]
    [TestCase("Location", false)]
    public void Validate_SlicedByType_SortsByResourceType(string type, bool isIn)
    {
        var validator = Validator(Profile(
            "p",
            "Bundle",
            Sliced("Bundle.entry", "type", "resource"),
            Element("Bundle.entry:one", "\"min\":0,\"max\":\"*\""),
            Element("Bundle.entry:one.fullUrl", "\"min\":1,\"max\":\"1\""),
            Element("Bundle.entry:one.resource", "\"min\":0,\"max\":\"1\",\"type\":[{\"code\":\"Slot\"}]")));

        var report = Validate(validator, $$"""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{{Resource(type)}} }]}""", Base + "p");

        Assert.That(report.Errors(), Is.EqualTo(isIn ? ["Bundle.entry[0].fullUrl [p#Bundle.entry:one.fullUrl]"] : Array.Empty<string>()));
    }

    [Test]
    public void Validate_ChoiceSlicedByType_TellsTheOthers()
    {
        var validator = Validator(Profile(
            "p",
            "Practitioner",
            Element("Practitioner.extension", "\"min\":0"),
            Element("Practitioner.extension.value[x]", "\"min\":0,\"slicing\":{\"discriminator\":[{\"type\":\"type\",\"path\":\"$this\"}],\"rules\":\"closed\"}"),
            Element("Practitioner.extension.value[x]:valueReference", "\"min\":0,\"max\":\"1\",\"type\":[{\"code\":\"Reference\"}]"),
            Element("Practitioner.extension.value[x]:valueReference.display", "\"min\":1")));

        Assert.That(Errors(validator, """{"url":"urn:x","valueReference":{"display":"d"}}"""), Is.Empty);
        Assert.That(Errors(validator, """{"url":"urn:x","valueReference":{"reference":"Slot/1"}}"""), Is.EqualTo(new[] { "Practitioner.extension[0].value.display [p#Practitioner.extension.value[x]:valueReference.display]" }));
        Assert.That(Errors(validator, """{"url":"urn:x","valueCode":"x"}"""), Is.EqualTo(new[] { "Practitioner.extension[0].value [p#Practitioner.extension.value[x]]" }));
    }

    [Test]
    public void Validate_SlicedByExistence_SortsByPresence()
    {
        var validator = Validator(Profile(
            "p",
            "Practitioner",
            Sliced("Practitioner.telecom", "exists", "use"),
            Element("Practitioner.telecom:used", "\"min\":0,\"max\":\"1\""),
            Element("Practitioner.telecom:used.use", "\"min\":1"),
            Element("Practitioner.telecom:plain", "\"min\":0,\"max\":\"0\""),
            Element("Practitioner.telecom:plain.use", "\"max\":\"0\"")));

        var report = Validate(validator, """{"resourceType":"Practitioner","telecom":[{"use":"work"},{"system":"url"},{"use":"home"}]}""", Base + "p");

        Assert.That(report.Errors(), Is.EquivalentTo(new[] { "Practitioner.telecom[1] [p#Practitioner.telecom:plain]", "Practitioner.telecom[2] [p#Practitioner.telecom:used]" }));
    }

    [Test]
    public void Validate_SliceOfASlice_CountsBoth()
    {
        var validator = Validator(Profile(
            "p",
            "Practitioner",
            Sliced("Practitioner.identifier", "value", "system"),
            """{"id":"Practitioner.identifier:a","path":"Practitioner.identifier","sliceName":"a","min":0,"max":"2","slicing":{"discriminator":[{"type":"value","path":"use"}],"rules":"open"}}""",
            Element("Practitioner.identifier:a.system", "\"fixedUri\":\"urn:a\""),
            """{"id":"Practitioner.identifier:a/old","path":"Practitioner.identifier","sliceName":"a/old","min":0,"max":"1"}""",
            """{"id":"Practitioner.identifier:a/old.system","path":"Practitioner.identifier.system","fixedUri":"urn:a"}""",
            """{"id":"Practitioner.identifier:a/old.use","path":"Practitioner.identifier.use","fixedCode":"old"}"""));

        Assert.That(Validate(validator, """{"resourceType":"Practitioner","identifier":[{"system":"urn:a","use":"old"},{"system":"urn:a"}]}""", Base + "p").Errors(), Is.Empty);
        Assert.That(
            Validate(validator, """{"resourceType":"Practitioner","identifier":[{"system":"urn:a","use":"old"},{"system":"urn:a","use":"old"},{"system":"urn:b","use":"old"}]}""", Base + "p").Errors(),
            Is.EqualTo(new[] { "Practitioner.identifier[1] [p#Practitioner.identifier:a/old]" }));
    }

    [Test]
    public void Validate_SlicedByProfile_FollowsClaimConformanceAndOnlyType()
    {
        var validator = Validator(
            Profile(
                "p",
                "Bundle",
                Sliced("Bundle.entry", "profile", "resource"),
                Element("Bundle.entry:place", "\"min\":1,\"max\":\"*\""),
                Element("Bundle.entry:place.resource", "\"min\":0,\"max\":\"1\",\"type\":[{\"code\":\"Location\",\"profile\":[\"" + Base + "place\"]}]")),
            Profile("place", "Location", Element("Location.name", "\"min\":1")),
            Profile("other", "Location"));

        Assert.That(Errors(""), Is.EqualTo(new[] { "Bundle.entry [p#Bundle.entry:place]" }));
        Assert.That(Errors("""{"resourceType":"Location","name":"x"}"""), Is.Empty);
        Assert.That(Errors("""{"resourceType":"Location","mode":"kind"}"""), Is.EqualTo(new[] { "Bundle.entry[0].resource.name [place#Location.name]" }));
        Assert.That(Errors("""{"resourceType":"Location","name":"x"}""", $$"""{"resourceType":"Location","meta":{"profile":["{{Base}}other"]} }"""), Is.Empty);

        string[] Errors(params string[] resources) =>
        [
            .. Validate(
                validator,
                $$"""{"resourceType":"Bundle","type":"collection","entry":[{{string.Join(",", resources.Select(static one => one.Length == 0 ? "{\"fullUrl\":\"urn:uuid:00000000-0000-4000-8000-000000000000\",\"resource\":" + Resource("Slot") + "}" : $"{{\"resource\":{one}}}"))}}]}""",
                Base + "p").Errors(),
        ];
    }

    private static string Sliced(string id, string type, string path) =>
        Element(id, $$"""
            "min":0,"max":"*","slicing":{"discriminator":[{"type":"{{type}}","path":"{{path}}"}],"rules":"open"}
            """);

    private static string Extension(int min, int max) => $$"""
        "min":{{min}},"max":"{{max}}","type":[{"code":"Extension","profile":["{{Base}}link"]}]
        """;

    private static string Resource(string type) => type == "Slot"
        ? """{"resourceType":"Slot","schedule":{"display":"s"},"status":"free","start":"2026-01-05T09:00:00+01:00","end":"2026-01-05T09:15:00+01:00"}"""
        : $$"""{"resourceType":"{{type}}","id":"x"}""";

    private static string[] Errors(FhirValidator validator, string extension) =>
        [.. Validate(validator, $$"""{"resourceType":"Practitioner","extension":[{{extension}}]}""", Base + "p").Errors()];
}
