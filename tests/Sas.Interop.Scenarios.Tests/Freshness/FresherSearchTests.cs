namespace Sas.Interop.Scenarios.Tests.Freshness;

/// <summary>Callers that want fresher data, over real sockets on both sides (decision 4 of the design).</summary>
[Parallelizable]
internal sealed class FresherSearchTests
{
    private const string Control = "Cache-Control";

    [TestCase("max-age=0")]
    [TestCase("no-cache")]
    [TestCase("max-age=60")]
    [TestCase("max-age=0, no-transform")]
    [TestCase("No-Cache, MAX-AGE=86400")]
    public async Task Search_DataOlderThanWanted_PullsOnceAndLacksNothing(string control)
    {
        await using var fresh = await FreshHub.StartAsync();
        var (first, second) = (fresh.First.Calls, fresh.Second.Calls);
        fresh.Clock.Advance(TimeSpan.FromHours(0.5));
        fresh.First.Owners = [FreshHub.Slots(FreshHub.Ann, 24), FreshHub.Slots(FreshHub.Cyd, 30)];
        var answer = await fresh.AskAsync(FreshHub.Ann, (Control, control));

        Assert.That(answer.OfType("Slot"), Has.Count.EqualTo(1));
        Assert.That((fresh.First.Calls - first, fresh.Second.Calls - second), Is.EqualTo((1, 0)), "Only the vendor of the owner asked for is asked.");
        Assert.That(FreshHub.Outcome(answer), Is.Empty, "It has been asked again and has answered in time.");
        Assert.That(answer.Headers.Age, Is.LessThan(TimeSpan.FromMinutes(5)));
    }

    [TestCase("max-age=3600")]
    [TestCase("max-age")]
    [TestCase("max-age=soon")]
    [TestCase("max-age=-1")]
    [TestCase("max-age=99999999999")]
    [TestCase("no-store")]
    [TestCase("only-if-cached")]
    [TestCase("nonsense=;;")]
    public async Task Search_DataYoungEnoughOrNothingAsked_PullsNothing(string control)
    {
        await using var fresh = await FreshHub.StartAsync();
        var before = fresh.First.Calls;
        fresh.Clock.Advance(TimeSpan.FromHours(0.5));
        var answer = await fresh.AskAsync(FreshHub.Ann, (Control, control));

        Assert.That(answer.OfType("Slot"), Has.Count.EqualTo(4));
        Assert.That(fresh.First.Calls, Is.EqualTo(before));
        Assert.That(FreshHub.Outcome(answer), Is.Empty);
    }

    [Test]
    public async Task Search_ManyCallersAtOnce_CauseOnePull()
    {
        await using var fresh = await FreshHub.StartAsync();
        var before = fresh.First.Calls;
        fresh.Clock.Advance(TimeSpan.FromHours(0.5));
        fresh.First.Owners = [FreshHub.Slots(FreshHub.Ann, 24), FreshHub.Slots(FreshHub.Cyd, 30)];
        fresh.First.Close();
        var asked = Enumerable.Range(0, 40).Select(_ => fresh.AskAsync(FreshHub.Ann, (Control, "max-age=60"))).ToList();
        await Eventually.TrueAsync(() => fresh.First.Calls > before, "the pull");
        fresh.First.Open();
        var answers = await Task.WhenAll(asked);

        Assert.That(fresh.First.Calls - before, Is.EqualTo(1));
        Assert.That(answers.Select(static answer => answer.OfType("Slot").Count), Is.All.EqualTo(1));
        Assert.That(answers.SelectMany(FreshHub.Outcome), Is.Empty);
    }

    [Test]
    public async Task Search_VendorHangs_AnswersWithWhatIsKnownAndTheLateAnswerWarmsTheIndex()
    {
        await using var fresh = await FreshHub.StartAsync(refreshWithin: "00:00:00.2");
        var before = fresh.First.Calls;
        fresh.Clock.Advance(TimeSpan.FromHours(0.5));
        fresh.First.Owners = [FreshHub.Slots(FreshHub.Ann, 24), FreshHub.Slots(FreshHub.Cyd, 30)];
        fresh.First.Close();
        var answer = await fresh.AskAsync([FreshHub.Ann, FreshHub.Bob], (Control, "max-age=60"));

        // The vendor has not answered by now: its gate is closed.
        Assert.That((int)answer.Status, Is.EqualTo(200));
        Assert.That(answer.OfType("Slot"), Has.Count.EqualTo(6));
        Assert.That(FreshHub.Outcome(answer).Select(static issue => issue.Code), Is.EqualTo(new[] { "timeout" }));
        Assert.That(FreshHub.Outcome(answer)[0].Text, Does.Contain("'a'").And.Contain("1 of the owners"));
        var again = await fresh.AskAsync(FreshHub.Ann, (Control, "max-age=60"));
        Assert.That(FreshHub.Outcome(again).Select(static issue => issue.Code), Is.EqualTo(new[] { "timeout" }));
        Assert.That(FreshHub.Outcome(await fresh.AskAsync(FreshHub.Ann)), Is.Empty, "Who did not ask for fresher data lacks nothing.");

        fresh.First.Open();
        await Eventually.TrueAsync(async () => (await fresh.AskAsync(FreshHub.Ann)).OfType("Slot").Count == 1, "the late answer in the index");
        Assert.That(fresh.First.Calls - before, Is.EqualTo(1), "The second caller joined the first one's pull.");
        Assert.That(FreshHub.Outcome(await fresh.AskAsync(FreshHub.Ann, (Control, "max-age=600"))), Is.Empty);
    }

    [Test]
    public async Task Search_VendorFails_AnswersWithWhatIsKnown()
    {
        await using var fresh = await FreshHub.StartAsync(timeout: "00:00:00.5");
        fresh.Clock.Advance(TimeSpan.FromHours(0.5));
        fresh.First.Close();
        var answer = await fresh.AskAsync([FreshHub.Ann, FreshHub.Bob], (Control, "no-cache"));

        Assert.That(answer.OfType("Slot"), Has.Count.EqualTo(6));
        Assert.That(FreshHub.Outcome(answer).Select(static issue => issue.Code), Is.EqualTo(new[] { "timeout" }));
    }

    [Test]
    public async Task Search_FresherDataNotOffered_PullsNothing()
    {
        await using var fresh = await FreshHub.StartAsync(refreshWithin: "00:00:00");
        var before = fresh.First.Calls;
        fresh.Clock.Advance(TimeSpan.FromHours(0.5));
        var answer = await fresh.AskAsync(FreshHub.Ann, (Control, "no-cache"));

        Assert.That((fresh.First.Calls - before, answer.OfType("Slot").Count), Is.EqualTo((0, 4)));
        Assert.That(FreshHub.Outcome(answer), Is.Empty, "Nobody was asked, so nobody is late.");
    }
}
