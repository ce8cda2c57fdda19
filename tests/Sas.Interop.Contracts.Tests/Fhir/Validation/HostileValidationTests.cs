using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Sas.Interop.Contracts.Fhir.Validation;
using static Sas.Interop.Contracts.Tests.Fhir.Validation.SmallDefinitions;

namespace Sas.Interop.Contracts.Tests.Fhir.Validation;

/// <summary>Texts made to hurt end in a bounded report; none of these tests measures time, but each would run for hours were the work not in proportion.</summary>
[TestFixture]
[Parallelizable]
internal sealed class HostileValidationTests
{
    private const int Many = 20_000;

    [Test]
    public void Validate_ManyContained_LooksAtEachOnce()
    {
        var contained = string.Join(",", Enumerable.Range(0, Many).Select(static at => $$"""{"resourceType":"Location","id":"l{{at}}"}"""));

        var report = Validate(Validator(), $$"""{"resourceType":"Schedule","contained":[{{contained}}],"actor":[{"reference":"#l1"}]}""");

        Assert.That(report.Errors(), Is.EqualTo(new[] { "Schedule [dom-3]" }));
    }

    [Test]
    public void Validate_ManyErrors_KeepsTheBound()
    {
        var report = Validate(Validator(), "{\"resourceType\":\"Practitioner\"," + string.Join(",", Enumerable.Range(0, Many).Select(static at => $"\"x{at}\":{at}")) + "}");

        Assert.That(report.Issues, Has.Count.EqualTo(201));
        Assert.That(report.Issues[^1].Rule, Is.EqualTo("more"));
    }

    [Test]
    public void Validate_ManyRemarks_DoNotHideAnError()
    {
        var entries = string.Join(",", Enumerable.Range(0, 500).Select(static at => $$"""{"fullUrl":"http://h/Location/{{at}}","resource":{"resourceType":"Location","id":"{{at}}"} }"""));

        var report = Validate(Validator(), $$"""{"resourceType":"Bundle","type":"collection","entry":[{{entries}},{"fullUrl":"http://h/Slot/1"}]}""");

        Assert.That(report.Errors(), Is.EqualTo(new[] { "Bundle.entry[500] [bdl-5]" }));
        Assert.That(report.Issues.Count(static issue => issue.Rule == "dom-6"), Is.EqualTo(20));
    }

    [Test]
    public void Validate_ManyValuesAndSlices_AreSortedInOnePass()
    {
        var slices = Enumerable.Range(0, 50).SelectMany(static at => new[]
        {
            Element($"Practitioner.identifier:s{at}", "\"min\":0,\"max\":\"*\""),
            Element($"Practitioner.identifier:s{at}.system", "\"fixedUri\":\"urn:s" + at + "\""),
        });
        var validator = Validator(Profile("p", "Practitioner", slices.Prepend(Element("Practitioner.identifier", "\"min\":0,\"max\":\"*\",\"slicing\":{\"discriminator\":[{\"type\":\"value\",\"path\":\"system\"}],\"rules\":\"closed\"}"))));
        var identifiers = string.Join(",", Enumerable.Range(0, Many).Select(static at => $$"""{"system":"urn:s{{at % 51}}"}"""));

        var report = Validate(validator, $$"""{"resourceType":"Practitioner","identifier":[{{identifiers}}]}""", Base + "p");

        Assert.That(report.Errors().First(), Is.EqualTo("Practitioner.identifier[50] [p#Practitioner.identifier]"));
    }

    [Test]
    public void Validate_BundlesInBundles_JudgeEachPairOnce()
    {
        // Every level is tried by the slice of the level above; without memory the tries would double at each.
        var validator = Validator(Profile(
            "p",
            "Bundle",
            Element("Bundle.entry", "\"min\":0,\"max\":\"*\",\"slicing\":{\"discriminator\":[{\"type\":\"profile\",\"path\":\"resource\"}],\"rules\":\"open\"}"),
            Element("Bundle.entry:a", "\"min\":0,\"max\":\"*\""),
            Element("Bundle.entry:a.resource", "\"type\":[{\"code\":\"Bundle\",\"profile\":[\"" + Base + "p\"]}]"),
            Element("Bundle.entry:b", "\"min\":0,\"max\":\"*\""),
            Element("Bundle.entry:b.resource", "\"type\":[{\"code\":\"Bundle\",\"profile\":[\"" + Base + "q\"]}]")),
            Profile("q", "Bundle", Element("Bundle.total", "\"min\":1")));
        var text = """{"resourceType":"Bundle","type":"nothing"}""";
        for (var level = 0; level < 14; level++)
        {
            text = $$"""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{{text}} }]}""";
        }

        var report = Validate(validator, text, Base + "p");

        Assert.That(report.Errors().Count(), Is.EqualTo(1));
    }

