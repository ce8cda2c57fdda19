using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Sas.Interop.Contracts.Fhir.Validation;
using static Sas.Interop.Contracts.Tests.Fhir.Validation.SmallDefinitions;

namespace Sas.Interop.Contracts.Tests.Fhir.Validation;

/// <summary>One known fault put into a valid answer is told at its place by its rule, and nothing else is.</summary>
[TestFixture]
[Parallelizable]
internal sealed class MutationLaws
{
    private const string SlotRule = "slot#Slot.";
    private const string Kinds = "http://example.org/fhir/ValueSet/kinds";
    private const string Structures = "http://example.org/fhir/ValueSet/structures";

    private static readonly FhirValidator Sut = Validator(
        Profile(
            "bundle",
            "Bundle",
            [
                Element("Bundle.type", "\"patternCode\":\"searchset\""),
                Element("Bundle.total", "\"min\":1,\"max\":\"1\""),
                Element("Bundle.link", "\"min\":1,\"max\":\"1\""),
                Element("Bundle.entry", "\"min\":2,\"max\":\"*\",\"slicing\":{\"discriminator\":[{\"type\":\"profile\",\"path\":\"resource\"}],\"rules\":\"open\"}"),
                .. Entry("slot", "Slot"),
                .. Entry("schedule", "Schedule"),
            ]),
        Profile(
            "slot",
            "Slot",
            Element("Slot.meta", "\"min\":0"),
            Element("Slot.meta.security", Required(Kinds)),
            Element("Slot.serviceType", "\"min\":0,\"slicing\":{\"discriminator\":[{\"type\":\"pattern\",\"path\":\"$this\"}],\"rules\":\"open\"}"),
            Element("Slot.serviceType:structure", "\"min\":0," + Required(Structures)),
            Element("Slot.serviceType:structure.extension", "\"min\":0"),
            Element("Slot.serviceType:structure.extension:service", "\"min\":1,\"max\":\"1\",\"type\":[{\"code\":\"Extension\",\"profile\":[\"" + Base + "service\"]}]"),
            Element("Slot.serviceType:structure.extension:service.value[x]", "\"min\":1,\"type\":[{\"code\":\"Reference\"}]"),
            Element("Slot.schedule", "\"min\":1,\"type\":[{\"code\":\"Reference\",\"targetProfile\":[\"" + Base + "schedule\"],\"aggregation\":[\"referenced\",\"bundled\"]}]"),
            Element("Slot.status", "\"min\":1,\"fixedCode\":\"free\""),
            Element("Slot.start", "\"min\":1"),
            Element("Slot.comment", "\"maxLength\":40")),
        Profile("schedule", "Schedule", Element("Schedule.actor", "\"min\":1,\"max\":\"2\",\"type\":[{\"code\":\"Reference\",\"targetProfile\":[\"http://hl7.org/fhir/StructureDefinition/Practitioner\"]}]")),
        Profile("service", "Extension"),
        ValueSet(Kinds, "urn:kinds", "PUBLIC"),
        ValueSet(Structures, "urn:structures", "604"));

