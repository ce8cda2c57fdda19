using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Sas.Interop.TestKit;

namespace Sas.Interop.Adapters.Tests.Replay.Loading;

internal sealed class MappingLoaderTests
{
    private readonly ManualTimeProvider _time = new(MappingFolder.Start);

    [TestCase("""{""", "$", "no valid JSON")]
    [TestCase("""{"request":{},"response":{"body":"\ud800"}}""", "$", "Unicode")]
    [TestCase("""{"request":{},"response":{},"\udc00":1}""", "$", "Unicode")]
    [TestCase("""[]""", "$", "object is expected")]
    [TestCase("""{"request":{}}""", "$", "needs request and response")]
    [TestCase("""{"request":{},"response":{},"request":{}}""", "$", "no valid JSON")]
    [TestCase("""{"request":{},"response":{},"postServeActions":[]}""", "$.postServeActions", "not supported")]
    [TestCase("""{"request":{},"response":{},"nonsense":1}""", "$.nonsense", "Unknown name")]
    [TestCase("""{"request":{},"response":{},"id":"x"}""", "$.id", "UUID")]
    [TestCase("""{"request":{},"response":{},"priority":"1"}""", "$.priority", "whole number")]
    [TestCase("""{"request":{},"response":{},"newScenarioState":"x"}""", "$", "scenarioName")]
    [TestCase("""{"request":{"method":"get"},"response":{}}""", "$.request.method", "capitals")]
    [TestCase("""{"request":{"url":"/a","urlPath":"/a"},"response":{}}""", "$.request", "Only one of url")]
    [TestCase("""{"request":{"urlPath":"a"},"response":{}}""", "$.request.urlPath", "slash")]
    [TestCase("""{"request":{"urlPath":"/a?b"},"response":{}}""", "$.request.urlPath", "query")]
    [TestCase("""{"request":{"urlPathPattern":"("},"response":{}}""", "$.request.urlPathPattern", "malformed")]
    [TestCase("""{"request":{"urlPathTemplate":"/a/x{id}"},"response":{}}""", "$.request.urlPathTemplate", "whole segment")]
    [TestCase("""{"request":{"urlPathTemplate":"/{a}","pathParameters":{"b":{"equalTo":"1"}}},"response":{}}""", "$.request.pathParameters['b']", "urlPathTemplate")]
    [TestCase("""{"request":{"cookies":{}},"response":{}}""", "$.request.cookies", "not supported")]
    [TestCase("""{"request":{"queryParameters":{"a":{"equalTo":1}}},"response":{}}""", "$.request.queryParameters['a'].equalTo", "text is expected")]
    [TestCase("""{"request":{"queryParameters":{"a":{"equalTo":"1","contains":"1"}}},"response":{}}""", "$.request.queryParameters['a']", "Exactly one")]
    [TestCase("""{"request":{"queryParameters":{"a":{"contains":"1","caseInsensitive":true}}},"response":{}}""", "$.request.queryParameters['a']", "goes with equalTo")]
    [TestCase("""{"request":{"queryParameters":{"a":{"absent":false}}},"response":{}}""", "$.request.queryParameters['a'].absent", "must be true")]
    [TestCase("""{"request":{"queryParameters":{"a":{"matches":"[a"}}},"response":{}}""", "$.request.queryParameters['a'].matches", "malformed")]
    [TestCase("""{"request":{"queryParameters":{"a":{"or":[]}}},"response":{}}""", "$.request.queryParameters['a'].or", "At least one")]
    [TestCase("""{"request":{"queryParameters":{"a":{"hasExactly":[]}}},"response":{}}""", "$.request.queryParameters['a'].hasExactly", "At least one")]
    [TestCase("""{"request":{"bodyPatterns":[{"equalToXml":"<a/>"}]},"response":{}}""", "$.request.bodyPatterns[0].equalToXml", "not supported")]
    [TestCase("""{"request":{"bodyPatterns":[{"equalToJson":"{"}]},"response":{}}""", "$.request.bodyPatterns[0].equalToJson", "no JSON")]
    [TestCase("""{"request":{"bodyPatterns":[{"equalToJson":{"a":"${json-unit.any-date}"}}]},"response":{}}""", "$.request.bodyPatterns[0].equalToJson", "placeholder")]
    [TestCase("""{"request":{"bodyPatterns":[{"matchesJsonPath":"$.a["}]},"response":{}}""", "$.request.bodyPatterns[0].matchesJsonPath", "JSON path")]
    [TestCase("""{"request":{"basicAuth":{"username":"u"}},"response":{}}""", "$.request.basicAuth", "password")]
    [TestCase("""{"request":{},"response":{"status":100}}""", "$.response.status", "200 to 599")]
    [TestCase("""{"request":{},"response":{"body":"a","jsonBody":{}}}""", "$.response", "Only one of body")]
    [TestCase("""{"request":{},"response":{"body":5}}""", "$.response.body", "text is expected")]
    [TestCase("""{"request":{},"response":{"jsonBody":[1e3]}}""", "$.response.jsonBody[0]", "exponent")]
    [TestCase("""{"request":{},"response":{"base64Body":"%"}}""", "$.response.base64Body", "base64")]
    [TestCase("""{"request":{},"response":{"bodyFileName":"../secret.txt"}}""", "$.response.bodyFileName", "no file")]
    [TestCase("""{"request":{},"response":{"bodyFileName":"/etc/hostname"}}""", "$.response.bodyFileName", "no file")]
    [TestCase("""{"request":{},"response":{"headers":{"Content-Length":"5"}}}""", "$.response.headers['Content-Length']", "server sets itself")]
    [TestCase("""{"request":{},"response":{"headers":{"A":"x\r\nB: y"}}}""", "$.response.headers['A']", "one line")]
    [TestCase("""{"request":{},"response":{"statusMessage":"a\nb"}}""", "$.response.statusMessage", "one line")]
    [TestCase("""{"request":{},"response":{"fault":"SOMETHING"}}""", "$.response.fault", "EMPTY_RESPONSE")]
    [TestCase("""{"request":{},"response":{"proxyBaseUrl":"http://x"}}""", "$.response.proxyBaseUrl", "not supported")]
    [TestCase("""{"request":{},"response":{"transformers":["mine"]}}""", "$.response.transformers[0]", "response-template")]
    [TestCase("""{"request":{},"response":{"body":"{{nope 1}}","transformers":["response-template"]}}""", "$.response.body", "nope")]
    [TestCase("""{"request":{},"response":{"fixedDelayMilliseconds":99999999}}""", "$.response.fixedDelayMilliseconds", "whole number")]
    [TestCase("""{"request":{},"response":{"delayDistribution":{"type":"uniform","lower":5,"upper":1}}}""", "$.response.delayDistribution", "lower and upper")]
    [TestCase("""{"request":{},"response":{"delayDistribution":{"type":"normal"}}}""", "$.response.delayDistribution", "uniform")]
    [TestCase("""{"request":{},"response":{"chunkedDribbleDelay":{"numberOfChunks":0,"totalDuration":1}}}""", "$.response.chunkedDribbleDelay.numberOfChunks", "1 to 10000")]
    [TestCase("""{"mappings":[{"request":{},"response":{}},{"request":{},"response":{"zz":1}}]}""", "$.mappings[1].response.zz", "Unknown name")]
    [TestCase("""{"mappings":[],"more":1}""", "$.more", "Unknown name")]
    [TestCase("""{"request":{},"response":{},"metadata":{"examples":[{"url":"a"}]}}""", "$.metadata.examples[0]", "slash")]
    public void Load_AWrongMapping_NamesFilePathAndRule(string mapping, string path, string rule)
    {
        using var folder = new MappingFolder(mapping);

        var load = folder.Load(_time);

        Assert.That(load.Player, Is.Null);
        Assert.That(load.Faults.Select(static fault => (fault.File, fault.Path)), Has.Member(("mappings/0.json", path)));
        Assert.That(load.Faults.Where(fault => fault.Path == path).Select(static fault => fault.Rule), Has.Some.Contains(rule));
    }

