using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Contracts.Tests.Fhir.Json;

[TestFixture]
[Parallelizable]
internal sealed class HostileInputTests
{
    [TestCase("", FhirIssueRules.Truncated)]
    [TestCase("   ", FhirIssueRules.Truncated)]
    [TestCase("{", FhirIssueRules.Truncated)]
    [TestCase("{\"resourceType\":\"Slot\"", FhirIssueRules.Truncated)]
    [TestCase("{\"resourceType\":\"Slot\",\"overbooked\":tru", FhirIssueRules.Truncated)]
    [TestCase("<!DOCTYPE html>", FhirIssueRules.Json)]
    [TestCase("null", FhirIssueRules.Type)]
    [TestCase("\"Slot\"", FhirIssueRules.Type)]
    [TestCase("[{\"resourceType\":\"Slot\"}]", FhirIssueRules.Type)]
    [TestCase("{}", FhirIssueRules.Type)]
    [TestCase("{\"id\":\"1\"}", FhirIssueRules.Type)]
    [TestCase("{\"resourceType\":null}", FhirIssueRules.Type)]
    [TestCase("{\"resourceType\":\"\"}", FhirIssueRules.Type)]
    [TestCase("{\"resourceType\":\"../x\"}", FhirIssueRules.Type)]
    [TestCase("{\"resourceType\":\"Schedule\"}", FhirIssueRules.Type)]
    [TestCase("{\"resourceType\":\"Patient\"}", FhirIssueRules.Type)]
    [TestCase("{\"resourceType\":\"Slot\"}{}", FhirIssueRules.Json)]
    [TestCase("{\"resourceType\":\"Slot\",}", FhirIssueRules.Json)]
    [TestCase("{\"resourceType\":\"Slot\",\"overbooked\":NaN}", FhirIssueRules.Json)]
    [TestCase("{\"resourceType\":\"Slot\"/*c*/}", FhirIssueRules.Json)]
    [TestCase("{\"resourceType\":\"Slot\",\"comment\":\"a\u0000b\"}", FhirIssueRules.Json)]
    public void Read_NoResource_GivesNoneAndOneError(string text, string rule)
    {
        var read = FhirJson.Read<Slot>(Encoding.UTF8.GetBytes(text), FhirReadOptions.Default);

        Assert.That(read.Resource, Is.Null);
        Assert.That(read.HasErrors, Is.True);
        Assert.That(read.Issues.Select(static issue => (issue.Rule, issue.Severity)), Is.EqualTo(new[] { (rule, FhirIssueSeverity.Error) }));
    }

