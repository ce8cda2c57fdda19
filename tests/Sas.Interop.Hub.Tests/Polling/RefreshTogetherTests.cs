using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Tests.Polling;

/// <summary>Pulls for callers beside polls, reloads and the stop of the hub.</summary>
internal sealed class RefreshTogetherTests
{
    [Test]
    public async Task RefreshAsync_ManyOwners_ArePulledInBatchesWithinTheShareOfTheLane()
    {
        await using var rig = new RefreshRig(static settings => settings.RefreshWidth = 2);
        var vendor = await rig.StartAsync(RefreshRig.Model("a", concurrency: 4), owners: 60);
        var polls = vendor.Pulls;
        var refreshing = rig.RefreshAsync([.. Enumerable.Range(1, 60)]);
        var first = await vendor.NextAsync();
        var second = await vendor.NextAsync();
        Assert.That((first.Request.Targets.Count, second.Request.Targets.Count, vendor.Pulls), Is.EqualTo((25, 25, polls + 2)));

        first.Answer(2);
        var third = await vendor.NextAsync();
        second.Answer(2);
        third.Answer(2);
        await refreshing.WaitAsync(PollSamples.Patience);

        Assert.That(third.Request.Targets, Has.Count.EqualTo(10));
        Assert.That(Enumerable.Range(1, 60).Select(rig.SlotsOf), Is.All.EqualTo(2));
    }

    [Test]
    public async Task RefreshAsync_QueueIsFull_CallersBeyondGetWhatIsThere()
    {
        await using var rig = new RefreshRig(static settings => settings.RefreshQueue = 2);
        var vendor = await rig.StartAsync(RefreshRig.Model("a", concurrency: 1, perCall: 1), owners: 9);
        var first = rig.RefreshAsync(1);
        var open = await vendor.NextAsync();
        var queued = rig.RefreshAsync(2, 3);
        var half = rig.RefreshAsync(1, 4);

        Assert.That(rig.RefreshAsync(4, 5, 6).IsCompletedSuccessfully);
        Assert.That(rig.RefreshAsync(7, 8, 9).IsCompletedSuccessfully);
        open.Answer(2);
        await Task.WhenAll(first, half).WaitAsync(PollSamples.Patience);
        (await vendor.NextAsync()).Answer(2);
        (await vendor.NextAsync()).Answer(2);
        await queued.WaitAsync(PollSamples.Patience);

        Assert.That(Enumerable.Range(1, 9).Select(rig.SlotsOf), Is.EqualTo(new[] { 2, 2, 2, 1, 1, 1, 1, 1, 1 }));
        Assert.That(rig.Lines(EventIds.RefreshRefused), Is.EqualTo(3));
    }

    [Test]
    public async Task RefreshAsync_QueueOfNone_SwitchesItOff()
    {
        await using var rig = new RefreshRig(static settings => settings.RefreshQueue = 0);
        var vendor = await rig.StartAsync(RefreshRig.Model("a"), owners: 1);

        Assert.That(rig.RefreshAsync(1).IsCompletedSuccessfully);
        Assert.That(vendor.Pulls, Is.EqualTo(1));
    }

    [Test]
    public async Task RefreshAsync_PollIsReadingTheOwner_WaitsForItsAnswer()
    {
        await using var rig = new RefreshRig();
        var vendor = await rig.StartAsync(RefreshRig.Model("a"), owners: 2);
        rig.Polling.Registry.Request("a", 0);
        var poll = await vendor.NextAsync();

        var refreshing = rig.RefreshAsync(1);
        poll.Answer(8);
        await refreshing.WaitAsync(PollSamples.Patience);

        Assert.That((rig.SlotsOf(1), vendor.Pulls), Is.EqualTo((8, 2)));
    }

    [Test]
    public async Task Request_CallersPullTheOwner_ThePollComesAfterAndItsAnswerStays()
    {
        await using var rig = new RefreshRig();
        var vendor = await rig.StartAsync(RefreshRig.Model("a", concurrency: 4), owners: 2);
        var refreshing = rig.RefreshAsync(1);
        var pull = await vendor.NextAsync();
        var timers = rig.Polling.Clock.WaitingTimers;
        rig.Polling.Registry.Request("a", 0);
        await PollSamples.UntilAsync(() => rig.Polling.Clock.WaitingTimers > timers);
        Assert.That(vendor.Pulls, Is.EqualTo(2), "The poll has begun and waits.");

        pull.Answer(3);
        await refreshing.WaitAsync(PollSamples.Patience);
        var poll = await vendor.NextAsync();
        Assert.That(poll.Request.Targets, Has.Count.EqualTo(2));
        poll.Answer(4);

        await PollSamples.UntilAsync(() => rig.SlotsOf(1) == 4);
        Assert.That(vendor.Overlapped, Is.False);
    }