    [Test]
    public void Load_SeveralWrongFiles_ListsEveryFault()
    {
        using var folder = new MappingFolder("""{"request":{"method":"x"},"response":{"status":1}}""", "{", MappingFolder.Stub("/fine", "\"body\":\"a\""));

        var load = folder.Load(_time);

        Assert.That(load.Faults.Select(static fault => fault.File).Distinct(), Is.EquivalentTo(new[] { "mappings/0.json", "mappings/1.json" }));
        Assert.That(load.Faults, Has.Count.EqualTo(3));
    }

    [Test]
    public void Load_AMissingFolder_IsAFault()
    {
        using var folder = new MappingFolder();
        var load = Sas.Interop.Adapters.Replay.ReplayPlayer.Load([Path.Combine(folder.Path, "nowhere")], _time, static () => 0);

        Assert.That(load.Faults.Single().Rule, Does.Contain("no mappings folder"));
    }

    [Test]
    public void Load_TooDeepOrTooLong_IsAFault()
    {
        using var deep = new MappingFolder(MappingFolder.Stub("/a", $"\"jsonBody\":{new string('[', 80)}{new string(']', 80)}"));
        using var large = new MappingFolder(MappingFolder.Stub("/a", $"\"body\":\"{new string('x', 9 * 1024 * 1024)}\""));

        Assert.That(deep.Load(_time).Faults.Single().Rule, Does.Contain("no valid JSON"));
        Assert.That(large.Load(_time).Faults.Single().Rule, Does.Contain("longer than"));
    }

