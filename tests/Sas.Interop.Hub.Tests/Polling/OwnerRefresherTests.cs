using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Tests.Polling;

internal sealed class OwnerRefresherTests
{
    [Test]
    public async Task RefreshAsync_SeenWithinTheAge_AsksNobody()
    {
        await using var rig = new RefreshRig();
        var vendor = await rig.StartAsync(RefreshRig.Model("a"), owners: 1);

        var refreshing = rig.RefreshAsync(TimeSpan.FromSeconds(30), 1);

        Assert.That(refreshing.IsCompletedSuccessfully);
        Assert.That(vendor.Pulls, Is.EqualTo(1), "the first poll");
    }

    [Test]
    public async Task RefreshAsync_SeenTooLongAgo_PullsOnceAndTheIndexHasItOnReturn()
    {
        await using var rig = new RefreshRig();
        var vendor = await rig.StartAsync(RefreshRig.Model("a"), owners: 3);

        var refreshing = rig.RefreshAsync(TimeSpan.FromSeconds(29.9), 2);
        var pull = await vendor.NextAsync();
        Assert.That(refreshing.IsCompleted, Is.False);
        pull.Answer(4);
        await refreshing.WaitAsync(PollSamples.Patience);

        Assert.That(pull.Owners, Is.EqualTo(new[] { PollSamples.Target(2).Owner }));
        Assert.That(pull.Request.Window.To, Is.EqualTo(new DateTimeOffset(2026, 3, 12, 9, 0, 0, TimeSpan.Zero)), "the window of the polls");
        Assert.That((rig.SlotsOf(1), rig.SlotsOf(2), rig.SlotsOf(3)), Is.EqualTo((1, 4, 1)));
        Assert.That(rig.SeenAt("a", 2), Is.EqualTo(rig.Polling.Clock.GetUtcNow()));
        Assert.That(rig.RefreshAsync(2).IsCompletedSuccessfully, "Who comes after finds it fresh.");
    }

    [Test]
    public async Task RefreshAsync_NobodyKnowsTheOwner_ReturnsAtOnce()
    {
        await using var rig = new RefreshRig();
        var vendor = await rig.StartAsync(RefreshRig.Model("a"), owners: 1);

        Assert.That(rig.RefreshAsync(77, 78).IsCompletedSuccessfully);
        Assert.That(rig.RefreshAsync().IsCompletedSuccessfully);
        Assert.That(vendor.Pulls, Is.EqualTo(1));
    }

    [Test]
    public async Task RefreshAsync_VendorOnlyPushesOrIsSwitchedOff_IsNotAsked()
    {
        await using var rig = new RefreshRig();
        var pushes = RefreshRig.Model("pushes") with { Capabilities = VendorCapabilities.Push };
        rig.Polling.Directory.Targets["pushes"] = PollSamples.Targets(1);
        rig.Polling.Directory.Targets["off"] = PollSamples.Targets(1);
        await rig.Polling.Registry.OnChangedAsync(PollSamples.Added(pushes), CancellationToken.None);

        Assert.That(rig.RefreshAsync(1).IsCompletedSuccessfully);
        Assert.That(rig.Vendor("pushes").Pulls, Is.Zero);
    }

