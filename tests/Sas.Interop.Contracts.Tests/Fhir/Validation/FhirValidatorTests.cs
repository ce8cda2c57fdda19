using System.Text;
using Sas.Interop.Contracts.Fhir.Validation;
using static Sas.Interop.Contracts.Tests.Fhir.Validation.SmallDefinitions;

namespace Sas.Interop.Contracts.Tests.Fhir.Validation;

[TestFixture]
[Parallelizable]
internal sealed class FhirValidatorTests
{
    [TestCaseSource(typeof(RuleCases), nameof(RuleCases.All))]
    public void Validate_RuleIsKept_SaysNothingOfIt(RuleCase one)
    {
        var report = Run(one, one.Good);

        Assert.That(report.Issues.Where(issue => IsMeant(issue, one)), Is.Empty);
        if (one.Kind != IssueKind.More)
        {
            Assert.That(report.Errors(), Is.Empty);
        }
    }

    [TestCaseSource(typeof(RuleCases), nameof(RuleCases.All))]
    public void Validate_RuleIsBroken_NamesPlaceAndRule(RuleCase one)
    {
        var report = Run(one, one.Bad);

        var told = report.Issues.Where(issue => IsMeant(issue, one) && issue.Location == one.Location).ToArray();
        Assert.That(told, Has.Length.EqualTo(1), string.Join("\n", report.Remarks()));
        var text = IssueTexts.All[one.Kind];
        Assert.That(told[0].Code, Is.EqualTo(text.Code));
        Assert.That(told[0].English, Does.StartWith(text.English.Split('{')[0]));
        Assert.That(told[0].French, Does.StartWith(text.French.Split('{')[0]));
        if (one.Kind != IssueKind.More)
        {
            Assert.That(report.Errors().Count(), Is.EqualTo(told[0].IsError ? 1 : 0), string.Join("\n", report.Remarks()));
            Assert.That(report.IsValid, Is.EqualTo(!told[0].IsError));
        }
    }

    [Test]
    public void Cases_AllKinds_HaveOne() =>
        Assert.That(Enum.GetValues<IssueKind>().Except(RuleCases.All.Select(static one => one.Kind)), Is.Empty);

    [Test]
    public void Validate_SyntaxFault_TellsTheLine()
    {
        var report = Validate(Validator(), "{\n\"resourceType\": \"Slot\",\n\"id\": }");

        Assert.That(report.Issues, Has.Count.EqualTo(1));
        Assert.That(report.Issues[0].Severity, Is.EqualTo(ValidationSeverity.Fatal));
        Assert.That(report.Issues[0].English, Does.Contain("line 3"));
    }

    [Test]
    public void Validate_TwoFamiliesAndVersion_FindsTheProfile()
    {
        // D23: either base with the same last segment; D22: the base that a snippet of the guide shows.
        var validator = Validator(Named("http://sas.fr/fhir/StructureDefinition/One", "One", "Practitioner", Element("Practitioner.active", "\"min\":1")));

        foreach (var canonical in new[]
        {
            "http://sas.fr/fhir/StructureDefinition/One",
            "http://sas.fr/fhir/StructureDefinition/One|1.1.0",
            "https://interop.esante.gouv.fr/ig/fhir/sas/StructureDefinition/One",
            "http://interopsante.org/fhir/StructureDefinition/One",
        })
        {
            var report = Validate(validator, $$"""{"resourceType":"Practitioner","meta":{"profile":["{{canonical}}"]} }""");
            Assert.That(report.Errors(), Is.EqualTo(new[] { "Practitioner.active [One#Practitioner.active]" }), canonical);
        }
    }

