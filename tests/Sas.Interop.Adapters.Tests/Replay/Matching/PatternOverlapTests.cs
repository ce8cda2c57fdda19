using Sas.Interop.TestKit;

namespace Sas.Interop.Adapters.Tests.Replay.Matching;

internal sealed class PatternOverlapTests
{
    [TestCase("""{"urlPath":"/a"}""", """{"urlPath":"/b"}""", false)]
    [TestCase("""{"urlPath":"/a"}""", """{"urlPath":"/a"}""", true)]
    [TestCase("""{"urlPath":"/a"}""", """{"url":"/a?x=1"}""", true)]
    [TestCase("""{"url":"/a?x=2"}""", """{"url":"/a?x=1"}""", false)]
    [TestCase("""{"method":"GET","urlPath":"/a"}""", """{"method":"POST","urlPath":"/a"}""", false)]
    [TestCase("""{"method":"ANY","urlPath":"/a"}""", """{"method":"POST","urlPath":"/a"}""", true)]
    [TestCase("""{"urlPathTemplate":"/a/{id}"}""", """{"urlPath":"/a/1"}""", true)]
    [TestCase("""{"urlPathTemplate":"/a/{id}"}""", """{"urlPathTemplate":"/b/{id}"}""", false)]
    [TestCase("""{"urlPathPattern":"/a/[0-9]+"}""", """{"urlPathTemplate":"/a/{id}"}""", true)]
    [TestCase("""{"urlPathPattern":"/a/[0-9]+"}""", """{"urlPathPattern":"/a/[a-z]+"}""", false)]
    [TestCase("""{"urlPattern":"/a\\?x=.*"}""", """{"urlPath":"/a"}""", true)]
    [TestCase("""{"urlPattern":"/a\\?x=.*"}""", """{"urlPath":"/b"}""", false)]
    [TestCase("""{}""", """{"urlPath":"/b"}""", true)]
    [TestCase("""{"urlPath":"/a","queryParameters":{"q":{"equalTo":"1"}}}""", """{"urlPath":"/a","queryParameters":{"q":{"equalTo":"2"}}}""", false)]
    [TestCase("""{"urlPath":"/a","queryParameters":{"q":{"equalTo":"1"}}}""", """{"urlPath":"/a","queryParameters":{"q":{"matches":"[12]"}}}""", true)]
    [TestCase("""{"urlPath":"/a","queryParameters":{"q":{"equalTo":"3"}}}""", """{"urlPath":"/a","queryParameters":{"q":{"matches":"[12]"}}}""", false)]
    [TestCase("""{"urlPath":"/a","queryParameters":{"q":{"matches":"3.*"}}}""", """{"urlPath":"/a","queryParameters":{"q":{"matches":"[12].*"}}}""", false)]
    [TestCase("""{"urlPath":"/a","queryParameters":{"q":{"absent":true}}}""", """{"urlPath":"/a","queryParameters":{"q":{"matches":"[12].*"}}}""", false)]
    [TestCase("""{"urlPath":"/a","queryParameters":{"q":{"equalTo":"1"}}}""", """{"urlPath":"/a","queryParameters":{"z":{"equalTo":"2"}}}""", true)]
    [TestCase("""{"urlPath":"/a","headers":{"q":{"equalTo":"1"}}}""", """{"urlPath":"/a","headers":{"q":{"equalTo":"2"}}}""", false)]
    [TestCase("""{"urlPath":"/a","host":{"equalTo":"x"}}""", """{"urlPath":"/a","host":{"equalTo":"y"}}""", false)]
    [TestCase("""{"urlPath":"/a","bodyPatterns":[{"equalToJson":{"c":"1","d":1},"ignoreExtraElements":true}]}""", """{"urlPath":"/a","bodyPatterns":[{"equalToJson":{"c":"2"},"ignoreExtraElements":true}]}""", false)]
    [TestCase("""{"urlPath":"/a","bodyPatterns":[{"equalToJson":{"c":"1"},"ignoreExtraElements":true}]}""", """{"urlPath":"/a","bodyPatterns":[{"equalToJson":{"d":"2"},"ignoreExtraElements":true}]}""", true)]
    [TestCase("""{"urlPath":"/a","bodyPatterns":[{"matchesJsonPath":{"expression":"$.c","equalTo":"1"}}]}""", """{"urlPath":"/a","bodyPatterns":[{"matchesJsonPath":{"expression":"$.c","equalTo":"2"}}]}""", false)]
    [TestCase("""{"urlPath":"/a","basicAuth":{"username":"u","password":"p"}}""", """{"urlPath":"/a","basicAuth":{"username":"v","password":"p"}}""", false)]
    public void Load_TwoFilesAtOnePriority_ReportsWhatMayCompete(string left, string right, bool expected)
    {
        using var folder = new MappingFolder(Stub(left), Stub(right));
        using var reversed = new MappingFolder(Stub(right), Stub(left));
        var time = new ManualTimeProvider(MappingFolder.Start);

        Assert.That(folder.Load(time).Faults, expected ? Has.Count.EqualTo(1) : Is.Empty);
        Assert.That(reversed.Load(time).Faults, expected ? Has.Count.EqualTo(1) : Is.Empty);
    }

    [Test]
    public void Load_RivalsWithPrioritiesOrStates_AreAccepted()
    {
        using var priorities = new MappingFolder(
            MappingFolder.Stub("/a", """ "body":"1" """),
            MappingFolder.Stub("/a", """ "body":"2" """, ""","priority":4"""));
        using var states = new MappingFolder(
            MappingFolder.Stub("/a", """ "body":"1" """, ""","scenarioName":"s","requiredScenarioState":"Started","newScenarioState":"x" """),
            MappingFolder.Stub("/a", """ "body":"2" """, ""","scenarioName":"s","requiredScenarioState":"x" """));
        var time = new ManualTimeProvider(MappingFolder.Start);

        Assert.That(priorities.Player(time).Get("/a"), Is.EqualTo("2"));
        Assert.That(states.Load(time).Faults, Is.Empty);
    }

    private static string Stub(string request) => $"{{\"request\":{request},\"response\":{{}}}}";
}