    [Test]
    public void Validate_CircleOfReferences_Ends()
    {
        var validator = Validator(Profile("p", "Location", Element("Location.partOf", "\"min\":1,\"type\":[{\"code\":\"Reference\",\"targetProfile\":[\"" + Base + "p\"]}]")));
        var entries = string.Join(",", Enumerable.Range(0, 2_000).Select(static at =>
            $$"""{"fullUrl":"http://h/Location/{{at}}","resource":{"resourceType":"Location","id":"{{at}}","meta":{"profile":["{{Base}}p"]},"partOf":{"reference":"Location/{{(at + 1) % 2_000}}"} } }"""));

        Assert.That(Validate(validator, $$"""{"resourceType":"Bundle","type":"searchset","entry":[{{entries}}]}""").Errors(), Is.Empty);
    }

    [Test]
    public void Validate_DamagedBytes_NeverThrows()
    {
        var whole = Encoding.UTF8.GetBytes("""{"resourceType":"Bundle","type":"searchset","total":1,"entry":[{"fullUrl":"http://h/Slot/1","resource":{"resourceType":"Slot","id":"1","meta":{"profile":["http://example.org/fhir/StructureDefinition/p"]},"serviceType":[{"coding":[{"system":"urn:a","code":"x"}]}],"schedule":{"reference":"Schedule/1"},"status":"free","start":"2026-01-05T09:00:00Z","end":"2026-01-05T09:15:00Z"}}]}""");
        var validator = Validator(Profile("p", "Slot", Element("Slot.serviceType", "\"min\":1"), Element("Slot.serviceType.coding", "\"patternCoding\":{\"system\":\"urn:a\"}")));
        var damage = from at in Gen.Choose(0, whole.Length - 1) from value in Gen.Choose(0, 255) from cut in Gen.Elements(0, 0, 0, 1) select (at, value, cut);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(damage.ToArbitrary(), one =>
        {
            var bytes = one.cut == 1 ? whole[..one.at] : whole.ToArray();
            if (one.cut == 0)
            {
                bytes[one.at] = (byte)one.value;
            }

            return validator.Validate(bytes, ValidationRequest.Default).Issues.Count > 0;
        }));
    }

    [TestCase("urn:oid:1.2.250.1.71.4.2.1", true)]
    [TestCase("urn:oid:1.02.3", false)]
    [TestCase("urn:oid:3.1", false)]
    [TestCase("urn:uuid:5b2b1d2e-0000-4000-8000-00000000000a", true)]
    [TestCase("urn:uuid:5b2b", false)]
    [TestCase("a b", false)]
    public void Validate_Uri_FollowsItsGrammar(string system, bool isRight) =>
        Assert.That(Validate(Validator(), $$"""{"resourceType":"Practitioner","identifier":[{"system":"{{system}}"}]}""").IsValid, Is.EqualTo(isRight));

    [TestCase("\"total\":0", true)]
    [TestCase("\"total\":-1", false)]
    [TestCase("\"total\":1.0", false)]
    [TestCase("\"total\":1e2", false)]
    [TestCase("\"total\":99999999999", false)]
    [TestCase("\"total\":\"1\"", false)]
    [TestCase("\"timestamp\":\"2026-01-05T09:00:00Z\"", true)]
    [TestCase("\"timestamp\":\"2026-01-05\"", false)]
    [TestCase("\"id\":\"a_b\"", false)]
    [TestCase("\"language\":\" fr\"", false)]
    public void Validate_Primitive_FollowsItsGrammar(string member, bool isRight) =>
        Assert.That(Validate(Validator(), $$"""{"resourceType":"Bundle","type":"searchset",{{member}}}""").IsValid, Is.EqualTo(isRight));
}
