using System.Threading.Channels;

using Sas.Interop.Hub.Polling;
using Sas.Interop.TestKit;

namespace Sas.Interop.Hub.Tests.Polling;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class LaneGuestsTests
{
    private readonly ManualTimeProvider _clock = new(PollSamples.Start);
    private readonly Channel<(string Who, TaskCompletionSource End)> _begun = Channel.CreateUnbounded<(string, TaskCompletionSource)>();
    private int _waiting;

    [Test]
    public async Task Invite_LaneOfOne_GuestsAndPollsTakeTurns()
    {
        var lane = CreateSut(width: 1, guests: 3, partitions: 3);
        lane.Request(0, TimeSpan.Zero);
        lane.Request(1, TimeSpan.Zero);
        lane.Request(2, TimeSpan.Zero);
        _waiting = 3;
        Assert.That(lane.Invite());

        var order = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            var (who, end) = await NextAsync();
            order.Add(who);
            Assert.That(_begun.Reader.TryPeek(out _), Is.False);
            end.SetResult();
        }

        Assert.That(order, Is.EqualTo(new[] { "poll 0", "guest", "poll 1", "guest", "poll 2", "guest" }));
    }

    [Test]
    public async Task Invite_ManyGuests_LeaveOnePlaceToThePolls()
    {
        var lane = CreateSut(width: 3, guests: 16, partitions: 1);
        _waiting = 9;
        lane.Invite();
        await NextAsync();
        await NextAsync();
        Assert.That(_begun.Reader.TryPeek(out _), Is.False);

        lane.Request(0, TimeSpan.Zero);

        Assert.That((await NextAsync()).Who, Is.EqualTo("poll 0"));
    }

    [Test]
    public async Task Invite_PollsFillTheLane_TheGuestGetsTheFirstPlaceThatIsFree()
    {
        var lane = CreateSut(width: 2, guests: 1, partitions: 3);
        lane.Request(0, TimeSpan.Zero);
        lane.Request(1, TimeSpan.Zero);
        lane.Request(2, TimeSpan.Zero);
        var poll = await NextAsync();
        await NextAsync();
        _waiting = 2;
        lane.Invite();

        poll.End.SetResult();
        var guest = await NextAsync();
        Assert.That(guest.Who, Is.EqualTo("guest"));
        Assert.That(_begun.Reader.TryPeek(out _), Is.False);
        guest.End.SetResult();

        Assert.That((await NextAsync()).Who, Is.EqualTo("guest"));
    }

    [Test]
    public async Task Invite_LaneIsHeldOrProbing_LetsNobodyIn()
    {
        var lane = CreateSut(width: 2, guests: 2, partitions: 1);
        _waiting = 1;
        lane.Hold(TimeSpan.FromSeconds(5));
        Assert.That((lane.IsOpen, lane.Invite()), Is.EqualTo((false, false)));
        lane.Request(0, TimeSpan.Zero);
        _clock.Advance(TimeSpan.FromSeconds(5));
        var probe = await NextAsync();
        Assert.That((lane.IsOpen, lane.Invite()), Is.EqualTo((false, false)));

        probe.End.SetResult();

        Assert.That((await NextAsync()).Who, Is.EqualTo("guest"));
        Assert.That(lane.IsOpen);
    }

    [Test]
    public async Task LendAsync_GuestWaits_RunsBeforeItReturnsAndWithinTheShare()
    {
        var lane = CreateSut(width: 1, guests: 1, partitions: 1);
        Assert.That(lane.LendAsync().IsCompletedSuccessfully, "Nobody waits.");
        lane.Request(0, TimeSpan.Zero);
        await NextAsync();
        _waiting = 2;

        var lending = lane.LendAsync();
        var guest = await NextAsync();
        Assert.That(lane.LendAsync().IsCompletedSuccessfully, "One is under way, more may not be.");
        Assert.That(lending.IsCompleted, Is.False);
        guest.End.SetResult();
        await lending.WaitAsync(PollSamples.Patience);

        Assert.That(_waiting, Is.EqualTo(1));
    }

    [Test]
    public async Task Invite_CallerHasAContext_ItDoesNotGoAlong()
    {
        var caller = new AsyncLocal<string> { Value = "caller" };
        var seen = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting = 1;
        await using var lane = new PollLane(1, _clock, static (_, _) => Task.CompletedTask, new LaneGuests(1, () => TakeOne(() => seen.TrySetResult(caller.Value))));

        lane.Invite();

        Assert.That(await seen.Task.WaitAsync(PollSamples.Patience), Is.Null);
        Assert.That(caller.Value, Is.EqualTo("caller"));
    }

    [Test]
    public async Task StopAsync_GuestIsUnderWay_WaitsForIt()
    {
        var lane = CreateSut(width: 1, guests: 1, partitions: 1);
        _waiting = 2;
        lane.Invite();
        var guest = await NextAsync();

        var stopping = lane.StopAsync(TimeSpan.FromSeconds(2)).AsTask();
        Assert.That(stopping.IsCompleted, Is.False);
        guest.End.SetResult();

        Assert.That(await stopping.WaitAsync(PollSamples.Patience));
        Assert.That((lane.Invite(), _waiting), Is.EqualTo((false, 1)));
    }

    private Func<CancellationToken, Task>? TakeOne(Action begun)
    {
        if (_waiting == 0)
        {
            return null;
        }

        _waiting--;
        return _ =>
        {
            begun();
            return Task.CompletedTask;
        };
    }

    private async Task<(string Who, TaskCompletionSource End)> NextAsync()
    {
        using var patience = new CancellationTokenSource(PollSamples.Patience);
        return await _begun.Reader.ReadAsync(patience.Token);
    }

    private Task Begin(string who)
    {
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _begun.Writer.TryWrite((who, end));
        return end.Task;
    }

    private PollLane CreateSut(int width, int guests, int partitions)
    {
        var lane = new PollLane(width, _clock, (partition, _) => Begin($"poll {partition.Index}"), new LaneGuests(guests, Next));
        lane.Replace([.. Enumerable.Range(0, partitions).Select(static index => new PollPartition(index, [[PollSamples.Target(index + 1)]]))]);
        return lane;

        Func<CancellationToken, Task>? Next()
        {
            if (_waiting == 0)
            {
                return null;
            }

            _waiting--;
            return _ => Begin("guest");
        }
    }
}
