using Sas.Interop.Contracts.Fhir.Validation;
using static Sas.Interop.Contracts.Tests.Fhir.Validation.SmallDefinitions;

namespace Sas.Interop.Contracts.Tests.Fhir.Validation;

/// <summary>At least one case for every kind of issue.</summary>
internal static class RuleCases
{
    private const string Nobody = """{"resourceType":"Practitioner"}""";
    private const string Slicing = "\"slicing\":{\"discriminator\":[{\"type\":\"value\",\"path\":\"system\"}],\"rules\":\"RULES\"}";
    private const string Colours = "http://example.org/fhir/ValueSet/colours";
    private const string ColourSystem = "http://example.org/fhir/CodeSystem/colours";

    private static readonly string[] SlicedIdentifier =
    [
        Element("Practitioner.identifier", "\"min\":0,\"max\":\"*\"," + Slicing.Replace("RULES", "open", StringComparison.Ordinal)),
        Element("Practitioner.identifier:a", "\"min\":1,\"max\":\"1\""),
        Element("Practitioner.identifier:a.system", "\"min\":1,\"max\":\"1\",\"fixedUri\":\"urn:a\""),
    ];

    public static IEnumerable<RuleCase> All => [.. BaseRules, .. Text, .. Elements, .. Slices, .. Codes, .. Profiles, .. References, .. Others];

    private static RuleCase[] Text =>
    [
        new(IssueKind.JsonSyntax, Nobody, "{\"resourceType\":\"Practitioner\",", "json", ""),
        new(IssueKind.JsonSyntax, Nobody, Nobody + "x", "json", ""),
        new(IssueKind.TooLarge, Nobody, Nobody + new string(' ', 100), "size", "") { Bounds = static request => request with { MaxBytes = 100 } },
        new(IssueKind.TooDeep, Nobody, """{"resourceType":"Practitioner","name":[{"period":{"start":"2026"}}]}""", "depth", "") { Bounds = static request => request with { MaxDepth = 3 } },
        new(IssueKind.TooManyNodes, Nobody, """{"resourceType":"Practitioner","name":[{"given":["a","b","c"]}]}""", "size", "") { Bounds = static request => request with { MaxNodes = 4 } },
        new(IssueKind.NotAnObject, Nobody, "[]", "json", ""),
        new(IssueKind.More, """{"resourceType":"Practitioner","x":1}""", """{"resourceType":"Practitioner","x":1,"y":1,"z":1}""", "more", "") { Bounds = static request => request with { MaxIssues = 2 } },
    ];