    private static readonly Mutation[] All =
    [
        new("a mandatory element is removed", static answer => answer.Slot.Remove("start"), "{slot}.start [" + SlotRule + "start]"),
        new("a fixed value is changed", static answer => answer.Slot["status"] = "busy", "{slot}.status [" + SlotRule + "status]"),
        new("a code leaves its list", static answer => answer.Slot["status"] = "libre", "{slot}.status [" + SlotRule + "status]", "{slot}.status [R4#Slot.status]"),
        new("a code leaves its value set", static answer => answer.Slot["meta"]!["security"]![0]!["code"] = "SECRET", "{slot}.meta.security[0] [" + SlotRule + "meta.security]"),
        new("an unknown element is added", static answer => answer.Slot["colour"] = "red", "{slot}.colour [R4#Slot]"),
        new("a reference leads to a wrong type", static answer => answer.Slot["schedule"]!["reference"] = "Practitioner/1", "{slot}.schedule [" + SlotRule + "schedule]"),
        new("a local reference leads nowhere", static answer => answer.Slot["schedule"]!["reference"] = "#s", "{slot}.schedule [ref-1]", "{slot}.schedule [" + SlotRule + "schedule]"),
        new("an extension is removed", static answer => answer.Structure.Remove("extension"), "{slot}.serviceType[1].extension [" + SlotRule + "serviceType:structure.extension:service]"),
        new("an extension is doubled", static answer => answer.Structure["extension"]!.AsArray().Add(answer.Structure["extension"]![0]!.DeepClone()), "{slot}.serviceType[1].extension[1] [" + SlotRule + "serviceType:structure.extension:service]"),
        new(
            "an extension has another type",
            static answer => answer.Structure["extension"]![0] = new JsonObject { ["url"] = Base + "service", ["valueString"] = "x" },
            "{slot}.serviceType[1].extension[0].value [" + SlotRule + "serviceType:structure.extension:service.value[x]]"),
        new("a value becomes a list", static answer => answer.Slot["comment"] = new JsonArray("x"), "{slot}.comment [R4#Slot.comment]"),
        new("a value becomes empty", static answer => answer.Slot["comment"] = "", "{slot}.comment [ele-1]"),
        new("a text becomes long", static answer => answer.Slot["comment"] = new string('x', 41), "{slot}.comment [" + SlotRule + "comment]"),
        new("an instant loses its offset", static answer => answer.Slot["start"] = "2026-01-05T09:00:00", "{slot}.start [R4#Slot.start]"),
        new("a boolean becomes a text", static answer => answer.Slot["overbooked"] = "true", "{slot}.overbooked [R4#Slot.overbooked]"),
        new("an element becomes null", static answer => answer.Slot["comment"] = null, "{slot}.comment [ele-1]"),
        new("a fullUrl is removed", static answer => answer.SlotEntry.Remove("fullUrl"), "{entry}.fullUrl [bundle#Bundle.entry:slot.fullUrl]"),
        new("a fullUrl stands twice", static answer => answer.Entry(^1)["fullUrl"] = answer.SlotEntry["fullUrl"]!.DeepClone(), "Bundle [bdl-7]"),
        new("the total is removed", static answer => answer.Root.Remove("total"), "Bundle.total [bundle#Bundle.total]"),
        new("the type is changed", static answer => answer.Root["type"] = "history", "Bundle.type [bundle#Bundle.type]", "Bundle [bdl-3]", "Bundle [bdl-4]"),
        new("a link is added", static answer => answer.Root["link"]!.AsArray().Add(new JsonObject { ["relation"] = "next", ["url"] = "http://h/2" }), "Bundle.link[1] [bundle#Bundle.link]"),
        new("an actor is added twice", static answer => answer.AddActors(), "{schedule}.actor[2] [schedule#Schedule.actor]"),
    ];

