using System.Text;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir.Validation;
using Sas.Interop.Contracts.Fhir.Validation.Definitions;
using static Sas.Interop.Contracts.Tests.Fhir.Validation.SmallDefinitions;

namespace Sas.Interop.Contracts.Tests.Fhir.Validation.Definitions;

[TestFixture]
[Parallelizable]
internal sealed class DefinitionSetTests
{
    private const string Outer = "http://example.org/fhir/ValueSet/outer";
    private const string Inner = "http://example.org/fhir/ValueSet/inner";
    private const string Colours = "http://example.org/fhir/CodeSystem/colours";

    [TestCase("x", "line 1", TestName = "no JSON")]
    [TestCase("""{"resourceType":"StructureDefinition","type":"Slot"}""", "url is required", TestName = "no url")]
    [TestCase("""{"resourceType":"StructureDefinition","url":"urn:p"}""", "urn:p: type is required", TestName = "no type")]
    [TestCase("""{"resourceType":"StructureDefinition","url":"urn:p","type":"Slot","differential":{"element":[{"path":"Slot"}]}}""", "snapshot is required", TestName = "differential alone")]
    [TestCase("""{"resourceType":"StructureDefinition","url":"urn:p","type":"Slot","snapshot":{"element":[{"id":"Slot"}]}}""", "path is required", TestName = "no path")]
    [TestCase("""{"resourceType":"StructureDefinition","url":"urn:p","type":"Slot","snapshot":{"element":[{"path":"Slot"},{"path":"Slot.x","max":"n"}]}}""", "urn:p#Slot.x: ElementDefinition.max", TestName = "max")]
    [TestCase("""{"resourceType":"StructureDefinition","url":"urn:p","type":"Slot","snapshot":{"element":[{"path":"Slot"},{"path":"Slot.x"},{"path":"Slot.x"}]}}""", "urn:p#Slot.x: two elements", TestName = "twice")]
    [TestCase("""{"resourceType":"StructureDefinition","url":"urn:p","type":"Slot","snapshot":{"element":[{"path":"Slot"},{"path":"Slot.x.y"}]}}""", "urn:p#Slot.x.y: the element that holds it (Slot.x)", TestName = "orphan")]
    [TestCase("""{"resourceType":"ValueSet","status":"active"}""", "ValueSet.url", TestName = "value set without url")]
    [TestCase("""{"resourceType":"ValueSet","url":"urn:v","compose":{"include":[{"system":"urn:s","concept":[{"display":"x"}]}]}}""", "a concept has a code", TestName = "no code")]
    [TestCase("""{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"CodeSystem"}}]}""", "CodeSystem.url", TestName = "in a Bundle")]
    public void Read_FaultyFile_NamesFileElementAndRule(string text, string fault)
    {
        var read = DefinitionSet.Read([new DefinitionFile("good.json", Encoding.UTF8.GetBytes(Profile("p", "Slot"))), new DefinitionFile("bad.json", Encoding.UTF8.GetBytes(text))]);

        Assert.That(read.IsSuccess, Is.False);
        Assert.That(read.Error!.Code, Is.EqualTo(HubErrorCode.RequestInvalid)); // A failure has an error.
        Assert.That(read.Error.Detail, Does.StartWith("bad.json: ").And.Contain(fault));
    }

    [Test]
    public void Read_HugeFile_IsRefusedUnread()
    {
        var read = DefinitionSet.Read([new DefinitionFile("huge.json", new byte[16 * 1024 * 1024 + 1])]);

        Assert.That(read.Error?.Code, Is.EqualTo(HubErrorCode.RequestTooLarge));
        Assert.That(read.Error?.Detail, Does.StartWith("huge.json"));
    }

    [Test]
    public void Read_TooManyFiles_IsRefused()
    {
        var read = DefinitionSet.Read(Enumerable.Repeat(new DefinitionFile("one.json", "{\"resourceType\":\"Basic\"}"u8.ToArray()), 5_001));

        Assert.That(read.Error?.Code, Is.EqualTo(HubErrorCode.RequestTooLarge));
    }

    [Test]
    public void Read_OtherTypesAndBundles_AreTaken()
    {
        var set = Set("""{"resourceType":"SearchParameter","url":"urn:x"}""", $$"""{"resourceType":"Bundle","entry":[{"resource":{{Profile("p", "Slot")}} },{"resource":{{ValueSet(Outer, Colours, "red")}} }]}""");

        Assert.That(set.Profiles, Is.EqualTo(new[] { Base + "p" }));
        Assert.That(set.ValueSets, Is.EqualTo(new[] { Outer }));
        Assert.That(set.HasProfile(Base + "p|2.0") && set.HasValueSet(Outer + "|2.0"), Is.True);
        Assert.That(set.HasProfile(Base + "q"), Is.False);
    }