    private static RuleCase[] BaseRules =>
    [
        new(IssueKind.ResourceTypeMissing, Nobody, """{"id":"a"}""", "R4#Resource", "Resource.resourceType"),
        new(IssueKind.ResourceTypeMissing, Nobody, """{"resourceType":1}""", "R4#Resource", "Resource.resourceType"),
        new(IssueKind.ResourceTypeUnknown, Nobody, """{"resourceType":"Practicioner"}""", "R4#Resource", "Resource.resourceType"),
        new(IssueKind.ResourceTypeNotModelled, Nobody, """{"resourceType":"Device"}""", "R4#Resource", "Device"),
        new(IssueKind.ResourceTypeMismatch, Nobody, """{"resourceType":"Location"}""", "R4#Resource", "Location") { Bounds = static request => request with { ResourceType = "Practitioner" } },
        new(IssueKind.DuplicateMember, Nobody, """{"resourceType":"Practitioner","active":true,"active":true}""", "json", "Practitioner.active"),
        new(IssueKind.EmptyValue, Nobody, """{"resourceType":"Practitioner","id":""}""", "ele-1", "Practitioner.id"),
        new(IssueKind.EmptyValue, Nobody, """{"resourceType":"Practitioner","name":[]}""", "ele-1", "Practitioner.name"),
        new(IssueKind.EmptyValue, Nobody, """{"resourceType":"Practitioner","name":[{}]}""", "ele-1", "Practitioner.name[0]"),
        new(IssueKind.EmptyValue, Nobody, """{"resourceType":"Practitioner","active":null}""", "ele-1", "Practitioner.active"),
        new(
            IssueKind.EmptyValue,
            """{"resourceType":"Practitioner","name":[{"given":["a",null],"_given":[null,{"id":"x"}]}]}""",
            """{"resourceType":"Practitioner","name":[{"given":["a",null],"_given":[{"id":"x"},null]}]}""",
            "ele-1",
            "Practitioner.name[0].given[1]"),
        new(IssueKind.BrokenText, Nobody, """{"resourceType":"Practitioner","name":[{"family":"\ud800"}]}""", "json", "Practitioner.name[0].family"),
        new(IssueKind.BrokenText, Nobody, """{"resourceType":"Practitioner","name":[{"family":"a\u0001"}]}""", "json", "Practitioner.name[0].family"),
        new(IssueKind.UnknownElement, Nobody, """{"resourceType":"Practitioner","colour":"red"}""", "R4#Practitioner", "Practitioner.colour"),
        new(IssueKind.UnknownElement, Nobody, """{"resourceType":"Practitioner","name":[{"nick":"x"}]}""", "R4#HumanName", "Practitioner.name[0].nick"),
        new(IssueKind.UnknownElement, """{"resourceType":"Practitioner","_active":{"id":"x"}}""", """{"resourceType":"Practitioner","_name":[{"id":"x"}]}""", "R4#Practitioner", "Practitioner._name"),
        new(IssueKind.ListExpected, Nobody, """{"resourceType":"Practitioner","name":{"family":"x"}}""", "R4#Practitioner.name", "Practitioner.name"),
        new(IssueKind.SingleExpected, Nobody, """{"resourceType":"Practitioner","active":[true]}""", "R4#Practitioner.active", "Practitioner.active"),
        new(IssueKind.WrongJsonType, Nobody, """{"resourceType":"Practitioner","active":"true"}""", "R4#Practitioner.active", "Practitioner.active"),
        new(IssueKind.WrongJsonType, Nobody, """{"resourceType":"Practitioner","name":["x"]}""", "R4#Practitioner.name", "Practitioner.name[0]"),
        new(
            IssueKind.SeveralChoiceTypes,
            """{"resourceType":"Practitioner","extension":[{"url":"urn:x","valueCode":"a"}]}""",
            """{"resourceType":"Practitioner","extension":[{"url":"urn:x","valueCode":"a","valueString":"a"}]}""",
            "R4#Extension.value",
            "Practitioner.extension[0].value"),
        new(IssueKind.PrimitiveFormat, """{"resourceType":"Practitioner","birthDate":"2026-02-28"}""", """{"resourceType":"Practitioner","birthDate":"2026-02-30"}""", "R4#Practitioner.birthDate", "Practitioner.birthDate"),
        new(IssueKind.Missing, """{"resourceType":"Schedule","actor":[{"display":"x"}]}""", """{"resourceType":"Schedule"}""", "R4#Schedule.actor", "Schedule.actor"),
        new(IssueKind.BindingRequired, """{"resourceType":"Practitioner","gender":"other"}""", """{"resourceType":"Practitioner","gender":"X"}""", "R4#Practitioner.gender", "Practitioner.gender"),
    ];