    [TestCase("\"start\":\"2030-01-01T10:00:00\"", FhirIssueRules.ValueFormat, "Slot.start")]
    [TestCase("\"start\":\"2030-02-30T10:00:00Z\"", FhirIssueRules.ValueFormat, "Slot.start")]
    [TestCase("\"start\":0", FhirIssueRules.Type, "Slot.start")]
    [TestCase("\"overbooked\":\"true\"", FhirIssueRules.Type, "Slot.overbooked")]
    [TestCase("\"comment\":{\"a\":[1]}", FhirIssueRules.Type, "Slot.comment")]
    [TestCase("\"comment\":[\"a\",\"b\"]", FhirIssueRules.Cardinality, "Slot.comment")]
    [TestCase("\"comment\":[[\"a\"]]", FhirIssueRules.Cardinality, "Slot.comment", false)]
    [TestCase("\"comment\":\"a\\u0000b\"", FhirIssueRules.ValueFormat, "Slot.comment")]
    [TestCase("\"comment\":\"\\ud800\"", FhirIssueRules.ValueFormat, "Slot.comment")]
    [TestCase("\"schedule\":\"Schedule/1\"", FhirIssueRules.Type, "Slot.schedule")]
    [TestCase("\"schedule\":[{\"reference\":\"Schedule/1\"},{}]", FhirIssueRules.Cardinality, "Slot.schedule")]
    [TestCase("\"identifier\":[3]", FhirIssueRules.Type, "Slot.identifier[0]")]
    [TestCase("\"contained\":[{\"id\":\"1\"}]", FhirIssueRules.Type, "Slot.contained[0]")]
    [TestCase("\"contained\":[{\"resourceType\":\"A b\"}]", FhirIssueRules.Type, "Slot.contained[0]")]
    [TestCase("\"status\":\"free\",\"status\":\"busy\"", FhirIssueRules.DuplicateElement, "Slot.status")]
    [TestCase("\"resourceType\":\"Slot\"", FhirIssueRules.DuplicateElement, "Slot.resourceType")]
    [TestCase("\"extension\":[{\"url\":\"urn:a\",\"valueString\":\"a\",\"valueCode\":\"b\"}]", FhirIssueRules.DuplicateElement, "Slot.extension[0].valueCode")]
    [TestCase("\"_status\":[{\"id\":\"1\"}]", FhirIssueRules.Type, "Slot._status")]
    public void Read_WrongElement_IsDroppedAsError(string member, string rule, string path, bool isError = true)
    {
        var read = FhirJson.Read<Slot>(Encoding.UTF8.GetBytes("{\"resourceType\":\"Slot\"," + member + ",\"id\":\"kept\"}"), FhirReadOptions.Default);

        Assert.That(read.Issues, Has.One.Matches<FhirIssue>(issue => issue.Rule == rule && issue.Path == path));
        Assert.That(read.HasErrors, Is.EqualTo(isError));
        Assert.That(read.Resource?.Id, Is.EqualTo("kept"), "The rest is read.");
    }

    [TestCase("\"stranger\":[{\"a\":null}]", FhirIssueRules.UnknownElement, "Slot.stranger")]
    [TestCase("\"a b\\u0001<\":1", FhirIssueRules.UnknownElement, "Slot.?")]
    [TestCase("\"\\ud800\":1", FhirIssueRules.UnknownElement, "Slot.?")]
    [TestCase("\"_schedule\":{\"id\":\"1\"}", FhirIssueRules.UnknownElement, "Slot._schedule")]
    [TestCase("\"Status\":\"free\"", FhirIssueRules.UnknownElement, "Slot.Status")]
    [TestCase("\"comment\":\"\"", FhirIssueRules.EmptyElement, "Slot.comment")]
    [TestCase("\"comment\":null", FhirIssueRules.EmptyElement, "Slot.comment")]
    [TestCase("\"comment\":[]", FhirIssueRules.EmptyElement, "Slot.comment")]
    [TestCase("\"identifier\":[]", FhirIssueRules.EmptyElement, "Slot.identifier")]
    [TestCase("\"identifier\":null", FhirIssueRules.EmptyElement, "Slot.identifier")]
    [TestCase("\"identifier\":[{}]", FhirIssueRules.EmptyElement, "Slot.identifier[0]")]
    [TestCase("\"identifier\":[null]", FhirIssueRules.EmptyElement, "Slot.identifier[0]")]
    [TestCase("\"meta\":{\"profile\":[null,\"urn:p\"]}", FhirIssueRules.EmptyElement, "Slot.meta.profile[0]")]
    [TestCase("\"meta\":{\"profile\":[\"\"]}", FhirIssueRules.EmptyElement, "Slot.meta.profile[0]")]
    [TestCase("\"meta\":{\"profile\":\"urn:p\"}", FhirIssueRules.Cardinality, "Slot.meta.profile")]
    [TestCase("\"identifier\":{\"value\":\"1\"}", FhirIssueRules.Cardinality, "Slot.identifier")]
    [TestCase("\"schedule\":[{\"reference\":\"Schedule/1\"}]", FhirIssueRules.Cardinality, "Slot.schedule")]
    [TestCase("\"status\":\" free\"", FhirIssueRules.ValueFormat, "Slot.status")]
    [TestCase("\"implicitRules\":\"a b\"", FhirIssueRules.ValueFormat, "Slot.implicitRules")]
    public void Read_OddElement_IsAWarning(string member, string rule, string path)
    {
        var read = FhirJson.Read<Slot>(Encoding.UTF8.GetBytes("{\"resourceType\":\"Slot\"," + member + "}"), FhirReadOptions.Default);

        Assert.That(read.Issues.Select(static issue => (issue.Rule, issue.Path, issue.Severity)), Is.EqualTo(new[] { (rule, path, FhirIssueSeverity.Warning) }));
        Assert.That(read.HasErrors, Is.False);
        Assert.That(EmptyParts.In(JsonNode.Parse(FhirJson.ToUtf8(read.Resource!))), Is.Zero); // Warnings never lose the resource.
    }