    [Test]
    public async Task Request_CallersQueueForTheOwner_ThePollTakesThemAlong()
    {
        await using var rig = new RefreshRig();
        var vendor = await rig.StartAsync(RefreshRig.Model("a", concurrency: 2, perCall: 1), owners: 3);
        var first = rig.RefreshAsync(1);
        var open = await vendor.NextAsync();
        var queued = rig.RefreshAsync(2);
        Assert.That(vendor.Pulls, Is.EqualTo(4), "The share of callers is one of two places.");

        rig.Polling.Registry.Request("a", 1);
        (await vendor.NextAsync()).Answer(6);
        await queued.WaitAsync(PollSamples.Patience);
        open.Answer(2);
        await first.WaitAsync(PollSamples.Patience);

        Assert.That((rig.SlotsOf(2), vendor.Pulls), Is.EqualTo((6, 5)));
    }

    [Test]
    public async Task RefreshAsync_LaneIsFullOfALongPoll_GoesFirstBetweenItsBatches()
    {
        await using var rig = new RefreshRig(static settings => settings.TriggersPerVendor = 1);
        var vendor = await rig.StartAsync(RefreshRig.Model("a", concurrency: 1, perCall: 1), owners: 3);
        rig.Polling.Registry.Request("a", 0);
        var batch = await vendor.NextAsync();

        var refreshing = rig.RefreshAsync(3);
        batch.Answer(2);
        var pull = await vendor.NextAsync();
        Assert.That(pull.Owners, Is.EqualTo(new[] { PollSamples.Target(3).Owner }));
        pull.Answer(5);
        await refreshing.WaitAsync(PollSamples.Patience);
        (await vendor.NextAsync()).Answer(2);
        (await vendor.NextAsync()).Answer(2);

        await PollSamples.UntilAsync(() => rig.SlotsOf(3) == 2);
        Assert.That(vendor.MostAtOnce, Is.EqualTo(1));
    }

    [Test]
    public async Task OnChangedAsync_VendorRemovedWhileCallersWait_TheyReturnAndNothingIsApplied()
    {
        await using var rig = new RefreshRig();
        var vendor = await rig.StartAsync(RefreshRig.Model("a"), owners: 1);
        var refreshing = rig.RefreshAsync(1);
        var pull = await vendor.NextAsync();

        await rig.Polling.Registry.OnChangedAsync(PollSamples.Removed("a"), CancellationToken.None);
        await refreshing.WaitAsync(PollSamples.Patience);
        pull.Answer(9);
        await rig.Polling.Adapters.Latest("a").Disposed.WaitAsync(PollSamples.Patience);

        Assert.That(rig.SlotsOf(1), Is.Zero);
        Assert.That(rig.RefreshAsync(1).IsCompletedSuccessfully);
    }

    [Test]
    public async Task OnChangedAsync_VendorChangedWhileCallersWait_TheyReturnAndTheNewOneIsAskedFromThenOn()
    {
        await using var rig = new RefreshRig();
        var vendor = await rig.StartAsync(RefreshRig.Model("a"), owners: 1);
        var refreshing = rig.RefreshAsync(1);
        await vendor.NextAsync();

        await rig.Polling.Registry.OnChangedAsync(PollSamples.Changed(RefreshRig.Model("a", fingerprint: "2")), CancellationToken.None);
        await refreshing.WaitAsync(PollSamples.Patience);
        var joined = rig.RefreshAsync(1);
        (await vendor.NextAsync()).Answer(4);

        await PollSamples.UntilAsync(() => rig.SlotsOf(1) == 4);
        await joined.WaitAsync(PollSamples.Patience);
    }

    [Test]
    public async Task OnChangedAsync_DirectoryGivesTheOwnerUpDuringThePull_TheAnswerDoesNotBringItBack()
    {
        await using var rig = new RefreshRig();
        var vendor = await rig.StartAsync(RefreshRig.Model("a"), owners: 2);
        var refreshing = rig.RefreshAsync(2);
        var pull = await vendor.NextAsync();

        rig.Polling.Directory.Targets["a"] = PollSamples.Targets(1);
        await rig.Polling.Registry.OnChangedAsync(new VendorCatalogChange([], [], [], true), CancellationToken.None);
        pull.Answer(9);
        await refreshing.WaitAsync(PollSamples.Patience);

        Assert.That(rig.SlotsOf(2), Is.Zero);
    }

    [Test]
    public async Task StopAsync_CallersWait_TheyReturnAndThePullsHaveEnded()
    {
        await using var rig = new RefreshRig();
        var vendor = await rig.StartAsync(RefreshRig.Model("a", concurrency: 1, perCall: 1), owners: 2);
        var underWay = rig.RefreshAsync(1);
        var queued = rig.RefreshAsync(2);
        await vendor.NextAsync();

        await rig.Polling.StopAsync().WaitAsync(PollSamples.Patience);

        await Task.WhenAll(underWay, queued).WaitAsync(PollSamples.Patience);
        Assert.That(rig.Lines(EventIds.VendorAbandoned), Is.Zero);
        Assert.That(rig.RefreshAsync(1, 2).IsCompletedSuccessfully);
        Assert.That(vendor.TryNext(out _), Is.False);
    }
}