    private static RuleCase[] Elements =>
    [
        new(IssueKind.Missing, """{"resourceType":"Practitioner","active":true}""", Nobody, "p#Practitioner.active", "Practitioner.active") { Elements = [Element("Practitioner.active", "\"min\":1,\"max\":\"1\"")] },
        new(IssueKind.TooMany, """{"resourceType":"Practitioner","name":[{"text":"a"}]}""", """{"resourceType":"Practitioner","name":[{"text":"a"},{"text":"b"}]}""", "p#Practitioner.name", "Practitioner.name[1]")
        {
            Elements = [Element("Practitioner.name", "\"min\":0,\"max\":\"1\"")],
        },
        new(IssueKind.Forbidden, Nobody, """{"resourceType":"Practitioner","active":true}""", "p#Practitioner.active", "Practitioner.active") { Elements = [Element("Practitioner.active", "\"min\":0,\"max\":\"0\"")] },
        new(IssueKind.FixedValue, """{"resourceType":"Practitioner","gender":"other"}""", """{"resourceType":"Practitioner","gender":"male"}""", "p#Practitioner.gender", "Practitioner.gender")
        {
            Elements = [Element("Practitioner.gender", "\"fixedCode\":\"other\"")],
        },
        new(
            IssueKind.PatternValue,
            """{"resourceType":"Practitioner","communication":[{"coding":[{"code":"x"},{"system":"urn:s","code":"a","display":"d"}]}]}""",
            """{"resourceType":"Practitioner","communication":[{"coding":[{"system":"urn:s","code":"x"},{"system":"urn:t","code":"a"}]}]}""",
            "p#Practitioner.communication",
            "Practitioner.communication[0]")
        {
            Elements = [Element("Practitioner.communication", "\"patternCodeableConcept\":{\"coding\":[{\"system\":\"urn:s\",\"code\":\"a\"}]}")],
        },
        new(
            IssueKind.TypeNotAllowed,
            """{"resourceType":"Practitioner","extension":[{"url":"urn:x","valueCode":"a"}]}""",
            """{"resourceType":"Practitioner","extension":[{"url":"urn:x","valueString":"a"}]}""",
            "p#Practitioner.extension.value[x]",
            "Practitioner.extension[0].value")
        {
            Elements = [Element("Practitioner.extension", "\"min\":0"), Element("Practitioner.extension.value[x]", "\"type\":[{\"code\":\"code\"},{\"code\":\"Reference\"}]")],
        },
        new(IssueKind.MaxLength, """{"resourceType":"Practitioner","name":[{"family":"abc"}]}""", """{"resourceType":"Practitioner","name":[{"family":"abcd"}]}""", "p#Practitioner.name.family", "Practitioner.name[0].family")
        {
            Elements = [Element("Practitioner.name", "\"min\":0"), Element("Practitioner.name.family", "\"maxLength\":3")],
        },
    ];

    private static RuleCase[] Slices =>
    [
        new(
            IssueKind.SliceMissing,
            """{"resourceType":"Practitioner","identifier":[{"system":"urn:b"},{"system":"urn:a"}]}""",
            """{"resourceType":"Practitioner","identifier":[{"system":"urn:b"}]}""",
            "p#Practitioner.identifier:a",
            "Practitioner.identifier") { Elements = SlicedIdentifier },
        new(
            IssueKind.SliceTooMany,
            """{"resourceType":"Practitioner","identifier":[{"system":"urn:a"}]}""",
            """{"resourceType":"Practitioner","identifier":[{"system":"urn:a"},{"system":"urn:a","value":"2"}]}""",
            "p#Practitioner.identifier:a",
            "Practitioner.identifier[1]") { Elements = SlicedIdentifier },
        new(
            IssueKind.SliceUnmatched,
            """{"resourceType":"Practitioner","identifier":[{"system":"urn:a"}]}""",
            """{"resourceType":"Practitioner","identifier":[{"system":"urn:a"},{"system":"urn:c"}]}""",
            "p#Practitioner.identifier",
            "Practitioner.identifier[1]") { Elements = [.. SlicedIdentifier.Select(static one => one.Replace("open", "closed", StringComparison.Ordinal))] },
        new(
            IssueKind.SliceOutOfOrder,
            """{"resourceType":"Practitioner","identifier":[{"system":"urn:a"},{"system":"urn:c"}]}""",
            """{"resourceType":"Practitioner","identifier":[{"system":"urn:c"},{"system":"urn:a"}]}""",
            "p#Practitioner.identifier",
            "Practitioner.identifier[0]") { Elements = [.. SlicedIdentifier.Select(static one => one.Replace("open", "openAtEnd", StringComparison.Ordinal))] },
        new(IssueKind.SliceUndetermined, Nobody, """{"resourceType":"Practitioner","identifier":[{"system":"urn:a"}]}""", "p#Practitioner.identifier:a", "Practitioner.identifier")
        {
            Elements = [SlicedIdentifier[0], Element("Practitioner.identifier:a", "\"min\":0,\"max\":\"1\"")],
        },
    ];

