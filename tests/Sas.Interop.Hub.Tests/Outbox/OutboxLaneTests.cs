using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Hub.Outbox;
using Sas.Interop.TestKit;

namespace Sas.Interop.Hub.Tests.Outbox;

/// <summary>Order, isolation and an end for every message, over a real database.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class OutboxLaneTests
{
    /// <summary>Whatever the receiver does, each stream arrives in its order, nothing is lost, and what is refused stands in nobody's way.</summary>
    [Test]
    public void RunAsync_AnyReceiver_KeepsTheOrderOfEachStream()
    {
        var verdicts = Gen.Choose(0, 9).ListOf();

        Prop.ForAll(Gen.Choose(1, 5).ToArbitrary(), Gen.Choose(1, 6).ToArbitrary(), verdicts.ToArbitrary(), static (streams, numbers, script) =>
            PlayAsync(streams, numbers, [.. script]).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(12));
    }

    [Test]
    public async Task RunAsync_TwoHubs_DeliverEachOnceAndNoStreamAtTheSameTime()
    {
        await using var rig = await OutboxRig.StartAsync();
        await rig.AddAsync(Messages(12, 4));
        var channel = new PlayedChannel(static async (_, _, _) =>
        {
            await Task.Yield();
            return DeliveryVerdict.Delivered;
        });
        rig.Hub(OutboxRig.Destination(), channel);
        rig.Hub(OutboxRig.Destination(), channel);

        await rig.UntilEmptyAsync();

        Assert.That(channel.Tried, Is.Unique.And.Count.EqualTo(48));
        Assert.That(channel.Overlapped, Is.False);
        Assert.That(InOrder(channel), Is.True);
    }

    [Test]
    public async Task RunAsync_OneDestinationHangs_OthersDoNotWait()
    {
        await using var rig = await OutboxRig.StartAsync();
        await rig.AddAsync(Messages(6, 2), "hung");
        await rig.AddAsync(Messages(6, 2), "well");
        var hung = new PlayedChannel(static async (_, _, cancellationToken) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return DeliveryVerdict.Delivered;
        });
        var well = new PlayedChannel(static (_, _, _) => Task.FromResult(DeliveryVerdict.Delivered));
        rig.Hub(OutboxRig.Destination("hung") with { Timeout = TimeSpan.FromMinutes(2) }, hung);
        rig.Hub(OutboxRig.Destination("well"), well);

        await rig.UntilAsync(() => Task.FromResult(well.Arrived.Count == 12));

        Assert.That(hung.Arrived, Is.Empty);
        Assert.That(hung.Tried, Has.Count.EqualTo(4), "As many at once as the destination takes.");
    }

    [Test]
    public async Task RunAsync_StreamFails_OtherStreamsGoOn()
    {
        await using var rig = await OutboxRig.StartAsync();
        await rig.AddAsync(Messages(10, 1));
        var channel = new PlayedChannel(static (letter, _, _) =>
            Task.FromResult(letter.Stream == "s0" ? DeliveryVerdict.Failed("status 503", TimeSpan.FromHours(9)) : DeliveryVerdict.Delivered));
        rig.Hub(OutboxRig.Destination() with { BackOffTo = TimeSpan.FromHours(1) }, channel);

        await rig.UntilAsync(() => Task.FromResult(channel.Arrived.Count == 9));

        await rig.UntilAsync(async () => (await rig.RowsAsync()).Single() is { LeasedUntil: null, Attempts: 1 });
        var left = (await rig.RowsAsync()).Single();
        Assert.That((left.Stream, left.Error), Is.EqualTo(("s0", "status 503")));
        Assert.That(left.DueAt - TimeProvider.System.GetUtcNow(), Is.EqualTo(TimeSpan.FromHours(1)).Within(TimeSpan.FromMinutes(1)), "What the receiver wishes counts, up to the longest pause.");
    }

    [Test]
    public async Task RunAsync_Refused_IsGivenUpAndTheRestOfItsStreamArrives()
    {
        await using var rig = await OutboxRig.StartAsync();
        await rig.AddAsync([("s", 1), ("s", 2), ("s", 3)]);
        var channel = new PlayedChannel(static (letter, _, _) => Task.FromResult(letter.Number == 2 ? DeliveryVerdict.Refused("status 422") : DeliveryVerdict.Delivered));
        rig.Hub(OutboxRig.Destination(), channel);

        await rig.UntilEmptyAsync();

        Assert.That(channel.Arrived, Is.EqualTo(new[] { ("s", 1), ("s", 3) }));
        var dead = (await rig.RowsAsync()).Single();
        Assert.That((dead.Number, dead.Attempts, dead.Error, dead.DueAt, dead.LeasedUntil), Is.EqualTo((2, 1, "status 422", (DateTimeOffset?)null, (DateTimeOffset?)null)));
        Assert.That(dead.DeadAt, Is.Not.Null);
    }

    [Test]
    public async Task RunAsync_TooOld_IsGivenUpOnlyAfterSeveralAttempts()
    {
        await using var rig = await OutboxRig.StartAsync();
        await rig.AddAsync([("s", 1)], age: TimeSpan.FromDays(4));
        var channel = new PlayedChannel(static (_, _, _) => Task.FromResult(DeliveryVerdict.Failed("status 500")));
        rig.Hub(OutboxRig.Destination(), channel);

        await rig.UntilEmptyAsync();

        Assert.That(channel.Tried, Has.Count.EqualTo(5));
        Assert.That((await rig.RowsAsync()).Single().DeadAt, Is.Not.Null);
    }

    [Test]
    public async Task RunAsync_NoAnswerInTime_IsTriedAgain()
    {
        await using var rig = await OutboxRig.StartAsync();
        await rig.AddAsync([("s", 1)]);
        var channel = new PlayedChannel(static async (_, attempt, cancellationToken) =>
        {
            await Task.Delay(attempt == 1 ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, TimeProvider.System, cancellationToken);
            return DeliveryVerdict.Delivered;
        });
        rig.Hub(OutboxRig.Destination() with { Timeout = TimeSpan.FromMilliseconds(50) }, channel);

        await rig.UntilEmptyAsync();

        Assert.That(channel.Tried, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task RunAsync_ChannelCrashes_TheLaneGoesOnAndTheLeaseEnds()
    {
        var time = new ManualTimeProvider(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
        await using var rig = await OutboxRig.StartAsync(time);
        await rig.AddAsync([("s", 1), ("t", 1)]);
        var channel = new PlayedChannel(static (letter, attempt, _) =>
            letter.Stream == "s" && attempt == 1 ? throw new InvalidOperationException("A fault of the channel.") : Task.FromResult(DeliveryVerdict.Delivered));
        rig.Hub(OutboxRig.Destination(), channel);

        await rig.UntilAsync(async () => (await rig.RowsAsync()) is [{ Stream: "s" }]);
        time.Advance(TimeSpan.FromSeconds(11));
        await rig.UntilEmptyAsync();

        Assert.That(channel.Arrived, Is.EqualTo(new[] { ("t", 1), ("s", 1) }));
    }

    [Test]
    public async Task RunAsync_Stopped_EndsAttemptsAndFreesWhatItHad()
    {
        await using var rig = await OutboxRig.StartAsync();
        await rig.AddAsync([("s", 1)]);
        var channel = new PlayedChannel(static async (_, _, cancellationToken) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return DeliveryVerdict.Delivered;
        });
        rig.Hub(OutboxRig.Destination(), channel);
        await rig.UntilAsync(() => Task.FromResult(!channel.Tried.IsEmpty));

        await rig.StopAsync();

        Assert.That((await rig.RowsAsync()).Single(), Has.Property("LeasedUntil").Null.And.Property("Attempts").Zero);
    }

    private static async Task<bool> PlayAsync(int streams, int numbers, int[] script)
    {
        await using var rig = await OutboxRig.StartAsync();
        await rig.AddAsync(Messages(streams, numbers));
        var step = -1;
        var refused = 0;
        var channel = new PlayedChannel(async (_, _, _) =>
        {
            await Task.Yield();
            var now = Interlocked.Increment(ref step);
            switch (now < script.Length ? script[now] : 9)
            {
                case 0:
                    Interlocked.Increment(ref refused);
                    return DeliveryVerdict.Refused("status 400");
                case < 5:
                    return DeliveryVerdict.Failed("status 503");
                default:
                    return DeliveryVerdict.Delivered;
            }
        });
        rig.Hub(OutboxRig.Destination(), channel);
        rig.Hub(OutboxRig.Destination(), channel);
        await rig.UntilEmptyAsync();
        var dead = (await rig.RowsAsync()).Count;
        return InOrder(channel) && !channel.Overlapped && dead == refused && channel.Arrived.Distinct().Count() + dead == streams * numbers;
    }

    private static bool InOrder(PlayedChannel channel) =>
        channel.Arrived.GroupBy(static arrived => arrived.Stream).All(static stream => stream.Select(static arrived => arrived.Number).Zip(stream.Skip(1), static (one, next) => one < next.Number).All(static rises => rises));

    private static IEnumerable<(string Stream, int Number)> Messages(int streams, int numbers) =>
        from number in Enumerable.Range(1, numbers)
        from stream in Enumerable.Range(0, streams)
        select ($"s{stream}", number);
}
