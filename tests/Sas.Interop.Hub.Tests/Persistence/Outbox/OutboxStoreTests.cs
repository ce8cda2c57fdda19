using Sas.Interop.Hub.Persistence.Appointments;
using Sas.Interop.Hub.Persistence.Outbox;
using Sas.Interop.Hub.Tests.Outbox;
using Sas.Interop.TestKit;

namespace Sas.Interop.Hub.Tests.Persistence.Outbox;

[Parallelizable(ParallelScope.All)]
internal sealed class OutboxStoreTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly OutboxClaim Claim = new("board", 10, TimeSpan.FromSeconds(15), TimeSpan.FromHours(1));

    [Test]
    public async Task ClaimAsync_SeveralStreams_GivesTheFirstOfEachOnce()
    {
        await using var rig = await OutboxRig.StartAsync(new ManualTimeProvider(Start));
        await rig.AddAsync([("a", 2), ("a", 1), ("b", 7), ("b", 8)]);
        await rig.AddAsync([("c", 1)], "other");

        Assert.That((await ClaimAsync(rig)).Order(), Is.EqualTo(new[] { "a1", "b7" }));
        Assert.That(await ClaimAsync(rig), Is.Empty, "They are leased.");
    }

    [Test]
    public async Task ClaimAsync_LeaseEnds_GivesItAgain()
    {
        var time = new ManualTimeProvider(Start);
        await using var rig = await OutboxRig.StartAsync(time);
        await rig.AddAsync([("a", 1), ("a", 2)]);
        await ClaimAsync(rig);
        time.Advance(TimeSpan.FromSeconds(14));
        Assert.That(await ClaimAsync(rig), Is.Empty);

        time.Advance(TimeSpan.FromSeconds(1));

        Assert.That(await ClaimAsync(rig), Is.EqualTo(new[] { "a1" }));
    }

    [Test]
    public async Task ClaimAsync_ClockPutBack_NothingWaitsForIt()
    {
        var time = new ManualTimeProvider(Start.AddDays(30));
        await using var rig = await OutboxRig.StartAsync(time);
        await rig.AddAsync([("a", 1), ("b", 1), ("c", 1)]);
        var letters = await rig.Store.ClaimAsync(Claim with { Most = 2 }, CancellationToken.None);
        await rig.Store.PostponeAsync(letters[0], time.GetUtcNow().AddMinutes(30), "status 500", CancellationToken.None);
        var earlier = new OutboxStore(rig.AnotherGuard(), new ManualTimeProvider(Start));

        var claimed = await earlier.ClaimAsync(Claim, CancellationToken.None);

        Assert.That(claimed.Select(static letter => letter.Stream).Order(), Is.EqualTo(new[] { "a", "b", "c" }));
    }

    [TestCase(-30)]
    [TestCase(-0.001)]
    [TestCase(10)]
    public async Task ClaimAsync_OtherHubWithAClockApart_HonoursTheLease(double seconds)
    {
        await using var rig = await OutboxRig.StartAsync(new ManualTimeProvider(Start.AddMinutes(1)));
        await rig.AddAsync([("a", 1), ("a", 2)], age: TimeSpan.FromMinutes(1));
        await ClaimAsync(rig);
        var other = new OutboxStore(rig.AnotherGuard(), new ManualTimeProvider(Start.AddMinutes(1).AddSeconds(seconds)));

        Assert.That(await other.ClaimAsync(Claim, CancellationToken.None), Is.Empty);
    }

    [Test]
    public async Task ClaimAsync_ClockPutForward_GivesItToOneMore()
    {
        var time = new ManualTimeProvider(Start);
        await using var rig = await OutboxRig.StartAsync(time);
        await rig.AddAsync([("a", 1), ("a", 2)]);
        var first = (await rig.Store.ClaimAsync(Claim, CancellationToken.None)).Single();
        time.Advance(TimeSpan.FromDays(400));
        var second = (await rig.Store.ClaimAsync(Claim, CancellationToken.None)).Single();

        Assert.That(second.Id, Is.EqualTo(first.Id), "It may arrive twice, and never after its successor.");
        Assert.That(await rig.Store.PostponeAsync(second, time.GetUtcNow(), "status 500", CancellationToken.None), Is.EqualTo(1));
        Assert.That(await rig.Store.BuryAsync(first, "status 400", CancellationToken.None), Is.Zero, "Another hub has ended an attempt since.");
        Assert.That((await rig.RowsAsync())[0], Has.Property("DeadAt").Null.And.Property("Error").EqualTo("status 500"));
    }

    [Test]
    public async Task CountAsync_Everything_IsCountedByDestination()
    {
        var time = new ManualTimeProvider(Start);
        await using var rig = await OutboxRig.StartAsync(time);
        await rig.AddAsync([("a", 1), ("b", 1)], "board", TimeSpan.FromMinutes(7));
        await rig.AddAsync([("c", 1)], "board");
        await rig.AddAsync([("a", 1)], "sas");
        foreach (var letter in (await rig.Store.ClaimAsync(Claim with { Destination = "sas" }, CancellationToken.None)).Concat(await rig.Store.ClaimAsync(Claim with { Most = 1 }, CancellationToken.None)))
        {
            await rig.Store.BuryAsync(letter, "status 400", CancellationToken.None);
        }

        Assert.That(await rig.Store.CountAsync(CancellationToken.None), Is.EqualTo(new[]
        {
            new OutboxCount("board", 2, Start.AddMinutes(-7), 1),
            new OutboxCount("sas", 0, null, 1),
        }));
    }

    [Test]
    public async Task ReplayAsync_Dead_WaitsAgainAsIfNew()
    {
        var time = new ManualTimeProvider(Start);
        await using var rig = await OutboxRig.StartAsync(time);
        await rig.AddAsync([("a", 1), ("b", 1)]);
        foreach (var letter in await rig.Store.ClaimAsync(Claim, CancellationToken.None))
        {
            await rig.Store.BuryAsync(letter, new string('x', 1_000), CancellationToken.None);
        }

        time.Advance(TimeSpan.FromDays(2));
        var dead = await rig.Store.ListDeadAsync("board", 0, 10, CancellationToken.None);
        Assert.That(dead.Select(static row => row.Error?.Length), Is.EqualTo(new[] { 400, 400 }));
        Assert.That(await rig.Store.ListDeadAsync("board", dead[0].Id, 10, CancellationToken.None), Has.Count.EqualTo(1));
        Assert.That(await rig.Store.ListDeadAsync("sas", 0, 10, CancellationToken.None), Is.Empty);
        Assert.That(await rig.Store.ReplayAsync(null, dead[1].Id, CancellationToken.None), Is.EqualTo(1));
        Assert.That(await rig.Store.ReplayAsync(null, dead[1].Id, CancellationToken.None), Is.Zero, "It waits already.");

        var again = (await rig.Store.ClaimAsync(Claim, CancellationToken.None)).Single();
        Assert.That((again.Stream, again.Attempts, again.ReplayedAt), Is.EqualTo(("b", 0, Start.AddDays(2))));
        Assert.That(await rig.Store.FindDeadAsync(dead[1].Id, CancellationToken.None), Is.Null);
        Assert.That(await rig.Store.ReplayAsync("board", null, CancellationToken.None), Is.EqualTo(1));
    }

    [Test]
    public async Task ClaimAsync_ReplayedWhileALaterOneIsUnderWay_Waits()
    {
        await using var rig = await OutboxRig.StartAsync(new ManualTimeProvider(Start));
        await rig.AddAsync([("a", 1), ("a", 2)]);
        await rig.Store.BuryAsync((await rig.Store.ClaimAsync(Claim, CancellationToken.None)).Single(), "status 400", CancellationToken.None);
        var later = (await rig.Store.ClaimAsync(Claim, CancellationToken.None)).Single();
        await rig.Store.ReplayAsync("board", null, CancellationToken.None);

        Assert.That(await ClaimAsync(rig), Is.Empty, "One of a stream at a time.");
        await rig.Store.RemoveAsync(later, CancellationToken.None);
        Assert.That(await ClaimAsync(rig), Is.EqualTo(new[] { "a1" }));
    }

    [TestCase(1, new int[0], 1, false, TestName = "IsOvertakenAsync_PresentState_IsNot")]
    [TestCase(3, new int[0], 1, true, TestName = "IsOvertakenAsync_LaterOnesAreGone_Is")]
    [TestCase(3, new[] { 2, 3 }, 1, false, TestName = "IsOvertakenAsync_LaterOnesAllWait_IsNot")]
    [TestCase(3, new[] { 3 }, 1, true, TestName = "IsOvertakenAsync_OneLaterIsGone_Is")]
    public async Task IsOvertakenAsync_AgainstTheState_IsCounted(int version, int[] waiting, int number, bool expected)
    {
        await using var rig = await OutboxRig.StartAsync(new ManualTimeProvider(Start));
        await rig.ChangeAsync(context =>
        {
            context.Add(new AppointmentRow
            {
                Id = "a",
                Key = "k",
                System = "s",
                Value = "v",
                ValueKey = "w",
                CreatedAs = "f",
                Sender = "x",
                Version = version,
                UpdatedAt = Start,
                Status = "booked",
                Start = Start,
                End = Start,
                Fingerprint = "f",
                Content = "{}",
            });
            return Task.CompletedTask;
        });
        await rig.AddAsync([("a", number), .. waiting.Select(static later => ("a", later))]);
        var letter = (await rig.Store.ClaimAsync(Claim, CancellationToken.None)).Single();

        Assert.That(await rig.Store.IsOvertakenAsync(letter, CancellationToken.None), Is.EqualTo(expected));
    }

    private static async Task<IEnumerable<string>> ClaimAsync(OutboxRig rig) =>
        (await rig.Store.ClaimAsync(Claim, CancellationToken.None)).Select(static letter => $"{letter.Stream}{letter.Number}");
}
