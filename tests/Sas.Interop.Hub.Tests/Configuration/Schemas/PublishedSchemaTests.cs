using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

using Sas.Interop.Adapters.Http;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Configuration.Directories;
using Sas.Interop.Hub.Configuration.Source;
using Sas.Interop.Hub.Configuration.Vendors;
using Sas.Interop.Hub.Tests.Configuration.Directories;
using Sas.Interop.Hub.Tests.Configuration.Vendors;

namespace Sas.Interop.Hub.Tests.Configuration.Schemas;

[Parallelizable(ParallelScope.All)]
internal sealed class PublishedSchemaTests
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    [Test]
    public void Adapters_FileAtTheRoot_Fits() => Assert.That(Check("adapters", Repository.Text("adapters.json")), Is.Empty);

    [Test]
    public void Directory_Sample_Fits() => Assert.That(Check("directory", DirectorySamples.Json), Is.Empty);

    [Test]
    public void Directory_OfTheSandbox_Fits() =>
        Assert.That(Check("directory", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, ConfigurationRoom.SandboxDirectory))), Is.Empty);

    [TestCase("""{ "vendors": [{}] }""")]
    [TestCase("""{ "vendors": [{ "id": "A", "name": "A", "adapter": "maiia", "baseUrl": "https://a.example/" }] }""")]
    [TestCase("""{ "vendors": [{ "id": "a", "name": "A", "adapter": "maiia", "baseUrl": "a" }] }""")]
    [TestCase("""{ "vendors": [], "other": 1 }""")]
    [TestCase("""{ "vendors": [], "defaults": { "poll": { "every": "1 h" } } }""")]
    [TestCase("""{ "vendors": [], "defaults": { "limits": { "breaker": { "failures": 0 } } } }""")]
    [TestCase("""{ "vendors": [{ "id": "a", "name": "A", "adapter": "maiia", "baseUrl": "https://a.example/", "secrets": { "token": "value" } }] }""")]
    [TestCase("""{ "vendors": [{ "id": "a", "name": "A", "adapter": "maiia", "baseUrl": "https://a.example/", "capabilities": ["slot"] }] }""")]
    [TestCase("""{ "vendors": [{ "id": "a", "name": "A", "adapter": "maiia", "baseUrl": "https://a.example/", "directory": "file" }] }""")]
    public void Adapters_WhatTheReaderRefuses_TheSchemaRefuses(string json)
    {
        Assert.That(Check("adapters", json), Is.Not.Empty);
        Assert.That(AdaptersSamples.Read(json).Faults, Is.Not.Empty);
    }

    [TestCase("$", "#")]
    [TestCase("$.defaults", "#/properties/defaults")]
    [TestCase("$.defaults.poll", "#/$defs/poll")]
    [TestCase("$.defaults.limits", "#/$defs/limits")]
    [TestCase("$.defaults.limits.breaker", "#/$defs/limits/properties/breaker")]
    [TestCase("$.defaults.freshness", "#/$defs/freshness")]
    [TestCase("$.vendors[0]", "#/$defs/vendor")]
    [TestCase("$.vendors[0].tls", "#/$defs/vendor/properties/tls")]
    [TestCase("$.vendors[0].directory", "#/$defs/vendor/properties/directory/oneOf/1")]
    public void Adapters_EveryObject_HasTheMembersThatTheReaderKnows(string path, string pointer)
    {
        const string Probe = """
            { "zz": 1, "defaults": { "zz": 1, "poll": { "zz": 1 }, "limits": { "zz": 1, "breaker": { "zz": 1 } }, "freshness": { "zz": 1 } },
              "vendors": [{ "zz": 1, "tls": { "zz": 1 }, "directory": { "zz": 1, "file": "x" } }] }
            """;
        var known = AdaptersSamples.Read(Probe).Faults.Single(fault => fault.Path == path + ".zz").Message;

        Assert.That(Known(known), Is.EquivalentTo(Members("adapters", pointer)));
    }

    [TestCase("$", "#")]
    [TestCase("$.practitioners[0]", "#/$defs/practitioner")]
    [TestCase("$.practitioners[0].places[0]", "#/$defs/place")]
    [TestCase("$.practitioners[0].vendors[0]", "#/$defs/link")]
    [TestCase("$.practitioners[0].specialties[0]", "#/$defs/specialties/items/oneOf/1")]
    [TestCase("$.associations[0]", "#/$defs/association")]
    [TestCase("$.communities[0]", "#/$defs/community")]
    public async Task Directory_EveryObject_HasTheMembersThatTheReaderKnows(string path, string pointer)
    {
        var (_, faults, _) = await DirectorySamples.ReadAsync("""
            { "zz": 1, "practitioners": [{ "zz": 1, "places": [{ "zz": 1 }], "vendors": [{ "zz": 1 }], "specialties": [{ "zz": 1 }] }],
              "associations": [{ "zz": 1 }], "communities": [{ "zz": 1 }] }
            """);

        Assert.That(Known(faults.Single(fault => fault.Contains($" {path}.zz:", StringComparison.Ordinal))), Is.EquivalentTo(Members("directory", pointer)));
    }

    [Test]
    public void Adapters_Numbers_AreThoseOfTheRules() => Assert.Multiple(() =>
    {
        foreach (var rule in VendorRules.Numbers)
        {
            var schema = Setting(rule.Section, rule.Name);
            Assert.That(
                (schema["default"]?.GetValue<double>(), schema["minimum"]?.GetValue<double>(), schema["maximum"]?.GetValue<double>(), $"{schema["type"]}"),
                Is.EqualTo((rule.Default, rule.Floor, rule.Ceiling, rule.Whole ? "integer" : "number")),
                rule.Name);
        }

        foreach (var rule in VendorRules.Durations)
        {
            var schema = Setting(rule.Section, rule.Name);
            Assert.That($"{schema["default"]}", Is.EqualTo(DurationRule.Print(rule.Default)), rule.Name);
            Assert.That($"{schema["description"]}", Does.EndWith($"From {DurationRule.Print(rule.Floor)} to {DurationRule.Print(rule.Ceiling)}."), rule.Name);
        }
    });

    [TestCase("adapters", "#/properties/vendors/maxItems", AdaptersFileReader.MostVendors)]
    [TestCase("adapters", "#/$defs/vendor/properties/secrets/maxProperties", VendorEntryReader.MostSecrets)]
    [TestCase("adapters", "#/$defs/vendor/properties/identifierSystems/maxItems", IdentifierSystemList.Most)]
    [TestCase("adapters", "#/$defs/vendor/properties/identifierSystems/items/maxLength", IdentifierSystemList.Longest)]
    [TestCase("adapters", "#/$defs/vendor/properties/id/maxLength", VendorEntryReader.LongestId)]
    [TestCase("adapters", "#/$defs/vendor/properties/name/maxLength", VendorEntryReader.LongestName)]
    [TestCase("adapters", "#/$defs/vendor/properties/tls/properties/anchors/maxItems", TlsSection.MostAnchors)]
    [TestCase("adapters", "#/$defs/vendor/properties/tls/properties/pins/maxItems", TlsSection.MostPins)]
    [TestCase("adapters", "#/$defs/vendor/properties/tls/properties/crls/maxItems", TlsSection.MostCrls)]
    [TestCase("adapters", "#/$defs/vendor/properties/tls/properties/serverName/maxLength", HostPattern.Longest)]
    [TestCase("adapters", "#/$defs/vendor/properties/bookingHosts/maxItems", HostsSection.Most)]
    [TestCase("adapters", "#/$defs/vendor/properties/bookingHosts/items/maxLength", HostPattern.Longest)]
    [TestCase("adapters", "#/$defs/vendor/properties/allowedHosts/maxItems", HostsSection.Most)]
    [TestCase("directory", "#/$defs/places/maxItems", DirectoryBounds.MaxPlaces)]
    [TestCase("directory", "#/$defs/links/maxItems", DirectoryBounds.MaxLinks)]
    [TestCase("directory", "#/$defs/specialties/maxItems", DirectoryBounds.MaxSpecialties)]
    [TestCase("directory", "#/$defs/link/properties/keys/maxProperties", DirectoryBounds.MaxKeys)]
    [TestCase("directory", "#/$defs/practitioner/properties/given/maxItems", DirectoryBounds.MaxGivenNames)]
    [TestCase("directory", "#/$defs/community/properties/members/maxItems", DirectoryBounds.MaxMembers)]
    [TestCase("directory", "#/properties/communities/maxItems", DirectoryBounds.MaxCommunities)]
    [TestCase("directory", "#/$defs/place/properties/id/maxLength", DirectoryBounds.LongestPlaceId)]
    public void Schemas_Bounds_AreThoseOfTheReader(string schema, string pointer, int bound) =>
        Assert.That(At(schema, pointer).GetValue<int>(), Is.EqualTo(bound));

    [Test]
    public void Adapters_Capabilities_AreThoseOfTheReader() => Assert.That(
        At("adapters", "#/$defs/vendor/properties/capabilities/items/enum").AsArray().Select(static item => $"{item}"),
        Is.EquivalentTo(CapabilityNames.All.Keys));

    [Test]
    public void Adapters_RevocationModes_AreThoseOfTheReader() => Assert.That(
        At("adapters", "#/$defs/vendor/properties/tls/properties/revocation/enum").AsArray().Select(static item => $"{item}"),
        Is.EquivalentTo(TlsSection.ModeNames));

    [Test]
    public void Directory_SlotTypes_AreThoseOfTheReader() => Assert.That(
        At("directory", "#/$defs/link/properties/slotTypes/items/enum").AsArray().Select(static item => $"{item}"),
        Is.EquivalentTo(FieldRules.SlotTypeNames));

    [TestCase("adapters")]
    [TestCase("directory")]
    [TestCase("callers")]
    public void Schemas_StandBesideTheExecutable(string schema) =>
        Assert.That(Path.Combine(AppContext.BaseDirectory, "docs", "schemas", schema + ".schema.json"), Does.Exist);

    private static JsonNode Setting(string section, string name)
    {
        var steps = section.Split('.');
        return At("adapters", string.Create(CultureInfo.InvariantCulture, $"#/$defs/{string.Join("/properties/", steps)}/properties/{name}"));
    }

    private static IEnumerable<string> Members(string schema, string pointer) => At(schema, pointer + "/properties").AsObject().Select(static member => member.Key);

    private static string[] Known(string fault) => fault[(fault.IndexOf("known here: ", StringComparison.Ordinal) + 12)..].TrimEnd('.').Split(", ");

    private static List<string> Check(string schema, string json) => new SchemaCheck(At(schema, "#")).Check(JsonNode.Parse(json, null, Lenient));

    private static JsonNode At(string schema, string pointer)
    {
        var root = JsonNode.Parse(Repository.Text("docs", "schemas", schema + ".schema.json")) ?? throw new InvalidOperationException("The schema is null.");
        return pointer.Split('/')[1..].Aggregate(root, static (node, step) => (node is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)] : node[step])
            ?? throw new InvalidOperationException($"{step} is not there."));
    }
}