    [Test]
    public void Validate_ProfilesGiven_TakeThePlaceOfTheRootsOwn()
    {
        var validator = Validator(
            Profile("p", "Practitioner", Element("Practitioner.active", "\"min\":1")),
            Profile("q", "Practitioner", Element("Practitioner.gender", "\"min\":1")));
        var resource = $$"""{"resourceType":"Practitioner","meta":{"profile":["{{Base}}q"]} }""";

        Assert.That(Validate(validator, resource).Errors(), Is.EqualTo(new[] { "Practitioner.gender [q#Practitioner.gender]" }));
        Assert.That(Validate(validator, resource, Base + "p").Errors(), Is.EqualTo(new[] { "Practitioner.active [p#Practitioner.active]" }));
    }

    [Test]
    public void Validate_EntriesAndContained_AreJudgedByWhatTheyClaim()
    {
        var validator = Validator(Profile("p", "Location", Element("Location.name", "\"min\":1")));
        var place = $$"""{"resourceType":"Location","id":"l","meta":{"profile":["{{Base}}p"]} }""";
        var role = $$"""{"resourceType":"PractitionerRole","contained":[{{place}}],"location":[{"reference":"#l"}]}""";

        var report = Validate(validator, $$"""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{{role}}},{"resource":{{place}}}]}""");

        Assert.That(report.Errors(), Is.EqualTo(new[]
        {
            "Bundle.entry[0].resource.contained[0].name [p#Location.name]",
            "Bundle.entry[1].resource.name [p#Location.name]",
        }));
    }

    [Test]
    public void Validate_ManyThreads_AgreeOnOneValidator()
    {
        var validator = Validator(Profile("p", "Practitioner", Element("Practitioner.active", "\"min\":1,\"constraint\":[{\"key\":\"k\",\"severity\":\"error\",\"human\":\"h\",\"expression\":\"$this = true\"}]")));

        var errors = Enumerable.Range(0, 64).AsParallel().Select(at =>
            string.Join(';', Validate(validator, at % 2 == 0 ? """{"resourceType":"Practitioner","active":false}""" : """{"resourceType":"Practitioner"}""", Base + "p").Errors())).ToArray();

        Assert.That(errors.Distinct().Order(), Is.EqualTo(new[] { "Practitioner.active [k]", "Practitioner.active [p#Practitioner.active]" }));
    }

    [Test]
    public void Validate_HostileNames_StayPrintable()
    {
        var report = Validate(Validator(), "{\"resourceType\":\"Practitioner\",\"" + new string('x', 500) + "\":1,\"a b<\\u0000>\":2}");

        Assert.That(report.Issues.Select(static issue => issue.Location.Length).Max(), Is.LessThan(100));
        Assert.That(report.Issues.SelectMany(static issue => issue.Location + issue.English + issue.French).All(static c => !char.IsControl(c) && c != '<'), Is.True);
    }

    [Test]
    public void Validate_AnyIssue_QuotesNoValue()
    {
        const string Secret = "Zorglub";

        foreach (var one in RuleCases.All)
        {
            var report = Run(one, one.Bad.Replace(":\"x\"", $":\"{Secret}\"", StringComparison.Ordinal).Replace("+33199000000", Secret, StringComparison.Ordinal));
            Assert.That(report.Issues.Where(static issue => (issue.English + issue.French + issue.Location).Contains(Secret, StringComparison.Ordinal)), Is.Empty);
        }
    }

    private static ValidationReport Run(RuleCase one, string resource)
    {
        var validator = Validator([.. one.More, .. one.Elements.Length == 0 ? Array.Empty<string>() : [Profile("p", one.Type, one.Elements)]]);
        var request = new ValidationRequest { Profiles = one.Elements.Length == 0 ? [] : [Base + "p"] };
        return validator.Validate(Encoding.UTF8.GetBytes(resource), one.Bounds(request));
    }

    private static bool IsMeant(ValidationIssue issue, RuleCase one) =>
        issue.Rule == one.Rule && issue.Code == IssueTexts.All[one.Kind].Code && issue.English.StartsWith(IssueTexts.All[one.Kind].English.Split('{')[0], StringComparison.Ordinal);
}