    [Test]
    public void Read_TypeLastInTheObject_IsRead()
    {
        var read = FhirJson.Read<Resource>("{\"status\":\"free\",\"contained\":[{\"id\":\"l\",\"resourceType\":\"Location\"}],\"resourceType\":\"Slot\"}"u8, FhirReadOptions.Default);

        Assert.That(read.Issues, Is.Empty);
        Assert.That(read.Resource, Is.TypeOf<Slot>().With.Property("Status").EqualTo("free"));
    }

    [Test]
    public void Read_ByteOrderMark_IsSkippedWithAWarning()
    {
        var read = FhirJson.Read<Slot>([.. Encoding.UTF8.Preamble, .. "{\"resourceType\":\"Slot\",\"id\":\"1\"}"u8], FhirReadOptions.Default);

        Assert.That(read.Resource?.Id, Is.EqualTo("1"));
        Assert.That(read.Issues.Select(static issue => (issue.Rule, issue.IsError)), Is.EqualTo(new[] { (FhirIssueRules.Json, false) }));
    }

    [TestCase(new byte[] { 0xFF })]
    [TestCase(new byte[] { 0xC3 })]
    [TestCase(new byte[] { 0xC0, 0x80 })]
    [TestCase(new byte[] { 0xED, 0xA0, 0x80 })]
    public void Read_NoUtf8_SaysWhere(byte[] wrong)
    {
        var read = FhirJson.Read<Slot>([.. "{\n\"comment\":\"é"u8, .. wrong, .. "\",\"resourceType\":\"Slot\"}"u8], FhirReadOptions.Default);

        Assert.That(read.Resource, Is.Null);
        Assert.That(read.Issues, Has.One.Matches<FhirIssue>(static issue => issue is { Rule: FhirIssueRules.Json, Line: 2, Column: 14 }));
    }

    [Test]
    public void Read_NestingBeyondTheBound_IsOneError([Values("known", "unknown", "opaque", "lookahead")] string place)
    {
        var deep = string.Concat(Enumerable.Repeat("[", 100_000));
        var text = place switch
        {
            "known" => "{\"resourceType\":\"Slot\",\"extension\":" + string.Concat(Enumerable.Repeat("[{\"extension\":", 50_000)),
            "unknown" => "{\"resourceType\":\"Slot\",\"stranger\":" + deep,
            "opaque" => "{\"resourceType\":\"Slot\",\"contained\":[{\"resourceType\":\"Device\",\"a\":" + deep,
            _ => "{\"a\":" + deep,
        };

        var read = FhirJson.Read<Slot>(Encoding.UTF8.GetBytes(text), FhirReadOptions.Default);

        Assert.That(read.Resource, Is.Null);
        Assert.That(read.Issues.Where(static issue => issue.IsError).Select(static issue => issue.Rule), Is.EqualTo(new[] { FhirIssueRules.Depth }));
    }