    private static RuleCase[] Codes =>
    [
        new(
            IssueKind.BindingRequired,
            $$"""{"resourceType":"Practitioner","communication":[{"coding":[{"system":"{{ColourSystem}}","code":"red"}]}]}""",
            $$"""{"resourceType":"Practitioner","communication":[{"coding":[{"system":"urn:other","code":"red"}]}]}""",
            "p#Practitioner.communication",
            "Practitioner.communication[0]")
        {
            Elements = [Element("Practitioner.communication", $$"""
                "binding":{"strength":"required","valueSet":"{{Colours}}|1.0"}
                """)],
            More = [ValueSet(Colours, ColourSystem, "red", "blue")],
        },
        new(
            IssueKind.BindingExtensible,
            """{"resourceType":"Practitioner","communication":[{"text":"red"}]}""",
            $$"""{"resourceType":"Practitioner","communication":[{"coding":[{"system":"{{ColourSystem}}","code":"grey"}]}]}""",
            "p#Practitioner.communication",
            "Practitioner.communication[0]")
        {
            Elements = [Element("Practitioner.communication", $$"""
                "binding":{"strength":"extensible","valueSet":"{{Colours}}"}
                """)],
            More = [ValueSet(Colours, ColourSystem, "red", "blue")],
        },
        new(IssueKind.BindingUnresolved, Nobody, """{"resourceType":"Practitioner","communication":[{"text":"red"}]}""", "p#Practitioner.communication", "Practitioner.communication[0]")
        {
            Elements = [Element("Practitioner.communication", "\"binding\":{\"strength\":\"required\",\"valueSet\":\"http://example.org/unknown\"}")],
        },
    ];

    private static RuleCase[] Profiles =>
    [
        new(IssueKind.ProfileUnknown, Nobody, """{"resourceType":"Practitioner","meta":{"profile":["http://example.org/unknown"]}}""", "R4#Meta.profile", "Practitioner.meta.profile[0]"),
        new(IssueKind.ProfileUnresolved, Nobody, """{"resourceType":"Practitioner","name":[{"text":"x"}]}""", "p#Practitioner.name", "Practitioner.name[0]")
        {
            Elements = [Element("Practitioner.name", "\"type\":[{\"code\":\"HumanName\",\"profile\":[\"http://example.org/unknown\"]}]")],
        },
        new(IssueKind.ProfileTypeMismatch, Nobody, """{"resourceType":"Practitioner","meta":{"profile":["http://example.org/fhir/StructureDefinition/q"]}}""", "q#Location", "Practitioner")
        {
            More = [Profile("q", "Location")],
        },
        new(IssueKind.NoProfileFits, """{"resourceType":"Practitioner","name":[{"family":"x"}]}""", """{"resourceType":"Practitioner","name":[{"given":["x"]}]}""", "p#Practitioner.name", "Practitioner.name[0]")
        {
            Elements = [Element("Practitioner.name", $$"""
                "type":[{"code":"HumanName","profile":["{{Base}}q","{{Base}}r"]}]
                """)],
            More =
            [
                Profile("q", "HumanName", Element("HumanName.family", "\"min\":1")),
                Profile("r", "HumanName", Element("HumanName.text", "\"min\":1")),
            ],
        },
        new(
            IssueKind.ExtensionUnknown,
            $$"""{"resourceType":"Practitioner","extension":[{"url":"{{Base}}e","valueCode":"a"}]}""",
            """{"resourceType":"Practitioner","extension":[{"url":"http://example.org/unknown","valueCode":"a"}]}""",
            "R4#Extension.url",
            "Practitioner.extension[0]") { More = [Profile("e", "Extension")] },
    ];