    [Test]
    public void Load_AByteOrderMarkAndSubfolders_AreRead()
    {
        using var folder = new MappingFolder()
            .Add("mappings/sub/deep/one.json", '\uFEFF' + MappingFolder.Stub("/a", "\"bodyFileName\":\"x/y.txt\""))
            .Add("mappings/readme.txt", "no mapping")
            .Add("__files/x/y.txt", "from a file");

        Assert.That(folder.Player(_time).Get("/a"), Is.EqualTo("from a file"));
    }

    [Test]
    public void Load_SameIds_IsAFault()
    {
        const string Id = ""","id":"7c1d0a52-0001-4000-8000-000000000001" """;
        using var folder = new MappingFolder(MappingFolder.Stub("/a", "", Id), MappingFolder.Stub("/b", "", Id));

        Assert.That(folder.Load(_time).Faults.Single().Rule, Does.Contain("already"));
    }

    [Test]
    public void Load_AnyDamagedFile_GivesAPlayerOrFaults()
    {
        var good = Encoding.UTF8.GetBytes(
            """{"priority":3,"request":{"method":"GET","urlPathPattern":"/a/[0-9]+","queryParameters":{"q":{"matches":"x+"}}},"response":{"status":200,"jsonBody":{"a":[1,"{{now}}"]},"transformers":["response-template"]}}""");
        Prop.ForAll(
            Gen.Choose(0, good.Length - 1).Zip(Gen.Choose(0, 255)).ListOf(3).ToArbitrary(),
            damages =>
            {
                var bytes = good.ToArray();
                foreach (var (at, value) in damages)
                {
                    bytes[at] = (byte)value;
                }

                using var folder = new MappingFolder();
                File.WriteAllBytes(Path.Combine(folder.Path, "mappings", "damaged.json"), bytes);
                var load = folder.Load(_time);
                return (load.Player is null) == (load.Faults.Count > 0);
            }).QuickCheckThrowOnFailure();
    }

    [Test]
    public void JsonBody_AnyText_IsTheSameJson() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<string>().Filter(static text => text is not null && !text.Any(char.IsSurrogate)),
            text =>
            {
                var body = JsonSerializer.Serialize(new { text, list = new object?[] { 1, 2.50m, null, true, text } });
                using var folder = new MappingFolder(MappingFolder.Stub("/a", $"\"jsonBody\":{body}"));
                using var written = JsonDocument.Parse(folder.Player(_time).Get("/a"));
                using var expected = JsonDocument.Parse(body);
                return JsonElement.DeepEquals(written.RootElement, expected.RootElement);
            }).QuickCheckThrowOnFailure();
}