    [Test]
    public void Validate_NoMutation_SaysNothing() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(1, 6).ToArbitrary(), static slots => !Errors(new Answer(slots, 0).Root).Any()));

    [Test]
    public void Validate_OneMutation_TellsItAndNothingElse()
    {
        var cases = from slots in Gen.Choose(1, 6) from at in Gen.Choose(0, slots - 1) from mutation in Gen.Elements(All) select (slots, at, mutation);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(cases.ToArbitrary(), static one =>
        {
            var answer = new Answer(one.slots, one.at);
            one.mutation.Apply(answer);
            var errors = Errors(answer.Root).Order().ToArray();
            var expected = one.mutation.Expected(answer).Order().ToArray();
            return errors.SequenceEqual(expected).Label($"{one.mutation.Name}: {string.Join(", ", errors)}");
        }));
    }

    private static IEnumerable<string> Errors(JsonObject bundle) => Validate(Sut, bundle.ToJsonString()).Errors();

    private static string[] Entry(string name, string type) =>
    [
        Element("Bundle.entry:" + name, "\"min\":1,\"max\":\"*\""),
        Element($"Bundle.entry:{name}.fullUrl", "\"min\":1,\"max\":\"1\""),
        Element($"Bundle.entry:{name}.resource", "\"min\":0,\"max\":\"1\",\"type\":[{\"code\":\"" + type + "\",\"profile\":[\"" + Base + name + "\"]}]"),
    ];

    private static string Required(string valueSet) => "\"binding\":{\"strength\":\"required\",\"valueSet\":\"" + valueSet + "\"}";

    private sealed record Mutation(string Name, Action<Answer> Apply, params string[] Errors)
    {
        public IEnumerable<string> Expected(Answer answer) => Errors.Select(error => error
            .Replace("{slot}", answer.SlotPath + ".resource", StringComparison.Ordinal)
            .Replace("{entry}", answer.SlotPath, StringComparison.Ordinal)
            .Replace("{schedule}", answer.SchedulePath, StringComparison.Ordinal));
    }

    /// <summary>A valid answer: slots, then their schedule and its practitioner.</summary>
    private sealed class Answer
    {
        private readonly int _slots;
        private readonly int _at;

        public Answer(int slots, int at)
        {
            _slots = slots;
            _at = at;
            Root = new JsonObject
            {
                ["resourceType"] = "Bundle",
                ["meta"] = Claim("bundle"),
                ["type"] = "searchset",
                ["total"] = slots,
                ["link"] = new JsonArray(new JsonObject { ["relation"] = "self", ["url"] = "http://h/Slot?status=free" }),
                ["entry"] = new JsonArray(
                [
                    .. Enumerable.Range(0, slots).Select(MakeSlot),
                    MakeEntry(new JsonObject { ["resourceType"] = "Schedule", ["id"] = "1", ["meta"] = Claim("schedule"), ["actor"] = new JsonArray(Reference("Practitioner/1")) }),
                    MakeEntry(new JsonObject { ["resourceType"] = "Practitioner", ["id"] = "1", ["active"] = true }),
                ]),
            };
        }

        public JsonObject Root { get; }

        public string SlotPath => $"Bundle.entry[{_at}]";

        public string SchedulePath => $"Bundle.entry[{_slots}].resource";

        public JsonObject SlotEntry => Entry(_at);

        public JsonObject Slot => SlotEntry["resource"]!.AsObject(); // Every entry has one.

        public JsonObject Structure => Slot["serviceType"]![1]!.AsObject(); // Every slot has two.

        public JsonObject Entry(Index at) => Root["entry"]!.AsArray()[at.GetOffset(_slots + 2)]!.AsObject(); // Made above.

        public void AddActors()
        {
            var actors = Entry(_slots)["resource"]!["actor"]!.AsArray(); // Made above.
            actors.Add(Reference("Practitioner/1"));
            actors.Add(Reference("Practitioner/1"));
        }

        private static JsonObject Claim(string profile) => new() { ["profile"] = new JsonArray(Base + profile) };

        private static JsonObject Reference(string text) => new() { ["reference"] = text };

        private static JsonObject Concept(string system, string code) => new() { ["coding"] = new JsonArray(new JsonObject { ["system"] = system, ["code"] = code }) };

        private static JsonObject MakeEntry(JsonObject resource) => new() { ["fullUrl"] = $"http://h/{resource["resourceType"]}/{resource["id"]}", ["resource"] = resource };

        private static JsonObject MakeSlot(int at)
        {
            var structure = Concept("urn:structures", "604");
            structure["extension"] = new JsonArray(new JsonObject { ["url"] = Base + "service", ["valueReference"] = new JsonObject { ["display"] = "x" } });
            var claim = Claim("slot");
            claim["security"] = new JsonArray(new JsonObject { ["system"] = "urn:kinds", ["code"] = "PUBLIC" });
            return MakeEntry(new JsonObject
            {
                ["resourceType"] = "Slot",
                ["id"] = $"s{at}",
                ["meta"] = claim,
                ["serviceType"] = new JsonArray(Concept("urn:acts", "AMB"), structure),
                ["schedule"] = Reference("Schedule/1"),
                ["status"] = "free",
                ["start"] = "2026-01-05T09:00:00.000+01:00",
                ["end"] = "2026-01-05T09:15:00.000+01:00",
                ["comment"] = "http://h/booking?x=1",
            });
        }
    }
}
