using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

using Sas.Interop.Hub.Configuration.Trust;
using Sas.Interop.Hub.Configuration.Vendors;
using Sas.Interop.Hub.Security.Callers;
using Sas.Interop.Hub.Security.Certificates;
using Sas.Interop.Hub.Telemetry;
using Sas.Interop.Hub.Tests.Configuration.Schemas;

namespace Sas.Interop.Hub.Tests.Configuration.Trust;

/// <summary>Compares <c>docs/callers.md</c> and the published schema with the code.</summary>
internal sealed partial class CallersPageTests
{
    private static readonly string Page = Repository.Text("docs", "callers.md");

    [Test]
    public void Page_Sections_StandInTheFixedOrder() => Assert.That(
        Page.Split('\n').Where(static line => line.StartsWith("## ", StringComparison.Ordinal)),
        Is.EqualTo(new[] { "## About", "## Usage", "## Settings and defaults", "## Telemetry", "## Failure modes", "## Do and do not" }));

    [Test]
    public void Page_Events_AreThoseOfTheRoom()
    {
        var ids = typeof(EventIds).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(static field => field.Name is nameof(EventIds.CallersNotIdentified) or nameof(EventIds.CallersLoaded) or nameof(EventIds.CallerRefused) or nameof(EventIds.RevocationNotKnown) or nameof(EventIds.VendorHeaderRefused))
            .Select(static field => $"{field.GetRawConstantValue()}");

        Assert.That(Event().Matches(Page).Select(static match => match.Groups[1].Value), Is.EquivalentTo(ids));
    }

    [Test]
    public void Page_Reasons_AreAllTold() =>
        Assert.That(Enum.GetNames<CertificateFault>(), Is.All.Matches<string>(static name => Page.Contains($"`{name}`", StringComparison.Ordinal)));

    [Test]
    public void Page_Members_AreThoseOfTheReader()
    {
        var told = Member().Matches(Page).Select(static match => match.Groups[1].Value.Replace("[]", string.Empty, StringComparison.Ordinal));

        Assert.That(told, Is.EquivalentTo(Leaves(Schema("#"), string.Empty).Where(static member => member != "$schema")));
    }

    [Test]
    public void Page_WholeSample_FitsSchemaAndReader()
    {
        using var samples = new CallersSamples();
        var json = Block().Match(Page).Groups[1].Value;

        Assert.That(new SchemaCheck(Schema("#")).Check(JsonNode.Parse(json)), Is.Empty);
        Assert.That(samples.Read(json).Faults.Select(static fault => fault.Message).Distinct(), Is.EqualTo(new[] { "The file is not there." }), "only its files are missing here");
    }

    [TestCase("$", "#")]
    [TestCase("$.server", "#/properties/server")]
    [TestCase("$.trust", "#/properties/trust")]
    [TestCase("$.proxy", "#/properties/proxy")]
    [TestCase("$.callers[0]", "#/$defs/caller")]
    [TestCase("$.callers[0].subject", "#/$defs/caller/properties/subject")]
    public void Schema_EveryObject_HasTheMembersThatTheReaderKnows(string path, string pointer)
    {
        using var samples = new CallersSamples();
        var reading = samples.Read("""{ "zz": 1, "server": { "zz": 1 }, "trust": { "zz": 1 }, "proxy": { "zz": 1 }, "callers": [{ "zz": 1, "subject": { "zz": 1 } }] }""");
        var known = reading.Faults.Single(fault => fault.Path == path + ".zz").Message;

        Assert.That(
            known[(known.IndexOf("known here: ", StringComparison.Ordinal) + 12)..].TrimEnd('.').Split(", "),
            Is.EquivalentTo(Schema(pointer + "/properties").AsObject().Select(static member => member.Key)));
    }

    [TestCase("#/properties/callers/maxItems", CallersFileReader.MostCallers)]
    [TestCase("#/$defs/files/maxItems", TrustSection.MostFiles)]
    [TestCase("#/$defs/path/maxLength", MaterialFiles.LongestPath)]
    [TestCase("#/$defs/values/maxItems", CallerEntryReader.MostValues)]
    [TestCase("#/$defs/values/items/maxLength", CallerEntryReader.LongestValue)]
    [TestCase("#/$defs/caller/properties/pins/maxItems", CallerEntryReader.MostPins)]
    [TestCase("#/$defs/caller/properties/id/maxLength", VendorEntryReader.LongestId)]
    [TestCase("#/properties/proxy/properties/from/maxItems", ProxySection.MostAddresses)]
    [TestCase("#/properties/proxy/properties/header/maxLength", ProxySection.LongestHeader)]
    public void Schema_Bounds_AreThoseOfTheReader(string pointer, int bound) => Assert.That(Schema(pointer).GetValue<int>(), Is.EqualTo(bound));

    [Test]
    public void Schema_Choices_AreThoseOfTheReader()
    {
        Assert.That(Texts("#/$defs/caller/properties/roles/items/enum"), Is.EquivalentTo(CallerEntryReader.Roles.Keys));
        Assert.That(Texts("#/properties/trust/properties/revocation/enum"), Is.EquivalentTo(TrustSection.Modes.Keys));
        Assert.That(Texts("#/properties/proxy/properties/format/enum"), Is.EquivalentTo(ProxyFormat.All.Keys));
    }

    [TestCase("""{ "callers": [] }""")]
    [TestCase("""{ "trust": { "anchors": ["root.pem"] }, "callers": [{ "id": "A", "roles": ["platform"], "subject": { "cn": ["a"] } }] }""")]
    [TestCase("""{ "trust": { "anchors": ["root.pem"] }, "callers": [{ "id": "a", "roles": ["x"], "subject": { "cn": ["a"] } }] }""")]
    [TestCase("""{ "trust": { "anchors": ["root.pem"] }, "callers": [], "server": { "passphrase": "x" } }""")]
    [TestCase("""{ "trust": { "anchors": ["root.pem"] }, "callers": [], "proxy": { "format": "x" } }""")]
    public void Schema_WhatItRefuses_TheReaderRefuses(string json)
    {
        using var samples = new CallersSamples();

        Assert.That(new SchemaCheck(Schema("#")).Check(JsonNode.Parse(json)), Is.Not.Empty);
        Assert.That(samples.Read(json).Faults, Is.Not.Empty);
    }

    private static IEnumerable<string> Leaves(JsonNode schema, string path)
    {
        foreach (var (name, member) in schema["properties"]?.AsObject() ?? [])
        {
            var inner = name == "callers" ? Schema("#/$defs/caller") : member;
            if (name == "callers")
            {
                yield return name;
            }

            if (inner?["properties"] is null)
            {
                yield return path + name;
                continue;
            }

            foreach (var leaf in Leaves(inner, $"{path}{name}."))
            {
                yield return leaf;
            }
        }
    }

    private static IEnumerable<string> Texts(string pointer) => Schema(pointer).AsArray().Select(static item => $"{item}");

    private static JsonNode Schema(string pointer)
    {
        var root = JsonNode.Parse(Repository.Text("docs", "schemas", "callers.schema.json")) ?? throw new JsonException("The schema is null.");
        return pointer.Split('/')[1..].Aggregate(root, static (node, step) => node[step] ?? throw new InvalidOperationException($"{step} is not there."));
    }

    [GeneratedRegex(@"^\| (15\d\d) \|", RegexOptions.Multiline)]
    private static partial Regex Event();

    [GeneratedRegex(@"^\| `((?!sas\.)[a-zA-Z\[\].]+)` \|.*\|.*\|$", RegexOptions.Multiline)]
    private static partial Regex Member();

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