    [Test]
    public void Read_LongTextOrList_IsBounded()
    {
        var options = FhirReadOptions.Default with { MaxStringLength = 10, MaxEntries = 3 };

        var text = FhirJson.Read<Slot>("{\"resourceType\":\"Slot\",\"comment\":\"12345678901\",\"id\":\"1234567890\"}"u8, options);
        var list = FhirJson.Read<Slot>("{\"resourceType\":\"Slot\",\"identifier\":[{},{},{},{}]}"u8, options);
        var texts = FhirJson.Read<Slot>("{\"resourceType\":\"Slot\",\"meta\":{\"profile\":[\"a\",\"b\",\"c\",\"d\"]}}"u8, options);

        Assert.That(text.Resource, Has.Property("Comment").Null.And.Property("Id").EqualTo("1234567890"));
        Assert.That(text.Issues, Has.One.Matches<FhirIssue>(static issue => issue is { Rule: FhirIssueRules.Size, Path: "Slot.comment", IsError: true }));
        Assert.That(list.Resource, Is.Null);
        Assert.That(list.Issues, Has.One.Property("Rule").EqualTo(FhirIssueRules.Size));
        Assert.That(texts.Resource, Is.Null);
    }

    [Test]
    public void Read_ManyIssues_ListsTheBoundAndKeepsTheVerdict()
    {
        var strangers = string.Concat(Enumerable.Range(0, 500).Select(static number => $"\"x{number}\":0,"));

        var read = FhirJson.Read<Slot>(Encoding.UTF8.GetBytes("{\"resourceType\":\"Slot\"," + strangers + "\"overbooked\":7}"), FhirReadOptions.Default);

        Assert.That(read.Issues, Has.Count.EqualTo(101));
        Assert.That(read.Issues[^1].Rule, Is.EqualTo(FhirIssueRules.More));
        Assert.That(read.HasErrors, Is.True, "An error that is not listed counts.");
    }

    [Test]
    public void Read_FaultInAnEntry_NamesPathLineAndRule()
    {
        const string text = """
            {
              "resourceType": "Bundle", "type": "collection",
              "entry": [
                {"fullUrl": "urn:a"}, {"fullUrl": "urn:b"}, {"fullUrl": "urn:c"},
                {"resource": {"resourceType": "Slot",
                  "é": 0, "start": "tomorrow"}}
              ]
            }
            """;

        var read = FhirJson.Read<Bundle>(Encoding.UTF8.GetBytes(text), FhirReadOptions.Default);

        Assert.That(read.Issues.Select(static issue => (issue.Path, issue.Line, issue.Column, issue.Rule)), Is.EqualTo(new[]
        {
            ("Bundle.entry[3].resource.?", 6, 13, FhirIssueRules.UnknownElement),
            ("Bundle.entry[3].resource.start", 6, 25, FhirIssueRules.ValueFormat),
        }));
        Assert.That(read.Resource?.Entry?[3].Resource, Is.TypeOf<Slot>().With.Property("Start").Null);
    }

    [Test]
    public void Read_TextThatStopsBeingJson_NamesPathAndLine()
    {
        var read = FhirJson.Read<Slot>("{\"resourceType\":\"Slot\",\n\"identifier\":[{\"value\":\"1\"},\n{\"value\":x}]}"u8, FhirReadOptions.Default);

        Assert.That(read.Issues, Has.One.Matches<FhirIssue>(static issue =>
            issue is { Rule: FhirIssueRules.Json, Path: "Slot.identifier[1].value", Line: 3, Column: 10, IsError: true }));
    }

    [Test]
    public void MaxDepth_BeyondTheCeiling_IsRefused() => Assert.That(
        static () => new FhirReadOptions { MaxDepth = FhirReadOptions.DepthCeiling + 1 }, Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Read_AnyDamagedText_NeverThrowsAndWhatIsKeptIsRight() => Prop.ForAll(DamagedTexts.OfAnyResource(), static text =>
    {
        var read = FhirJson.Read<Resource>(text, FhirReadOptions.Default);
        if (read.Resource is null)
        {
            return read.HasErrors;
        }

        var written = FhirJson.ToUtf8(read.Resource);
        var again = FhirJson.Read<Resource>(written, FhirReadOptions.Default);
        return !again.HasErrors && FhirJson.ToUtf8(again.Resource!).AsSpan().SequenceEqual(written); // Without errors there is a resource.
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
}