    private static RuleCase[] References =>
    [
        new(
            IssueKind.ReferenceType,
            """{"resourceType":"Schedule","actor":[{"reference":"Location/1"}]}""",
            """{"resourceType":"Schedule","actor":[{"reference":"Practitioner/1"}]}""",
            "p#Schedule.actor",
            "Schedule.actor[0]")
        {
            Type = "Schedule",
            Elements = [Element("Schedule.actor", "\"min\":1,\"type\":[{\"code\":\"Reference\",\"targetProfile\":[\"http://hl7.org/fhir/StructureDefinition/Location\"]}]")],
        },
        new(
            IssueKind.ReferenceProfile,
            """{"resourceType":"Schedule","contained":[{"resourceType":"Location","id":"l","name":"x"}],"actor":[{"reference":"#l"}]}""",
            """{"resourceType":"Schedule","contained":[{"resourceType":"Location","id":"l","mode":"kind"}],"actor":[{"reference":"#l"}]}""",
            "p#Schedule.actor",
            "Schedule.actor[0]")
        {
            Type = "Schedule",
            Elements = [Element("Schedule.actor", $$"""
                "min":1,"type":[{"code":"Reference","targetProfile":["{{Base}}q","{{Base}}r"]}]
                """)],
            More =
            [
                Profile("q", "Location", Element("Location.name", "\"min\":1")),
                Profile("r", "Location", Element("Location.description", "\"min\":1")),
            ],
        },
        new(
            IssueKind.ReferenceAggregation,
            """{"resourceType":"Schedule","contained":[{"resourceType":"Location","id":"l","name":"x"}],"actor":[{"reference":"#l"}]}""",
            """{"resourceType":"Schedule","actor":[{"reference":"Location/l"}]}""",
            "p#Schedule.actor",
            "Schedule.actor[0]")
        {
            Type = "Schedule",
            Elements = [Element("Schedule.actor", "\"min\":1,\"type\":[{\"code\":\"Reference\",\"aggregation\":[\"contained\"]}]")],
        },
        new(
            IssueKind.ReferenceUnresolved,
            """{"resourceType":"Bundle","type":"searchset","entry":[{"fullUrl":"http://h/Schedule/1","resource":{"resourceType":"Schedule","id":"1","actor":[{"reference":"Location/2"}]}},{"fullUrl":"http://h/Location/2","resource":{"resourceType":"Location","id":"2"}}]}""",
            """{"resourceType":"Bundle","type":"searchset","entry":[{"fullUrl":"http://h/Schedule/1","resource":{"resourceType":"Schedule","id":"1","actor":[{"reference":"Location/3"}]}},{"fullUrl":"http://h/Location/2","resource":{"resourceType":"Location","id":"2"}}]}""",
            "CONTRACT §3.7",
            "Bundle.entry[0].resource.actor[0]") { Type = "Bundle" },
    ];

    private static RuleCase[] Others =>
    [
        new(IssueKind.Invariant, """{"resourceType":"Practitioner","telecom":[{"system":"phone","value":"+33199000000"}]}""", """{"resourceType":"Practitioner","telecom":[{"value":"+33199000000"}]}""", "cpt-2", "Practitioner.telecom[0]"),
        new(IssueKind.Invariant, """{"resourceType":"Practitioner","id":"a1"}""", """{"resourceType":"Practitioner","id":"b1"}""", "own-1", "Practitioner.id")
        {
            Elements = [Element("Practitioner.id", "\"constraint\":[{\"key\":\"own-1\",\"severity\":\"error\",\"human\":\"begins with a\",\"expression\":\"$this.matches('^a[0-9]$')\"}]")],
        },
        new(IssueKind.InvariantNotEvaluated, """{"resourceType":"Practitioner","active":true}""", """{"resourceType":"Practitioner","id":"b1"}""", "own-2", "Practitioner.id")
        {
            Elements = [Element("Practitioner.id", "\"constraint\":[{\"key\":\"own-2\",\"severity\":\"error\",\"human\":\"x\",\"expression\":\"$this.conformsTo('x')\"}]")],
        },
        new(IssueKind.EmptyAnswer, """{"resourceType":"Bundle","type":"searchset","entry":[{"resource":{"resourceType":"Location"}}]}""", """{"resourceType":"Bundle","type":"searchset","total":0}""", "D02", "Bundle.entry")
        {
            Type = "Bundle",
            Elements = [Element("Bundle.entry", "\"min\":1,\"max\":\"*\"")],
        },
        new(IssueKind.TooEntangled, Chain(100), Chain(140), "q#Location", "Bundle.entry[128].resource") { Type = "Bundle", More = [ChainProfile] },
    ];

    /// <summary>A profile whose slice can only be told by judging the target of a reference by the same profile.</summary>
    private static string ChainProfile => Profile(
        "q",
        "Location",
        Element("Location.partOf", "\"min\":0,\"max\":\"1\",\"slicing\":{\"discriminator\":[{\"type\":\"profile\",\"path\":\"resolve()\"}],\"rules\":\"open\"}"),
        Element("Location.partOf:q", $$"""
            "min":0,"max":"1","type":[{"code":"Reference","targetProfile":["{{Base}}q"]}]
            """));

    /// <summary>Places, each of which is part of the next.</summary>
    private static string Chain(int length)
    {
        var entries = Enumerable.Range(0, length).Select(at =>
            $$"""{"resource":{"resourceType":"Location","id":"{{at}}"{{(at == 0 ? $",\"meta\":{{\"profile\":[\"{Base}q\"]}}" : "")}},"partOf":{"reference":"Location/{{at + 1}}"} } }""");
        return $$"""{"resourceType":"Bundle","type":"collection","entry":[{{string.Join(",", entries)}}]}""";
    }
}