    [Test]
    public void Merge_SameUrl_TakesTheSetOver()
    {
        var below = Set(Profile("p", "Practitioner", Element("Practitioner.active", "\"min\":1")), Profile("q", "Slot"));
        var over = Set(Profile("p", "Practitioner", Element("Practitioner.gender", "\"min\":1")));

        var merged = below.Merge(over);

        Assert.That(merged.Profiles, Has.Count.EqualTo(2));
        Assert.That(Validate(new FhirValidator(merged), """{"resourceType":"Practitioner"}""", Base + "p").Errors(), Is.EqualTo(new[] { "Practitioner.gender [p#Practitioner.gender]" }));
        Assert.That(Validate(new FhirValidator(over.Merge(below)), """{"resourceType":"Practitioner"}""", Base + "p").Errors(), Is.EqualTo(new[] { "Practitioner.active [p#Practitioner.active]" }));
    }

    [TestCase("red", "No", "a code that is excluded")]
    [TestCase("blue", "Yes", "a code of the list")]
    [TestCase("grey", "No", "a code of no list")]
    public void Find_ComposeWithExclude_LooksAtBoth(string code, string expected, string why)
    {
        var lookup = Lookup($$"""{"resourceType":"ValueSet","url":"{{Outer}}","compose":{"include":[{"system":"{{Colours}}","concept":[{"code":"red"},{"code":"blue"}]}],"exclude":[{"system":"{{Colours}}","concept":[{"code":"red"}]}]} }""");

        Assert.That(lookup.Find(Outer, Colours, code).ToString(), Is.EqualTo(expected), why);
        Assert.That(lookup.Find(Outer, "urn:other", code), Is.EqualTo(Membership.No));
    }

    [Test]
    public void Find_WholeSystem_AsksTheCodeSystem()
    {
        var whole = $$"""{"resourceType":"ValueSet","url":"{{Outer}}","compose":{"include":[{"system":"{{Colours}}"}]} }""";
        var codes = $$"""{"resourceType":"CodeSystem","url":"{{Colours}}","content":"complete","concept":[{"code":"red","concept":[{"code":"pink"}]}]}""";

        Assert.That(Lookup(whole, codes).Find(Outer, Colours, "pink"), Is.EqualTo(Membership.Yes));
        Assert.That(Lookup(whole, codes).Find(Outer, Colours, "blue"), Is.EqualTo(Membership.No));
        Assert.That(Lookup(whole, codes.Replace("complete", "fragment", StringComparison.Ordinal)).Find(Outer, Colours, "blue"), Is.EqualTo(Membership.Yes));
        Assert.That(Lookup(whole).Find(Outer, Colours, "blue"), Is.EqualTo(Membership.Yes));
        Assert.That(Lookup(whole).Find(Outer, null, "blue"), Is.EqualTo(Membership.Unknown));
    }

    [Test]
    public void Find_FilterNestedAndExpansion_TellWhatTheyCan()
    {
        var filter = $$"""{"resourceType":"ValueSet","url":"{{Outer}}","compose":{"include":[{"system":"{{Colours}}","filter":[{"property":"concept","op":"is-a","value":"red"}]}]} }""";
        var nested = $$"""{"resourceType":"ValueSet","url":"{{Outer}}","compose":{"include":[{"valueSet":["{{Inner}}"]}]} }""";
        var circle = $$"""{"resourceType":"ValueSet","url":"{{Outer}}","compose":{"include":[{"valueSet":["{{Outer}}"]}]} }""";
        var expansion = $$"""{"resourceType":"ValueSet","url":"{{Outer}}","expansion":{"contains":[{"system":"{{Colours}}","code":"warm","abstract":true,"contains":[{"system":"{{Colours}}","code":"red"}]}]} }""";

        Assert.That(Lookup(filter).Find(Outer, Colours, "red"), Is.EqualTo(Membership.Unknown));
        Assert.That(Lookup(nested, ValueSet(Inner, Colours, "red")).Find(Outer, Colours, "red"), Is.EqualTo(Membership.Yes));
        Assert.That(Lookup(nested, ValueSet(Inner, Colours, "red")).Find(Outer, Colours, "blue"), Is.EqualTo(Membership.No));
        Assert.That(Lookup(nested).Find(Outer, Colours, "red"), Is.EqualTo(Membership.Unknown));
        Assert.That(Lookup(circle).Find(Outer, Colours, "red"), Is.EqualTo(Membership.Unknown));
        Assert.That(Lookup(expansion).Find(Outer, Colours, "red"), Is.EqualTo(Membership.Yes));
        Assert.That(Lookup(expansion).Find(Outer, Colours, "warm"), Is.EqualTo(Membership.No));
    }

    private static CodeLookup Lookup(params string[] definitions) => new(Set(definitions).Index);
}
