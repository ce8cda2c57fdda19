using FsCheck;
using FsCheck.Fluent;
using Sas.Interop.Adapters.Replay;
using Sas.Interop.TestKit;

namespace Sas.Interop.Adapters.Tests.Replay;

internal sealed class ReplayPlayerTests
{
    private readonly ManualTimeProvider _time = new(MappingFolder.Start);

    [Test]
    public void Play_NoStub_IsNotFound()
    {
        using var folder = new MappingFolder(MappingFolder.Stub("/a", "\"body\":\"a\""));

        var response = folder.Player(_time).Play(Ask.Request("/b"));

        Assert.That((response.Status, response.Source), Is.EqualTo((404, (string?)null)));
    }

    [Test]
    public void Play_LaterStubOfOneFile_IsAskedFirst()
    {
        using var folder = new MappingFolder(
            $$"""{"mappings":[{{MappingFolder.Stub("/a", "\"body\":\"old\"")}},{{MappingFolder.Stub("/a", "\"body\":\"new\"")}},{{MappingFolder.Stub("/a", "\"body\":\"low\"", ",\"priority\":6")}}]}""");

        Assert.That(folder.Player(_time).Get("/a"), Is.EqualTo("new"));
    }

    [Test]
    public void Play_AScenario_WalksThroughItsStates()
    {
        using var folder = Scenario();
        var player = folder.Player(_time);

        Assert.That(Enumerable.Range(0, 5).Select(_ => player.Get("/s")), Is.EqualTo(new[] { "1", "2", "3", "1", "2" }));
        player.ResetScenarios();
        Assert.That(player.Get("/s"), Is.EqualTo("1"));
        player.SetScenario("steps", "three");
        Assert.That(player.Get("/s"), Is.EqualTo("3"));
    }

    [Test]
    public void Play_AScenarioInParallel_GivesEachStateAsOften()
    {
        using var folder = Scenario();
        var player = folder.Player(_time);

        var answers = Enumerable.Range(0, 300).AsParallel().Select(_ => player.Get("/s")).ToArray();

        Assert.That(answers.GroupBy(static answer => answer).Select(static group => group.Count()), Is.EqualTo(new[] { 100, 100, 100 }));
    }

    [Test]
    public void Play_ATemplateThatFails_IsAServerErrorThatSaysWhy()
    {
        using var folder = new MappingFolder(MappingFolder.Stub("/a", "\"body\":\"{{math 1 '/' request.query.by}}\",\"transformers\":[\"response-template\"]"));
        var player = folder.Player(_time);

        var response = player.Play(Ask.Request("/a?by=0"));

        Assert.That((response.Status, response.Source), Is.EqualTo((500, "mappings/0.json")));
        Assert.That(response.TemplateFault, Does.Contain("cannot compute"));
        Assert.That(player.Get("/a?by=1"), Is.EqualTo("1"));
    }

    [Test]
    public void Play_TheClockMoves_SoDoTheSlots()
    {
        using var folder = new MappingFolder(MappingFolder.Stub("/a", "\"jsonBody\":{\"at\":\"{{now offset='1 days' format='yyyy-MM-dd'}}\"},\"transformers\":[\"response-template\"]"));
        var player = folder.Player(_time);

        Assert.That(player.Get("/a"), Is.EqualTo("""{"at":"2026-03-29"}"""));
        _time.Advance(TimeSpan.FromDays(2));
        Assert.That(player.Get("/a"), Is.EqualTo("""{"at":"2026-03-31"}"""));
    }

    [TestCase("HEAD", 200)]
    [TestCase("GET", 204)]
    [TestCase("GET", 304)]
    public void Play_AnAnswerWithoutBody_HasNone(string method, int status)
    {
        using var folder = new MappingFolder($$"""{"request":{"method":"{{method}}","urlPath":"/a"},"response":{"status":{{status}},"body":"x"} }""");

        var response = folder.Player(_time).Play(Ask.Request("/a", method));

        Assert.That((response.Status, response.Body.Length), Is.EqualTo((status, 0)));
    }

    [Test]
    public void Play_RepeatedQueryNames_MatchByAnyValueInAnyOrder() =>
        Prop.ForAll(
            Gen.Choose(0, 9).ListOf(4).ToArbitrary(),
            numbers =>
            {
                using var folder = new MappingFolder("""{"request":{"urlPath":"/a","queryParameters":{"n":{"equalTo":"7"}}},"response":{}}""");
                var url = "/a?" + string.Join('&', numbers.Select(static number => $"n={number}"));
                return folder.Player(_time).Play(Ask.Request(url)).Status == (numbers.Contains(7) ? 200 : 404);
            }).QuickCheckThrowOnFailure();

    [Test]
    public void Draw_RandomDelays_StayInsideTheirBounds() =>
        Prop.ForAll(
            Gen.Choose(0, 999_999).Select(static number => number / 1_000_000d).ToArbitrary(),
            static number =>
            {
                var uniform = new ResponseDelay(TimeSpan.FromMilliseconds(5), "uniform", 10, 20).Draw(() => number).TotalMilliseconds;
                var lognormal = new ResponseDelay(TimeSpan.Zero, "lognormal", 100, 0.4, 300).Draw(() => number).TotalMilliseconds;
                return uniform is >= 15 and <= 25 && lognormal is > 0 and <= 300;
            }).QuickCheckThrowOnFailure();

    [Test]
    public void Draw_TheMiddle_IsTheMedian() =>
        Assert.That(new ResponseDelay(TimeSpan.Zero, "lognormal", 100, 0.4).Draw(Sequence(0.5, 0.25)).TotalMilliseconds, Is.EqualTo(100).Within(0.001));

    private static Func<double> Sequence(params double[] numbers)
    {
        var at = 0;
        return () => numbers[at++ % numbers.Length];
    }

    private static MappingFolder Scenario()
    {
        string[] states = ["Started", "two", "three"];
        return new MappingFolder([.. states.Select((state, index) =>
            MappingFolder.Stub("/s", $"\"body\":\"{index + 1}\"", $",\"scenarioName\":\"steps\",\"requiredScenarioState\":\"{state}\",\"newScenarioState\":\"{states[(index + 1) % 3]}\""))]);
    }
}
