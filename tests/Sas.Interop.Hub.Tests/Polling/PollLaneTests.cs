using System.Threading.Channels;

using Sas.Interop.Hub.Polling;
using Sas.Interop.TestKit;

namespace Sas.Interop.Hub.Tests.Polling;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class PollLaneTests
{
    private readonly ManualTimeProvider _clock = new(PollSamples.Start);
    private readonly Channel<(int Partition, TaskCompletionSource End)> _begun = Channel.CreateUnbounded<(int, TaskCompletionSource)>();

    [Test]
    public async Task Request_LaneIsFull_NextBeginsWhenOneEnds()
    {
        var lane = CreateSut(width: 2, partitions: 3);
        lane.Request(0, TimeSpan.Zero);
        lane.Request(1, TimeSpan.Zero);
        lane.Request(2, TimeSpan.Zero);
        var first = await NextAsync();
        await NextAsync();
        Assert.That(_begun.Reader.TryPeek(out _), Is.False);

        first.End.SetResult();

        Assert.That((await NextAsync()).Partition, Is.EqualTo(2));
    }

    [Test]
    public async Task Request_SameWhileItRuns_IsMerged()
    {
        var lane = CreateSut(width: 2, partitions: 1);
        Assert.That(lane.Request(0, TimeSpan.Zero));
        await NextAsync();

        Assert.That(lane.Request(0, TimeSpan.Zero), Is.False);
        Assert.That(lane.Request(1, TimeSpan.Zero), Is.False, "There is no such partition.");
    }

    [Test]
    public async Task Request_Delayed_BeginsWhenItsMomentComes()
    {
        var lane = CreateSut(width: 1, partitions: 1);
        lane.Request(0, TimeSpan.FromSeconds(3));
        Assert.That(lane.Request(0, TimeSpan.Zero), Is.False);

        _clock.Advance(TimeSpan.FromSeconds(2.9));
        Assert.That(_begun.Reader.TryPeek(out _), Is.False);
        _clock.Advance(TimeSpan.FromSeconds(0.1));

        Assert.That((await NextAsync()).Partition, Is.Zero);
    }

    [Test]
    public async Task Hold_PollsComeDue_WaitAndThenOneGoesFirst()
    {
        var lane = CreateSut(width: 3, partitions: 3);
        lane.Hold(TimeSpan.FromSeconds(30));
        lane.Request(0, TimeSpan.Zero);
        lane.Request(1, TimeSpan.FromSeconds(5));
        lane.Request(2, TimeSpan.Zero);

        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.That(_begun.Reader.TryPeek(out _), Is.False);
        _clock.Advance(TimeSpan.FromSeconds(1));

        var probe = await NextAsync();
        Assert.That(_begun.Reader.TryPeek(out _), Is.False, "One poll sees whether the vendor is back.");
        probe.End.SetResult();
        await NextAsync();
        await NextAsync();
    }

    [Test]
    public async Task Hold_ProbeFails_TheOthersWaitOn()
    {
        var lane = CreateSut(width: 3, partitions: 2);
        lane.Hold(TimeSpan.FromSeconds(30));
        lane.Request(0, TimeSpan.Zero);
        lane.Request(1, TimeSpan.Zero);
        _clock.Advance(TimeSpan.FromSeconds(30));
        var probe = await NextAsync();

        lane.Hold(TimeSpan.FromSeconds(60));
        var waiting = _clock.WaitingTimers;
        probe.End.SetResult();
        await PollSamples.UntilAsync(() => _clock.WaitingTimers > waiting);
        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.That(_begun.Reader.TryPeek(out _), Is.False);
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.That((await NextAsync()).Partition, Is.EqualTo(1));
    }

    [Test]
    public async Task Hold_VendorAsksForAYear_IsBoundedToAnHour()
    {
        var lane = CreateSut(width: 1, partitions: 1);
        lane.Hold(TimeSpan.FromDays(365));
        lane.Request(0, TimeSpan.Zero);

        _clock.Advance(TimeSpan.FromHours(1));

        await NextAsync();
    }

    [Test]
    public async Task Replace_OldTurnsWait_OnlyTheNewOnesAreServed()
    {
        var lane = CreateSut(width: 1, partitions: 3);
        lane.Request(0, TimeSpan.Zero);
        lane.Request(1, TimeSpan.Zero);
        lane.Request(2, TimeSpan.FromSeconds(1));
        var running = await NextAsync();

        lane.Replace(Partitions(1));
        running.End.SetResult();
        _clock.Advance(TimeSpan.FromSeconds(5));
        await PollSamples.UntilAsync(() => lane.Request(0, TimeSpan.Zero));

        Assert.That((await NextAsync()).Partition, Is.Zero);
        Assert.That(_begun.Reader.TryPeek(out _), Is.False);
    }

    [Test]
    public async Task StopAsync_PollListensToItsToken_EndsAndTakesNoMore()
    {
        await using var lane = new PollLane(1, _clock, static (_, token) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token), LaneGuests.None);
        lane.Replace(Partitions(2));
        lane.Request(0, TimeSpan.Zero);
        lane.Request(1, TimeSpan.Zero);

        var stopped = await lane.StopAsync(TimeSpan.FromSeconds(1)).AsTask().WaitAsync(PollSamples.Patience);

        Assert.That(stopped);
        Assert.That(lane.Request(0, TimeSpan.Zero), Is.False);
    }

    [Test]
    public async Task StopAsync_PollIgnoresItsToken_GivesUpAfterTheBound()
    {
        var lane = CreateSut(width: 1, partitions: 1);
        lane.Request(0, TimeSpan.Zero);
        await NextAsync();

        var stopping = lane.StopAsync(TimeSpan.FromSeconds(2)).AsTask();
        await PollSamples.UntilAsync(() => _clock.WaitingTimers == 1);
        _clock.Advance(TimeSpan.FromSeconds(2));

        Assert.That(await stopping.WaitAsync(PollSamples.Patience), Is.False);
    }

    private static PollPartition[] Partitions(int count) =>
        [.. Enumerable.Range(0, count).Select(static index => new PollPartition(index, [[PollSamples.Target(index + 1)]]))];

    private async Task<(int Partition, TaskCompletionSource End)> NextAsync()
    {
        using var patience = new CancellationTokenSource(PollSamples.Patience);
        return await _begun.Reader.ReadAsync(patience.Token);
    }

    private PollLane CreateSut(int width, int partitions)
    {
        var lane = new PollLane(width, _clock, (partition, _) =>
        {
            var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _begun.Writer.TryWrite((partition.Index, end));
            return end.Task;
        }, LaneGuests.None);
        lane.Replace(Partitions(partitions));
        return lane;
    }
}