    [Test]
    public async Task RefreshAsync_HundredCallersAtOnce_CauseOnePull()
    {
        await using var rig = new RefreshRig();
        var vendor = await rig.StartAsync(RefreshRig.Model("a"), owners: 3);

        var callers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => new[] { rig.RefreshAsync(1, 2) })));
        (await vendor.NextAsync()).Answer(6);
        await Task.WhenAll(callers.Select(static caller => caller[0])).WaitAsync(PollSamples.Patience);

        Assert.That((vendor.Pulls, rig.SlotsOf(1), rig.SlotsOf(2)), Is.EqualTo((2, 6, 6)), "the first poll and one pull");
    }

    [Test]
    public async Task RefreshAsync_ManyCallersAndAVendorThatAnswersAtOnce_StillCauseOnePull()
    {
        await using var rig = new RefreshRig();
        var vendor = await rig.StartAsync(RefreshRig.Model("a"), owners: 2);
        vendor.AnswersAtOnce = 3;

        for (var round = 1; round <= 20; round++)
        {
            rig.Polling.Clock.Advance(TimeSpan.FromSeconds(30));
            await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => rig.RefreshAsync(1, 2)))).WaitAsync(PollSamples.Patience);
            Assert.That(vendor.Pulls, Is.EqualTo(1 + round));
        }

        Assert.That(rig.SlotsOf(2), Is.EqualTo(3));
    }

    [Test]
    public async Task RefreshAsync_VendorIsSlow_ReturnsAtTheDeadlineAndTheLateAnswerStillCounts()
    {
        await using var rig = new RefreshRig();
        var vendor = await rig.StartAsync(RefreshRig.Model("a"), owners: 1);
        var refreshing = rig.RefreshAsync(1);
        var pull = await vendor.NextAsync();

        rig.Polling.Clock.Advance(RefreshRig.Within - TimeSpan.FromMilliseconds(1));
        Assert.That(refreshing.IsCompleted, Is.False);
        rig.Polling.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await refreshing.WaitAsync(PollSamples.Patience);
        Assert.That(rig.SlotsOf(1), Is.EqualTo(1));
        pull.Answer(5);

        await PollSamples.UntilAsync(() => rig.Lines(EventIds.RefreshEnded) == 1);
        Assert.That(rig.SlotsOf(1), Is.EqualTo(5));
        Assert.That(rig.Lines(EventIds.RefreshLate), Is.EqualTo(1));
        Assert.That(rig.Polling.Board.Find("a")?.LastSuccess, Is.EqualTo(rig.Polling.Clock.GetUtcNow()));
    }

    [Test]
    public async Task RefreshAsync_CallerLeaves_TheOthersStillGetTheirAnswer()
    {
        await using var rig = new RefreshRig();
        var vendor = await rig.StartAsync(RefreshRig.Model("a"), owners: 1);
        using var leaves = new CancellationTokenSource();
        var leaving = rig.Refresher.RefreshAsync([PollSamples.Target(1).Owner], RefreshRig.MaxAge, RefreshRig.Within, leaves.Token);
        var staying = rig.RefreshAsync(1);
        var pull = await vendor.NextAsync();

        await leaves.CancelAsync();
        await leaving.WaitAsync(PollSamples.Patience);
        Assert.That(staying.IsCompleted, Is.False);
        pull.Answer(3);
        await staying.WaitAsync(PollSamples.Patience);

        Assert.That((rig.SlotsOf(1), rig.Lines(EventIds.RefreshLate)), Is.EqualTo((3, 0)));
        await rig.Refresher.RefreshAsync([PollSamples.Target(1).Owner], TimeSpan.Zero, RefreshRig.Within, leaves.Token);
        Assert.That(vendor.Pulls, Is.EqualTo(2), "Who has left before is not served.");
    }

    [Test]
    public async Task RefreshAsync_VendorHangs_ThePullEndsAtItsOwnDeadlineAndTheNextCallerAsksAgain()
    {
        await using var rig = new RefreshRig(static settings => settings.LongestRefresh = TimeSpan.FromSeconds(4));
        var vendor = await rig.StartAsync(RefreshRig.Model("a"), owners: 1);
        var first = rig.RefreshAsync(1);
        await vendor.NextAsync();
        rig.Polling.Clock.Advance(RefreshRig.Within);
        await first.WaitAsync(PollSamples.Patience);

        var second = rig.RefreshAsync(1);
        rig.Polling.Clock.Advance(RefreshRig.Within);
        await second.WaitAsync(PollSamples.Patience);
        Assert.That(vendor.Pulls, Is.EqualTo(2), "The second waited for the pull of the first.");
        rig.Polling.Clock.Advance(TimeSpan.FromSeconds(4));
        await PollSamples.UntilAsync(() => rig.Lines(EventIds.RefreshFailed) == 1);

        var third = rig.RefreshAsync(1);
        (await vendor.NextAsync()).Answer(2);
        await third.WaitAsync(PollSamples.Patience);
        Assert.That(rig.SlotsOf(1), Is.EqualTo(2));
    }

    [Test]
    public async Task RefreshAsync_VendorFails_ReturnsBeforeTheDeadlineAndClosesNothing()
    {
        await using var rig = new RefreshRig();
        var vendor = await rig.StartAsync(RefreshRig.Model("a"), owners: 1);
        var refreshing = rig.RefreshAsync(1);
        (await vendor.NextAsync()).Fail(HubErrorCode.VendorFailed);

        await refreshing.WaitAsync(PollSamples.Patience);

        Assert.That(rig.SlotsOf(1), Is.EqualTo(1));
        await PollSamples.UntilAsync(() => rig.Lines(EventIds.RefreshFailed) == 1);
        var status = rig.Polling.Board.Find("a");
        Assert.That((status?.State, status?.LastError?.Code), Is.EqualTo((VendorState.Ok, HubErrorCode.VendorFailed)), "Only a poll judges the vendor.");
    }

    [Test]
    public async Task RefreshAsync_AdapterThrows_IsLoggedWithoutItsMessageAndTheLaneGoesOn()
    {
        await using var rig = new RefreshRig();
        var vendor = await rig.StartAsync(RefreshRig.Model("a", concurrency: 1), owners: 1);
        var refreshing = rig.RefreshAsync(1);
        (await vendor.NextAsync()).Throw(new FormatException("Dr Invented"));
        await refreshing.WaitAsync(PollSamples.Patience);

        var again = rig.RefreshAsync(1);
        (await vendor.NextAsync()).Answer(2);
        await again.WaitAsync(PollSamples.Patience);

        Assert.That((rig.SlotsOf(1), rig.Lines(EventIds.PollCrashed)), Is.EqualTo((2, 1)));
        Assert.That(rig.Polling.Logs.Lines.Select(static line => line.Text), Has.None.Contains("Invented"));
    }

    [TestCase(HubErrorCode.VendorThrottled, 90)]
    [TestCase(HubErrorCode.VendorCircuitOpen, null)]
    public async Task RefreshAsync_VendorIsLeftAlone_IsNotAskedUntilAPollHasSeenItWell(HubErrorCode code, int? seconds)
    {
        await using var rig = new RefreshRig();
        var vendor = await rig.StartAsync(RefreshRig.Model("a", concurrency: 1), owners: 30);
        var first = rig.RefreshAsync([.. Enumerable.Range(1, 30)]);
        (await vendor.NextAsync()).Fail(code, seconds is { } asked ? TimeSpan.FromSeconds(asked) : null);
        await first.WaitAsync(PollSamples.Patience);
        var pulls = vendor.Pulls;

        Assert.That(rig.RefreshAsync(1).IsCompletedSuccessfully);
        rig.Polling.Clock.Advance(TimeSpan.FromSeconds(seconds ?? 60));
        Assert.That(rig.RefreshAsync(1).IsCompletedSuccessfully, "The first to see whether it is back is a poll.");
        Assert.That(vendor.Pulls, Is.EqualTo(pulls));
        Assert.That(rig.Lines(EventIds.RefreshRefused), Is.EqualTo(3), "who queued, and two who came later");

        rig.Polling.Registry.Request("a", 0);
        (await vendor.NextAsync()).Answer(2);
        await PollSamples.UntilAsync(() => !rig.RefreshAsync(30).IsCompleted);
        (await vendor.NextAsync()).Answer(3);
        await PollSamples.UntilAsync(() => rig.SlotsOf(30) == 3);
    }

    [Test]
    public async Task RefreshAsync_OneOfTwoVendorsHangs_TheNewsOfTheOtherAreThere()
    {
        await using var rig = new RefreshRig();
        var hung = await rig.StartAsync(RefreshRig.Model("hung"), owners: 1);
        var well = await rig.StartAsync(RefreshRig.Model("well"), owners: 1);
        var refreshing = rig.RefreshAsync(1);
        await hung.NextAsync();
        (await well.NextAsync()).Answer(7);
        await PollSamples.UntilAsync(() => rig.Lines(EventIds.RefreshEnded) == 1);
        Assert.That(refreshing.IsCompleted, Is.False);

        rig.Polling.Clock.Advance(RefreshRig.Within);
        await refreshing.WaitAsync(PollSamples.Patience);

        Assert.That(rig.SeenAt("well", 1) - rig.SeenAt("hung", 1), Is.GreaterThan(TimeSpan.FromSeconds(29)));
    }

    [Test]
    public async Task RefreshAsync_WithinIsNegativeOrEndless_StillEnds()
    {
        await using var rig = new RefreshRig();
        var vendor = await rig.StartAsync(RefreshRig.Model("a"), owners: 1);
        OwnerKey[] owners = [PollSamples.Target(1).Owner];

        await rig.Refresher.RefreshAsync(owners, RefreshRig.MaxAge, TimeSpan.FromDays(-9), CancellationToken.None).WaitAsync(PollSamples.Patience);
        var endless = rig.Refresher.RefreshAsync(owners, RefreshRig.MaxAge, TimeSpan.MaxValue, CancellationToken.None);
        (await vendor.NextAsync()).Answer(2);
        await endless.WaitAsync(PollSamples.Patience);

        Assert.That(rig.SlotsOf(1), Is.EqualTo(2));
    }
}
