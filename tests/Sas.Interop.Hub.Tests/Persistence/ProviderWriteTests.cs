using Microsoft.EntityFrameworkCore;

using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Appointments;
using Sas.Interop.Hub.Persistence.Outbox;

namespace Sas.Interop.Hub.Tests.Persistence;

/// <summary>Changes mean the same on every database: made whole, made once, made in one order.</summary>
[TestFixture(StorageProvider.Sqlite)]
[TestFixture(StorageProvider.PostgreSql)]
[TestFixture(StorageProvider.SqlServer)]
internal sealed class ProviderWriteTests(StorageProvider provider)
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private DatabaseBed _bed = null!; // Set before each test.

    [SetUp]
    public async Task SetUp() => _bed = await DatabaseBed.CreateAsync(provider);

    [TearDown]
    public async Task TearDown()
    {
        if (_bed is not null)
        {
            await _bed.DisposeAsync();
        }
    }

    [Test]
    public async Task ChangeAsync_Declined_LeavesNothing()
    {
        var guard = await _bed.GuardAsync();

        await guard.ChangeAsync(
            static async change =>
            {
                change.Context.Add(System("a", "first"));
                await change.Context.SaveChangesAsync();
                await RaiseAsync(change.Context);
                change.Decline();
                return 0;
            },
            CancellationToken.None);

        Assert.That(await SystemsAsync(guard), Is.Empty);
        Assert.That(await CountAsync(guard), Is.Zero);
    }

    [Test]
    public async Task ChangeAsync_Throws_LeavesNothingAndPassesItOn()
    {
        var guard = await _bed.GuardAsync();

        Assert.That(
            () => guard.ChangeAsync<int>(
                static async change =>
                {
                    change.Context.Add(System("a", "first"));
                    await change.Context.SaveChangesAsync();
                    throw new ArithmeticException("of the caller");
                },
                CancellationToken.None),
            Throws.TypeOf<ArithmeticException>());
        Assert.That(await SystemsAsync(guard), Is.Empty);
    }

    [Test]
    public async Task ChangeAsync_ManyWithOneKey_OneWinsAndTheOthersSeeIt()
    {
        StorageGuard[] hubs = [await _bed.GuardAsync(), await _bed.GuardAsync()];

        var owners = await Task.WhenAll(Enumerable.Range(0, 24).Select(number => Task.Run(() => hubs[number % 2].ChangeAsync(
            async change =>
            {
                var key = IdentifierKey.Of("a");
                var found = await change.Context.Set<IdentifierSystemRow>().SingleOrDefaultAsync(row => row.Key == key);
                if (found is null)
                {
                    change.Context.Add(found = System("a", $"vendor-{number}"));
                }

                return found.Sender;
            },
            CancellationToken.None))));

        Assert.That(owners.Distinct().Count(), Is.EqualTo(1));
        Assert.That((await SystemsAsync(hubs[0])).Select(static row => row.Sender), Is.EqualTo(owners[..1]));
    }

    [Test]
    public async Task ChangeAsync_CountersOfManyHubs_HaveNoHoleAndNoDouble()
    {
        StorageGuard[] hubs = [await _bed.GuardAsync(), await _bed.GuardAsync(), await _bed.GuardAsync()];

        var seen = await Task.WhenAll(Enumerable.Range(0, 60).Select(number => Task.Run(() => hubs[number % 3].ChangeAsync(
            static async change =>
            {
                await RaiseAsync(change.Context);
                return await change.Context.Counters.Select(static row => row.Value).SingleAsync();
            },
            CancellationToken.None))));

        Assert.That(seen.Order(), Is.EqualTo(Enumerable.Range(1, 60).Select(static number => (long)number)));
    }

    [Test]
    public async Task ChangeAsync_CrossingLocks_AreMadeOneAfterTheOther()
    {
        StorageGuard[] hubs = [await _bed.GuardAsync(), await _bed.GuardAsync()];
        await hubs[0].ChangeAsync(
            static change =>
            {
                change.Context.AddRange(new CounterRow { Name = "a" }, new CounterRow { Name = "b" });
                return Task.FromResult(0);
            },
            CancellationToken.None);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => hubs[number % 2].ChangeAsync(
            async change =>
            {
                await RaiseAsync(change.Context, number % 2 == 0 ? "a" : "b");
                await RaiseAsync(change.Context, number % 2 == 0 ? "b" : "a");
                return 0;
            },
            CancellationToken.None))));

        Assert.That(await hubs[0].UseAsync(static context => context.Counters.Where(static row => row.Name != CounterRow.Preferences).Select(static row => row.Value).ToListAsync()), Is.EqualTo(new long[] { 8, 8 }));
    }

    [Test]
    public async Task ChangeAsync_RowIsHeldTooLong_FailsInTimeAndIsMadeAfterwards()
    {
        _bed.Options.LockWait = TimeSpan.FromMilliseconds(200);
        _bed.Options.Timeout = TimeSpan.FromSeconds(1);
        var guard = await _bed.GuardAsync();
        await using (var other = (await _bed.OpenedAsync()).CreateContext())
        {
            await using var held = await other.Database.BeginTransactionAsync();
            await RaiseAsync(other);

            Assert.That(() => Task.Run(() => IncreaseAsync(guard)).WaitAsync(TimeSpan.FromSeconds(20)), Throws.InstanceOf<StorageUnavailableException>());
        }

        await IncreaseAsync(guard);
        Assert.That(await CountAsync(guard), Is.EqualTo(1), "What was taken back and what was refused left nothing.");
    }

    [Test]
    public async Task ChangeAsync_RowIsGoneMeanwhile_IsMadeAgainOnWhatIsLeft()
    {
        var hub = await _bed.OpenedAsync();
        var guard = DatabaseBed.Guard(hub);
        await guard.ChangeAsync(static change => Task.FromResult(change.Context.Add(System("a", "first"))), CancellationToken.None);
        var attempts = 0;

        var seen = await guard.ChangeAsync(
            async change =>
            {
                var row = await change.Context.Set<IdentifierSystemRow>().SingleOrDefaultAsync();
                if (++attempts == 1)
                {
                    await change.Context.Set<IdentifierSystemRow>().ExecuteDeleteAsync();
                }

                if (row is not null)
                {
                    row.Sender = "second";
                }

                return row?.Sender;
            },
            CancellationToken.None);

        Assert.That((attempts, seen), Is.EqualTo((2, "second")), "The first attempt was taken back, with the row that it had deleted.");
    }

    [Test]
    public async Task ChangeAsync_Messages_RingAndHaveIdsInOrder()
    {
        var bell = new OutboxBell();
        var guard = DatabaseBed.Guard(await _bed.OpenedAsync(), bell);
        for (var number = 1; number <= 3; number++)
        {
            await guard.ChangeAsync(change => Task.FromResult(change.Context.Add(Message(number))), CancellationToken.None);
        }

        await bell.WaitAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10));
        var rows = await guard.UseAsync(static context => context.Set<OutboxRow>().AsNoTracking().OrderBy(static row => row.Id).ToListAsync());
        Assert.That(rows.Select(static row => row.Number), Is.EqualTo(new[] { 1, 2, 3 }));
        Assert.That(rows.Select(static row => row.Id), Is.Ordered.Ascending.And.Unique.And.All.GreaterThan(0));
    }

    [Test]
    public async Task ChangeAsync_SameMessageTwice_IsAConflictUntilGivenUp()
    {
        var guard = await _bed.GuardAsync();
        await guard.ChangeAsync(static change => Task.FromResult(change.Context.Add(Message(1))), CancellationToken.None);
        var attempts = 0;

        Assert.That(
            () => guard.ChangeAsync(
                change =>
                {
                    attempts++;
                    return Task.FromResult(change.Context.Add(Message(1)));
                },
                CancellationToken.None),
            Throws.InstanceOf<StorageUnavailableException>());
        Assert.That(attempts, Is.EqualTo(10));
    }

    [Test]
    public async Task ChangeAsync_TwoReadThenWrite_NoUpdateIsLostUnderARowLock()
    {
        StorageGuard[] hubs = [await _bed.GuardAsync(), await _bed.GuardAsync()];
        await hubs[0].ChangeAsync(static change => Task.FromResult(change.Context.Add(System("a", "0"))), CancellationToken.None);

        await Task.WhenAll(Enumerable.Range(0, 30).Select(number => Task.Run(() => hubs[number % 2].ChangeAsync(
            static async change =>
            {
                var rows = change.Context.Set<IdentifierSystemRow>();
                await rows.ExecuteUpdateAsync(static set => set.SetProperty(static row => row.Since, static row => row.Since));
                var row = await rows.SingleAsync();
                row.Sender = $"{int.Parse(row.Sender, global::System.Globalization.CultureInfo.InvariantCulture) + 1}";
                return 0;
            },
            CancellationToken.None))));

        Assert.That((await SystemsAsync(hubs[0])).Single().Sender, Is.EqualTo("30"));
    }

    private static IdentifierSystemRow System(string system, string sender) => new() { Key = IdentifierKey.Of(system), System = system, Sender = sender, Since = Now };

    private static OutboxRow Message(int number) => new()
    {
        Destination = "platform",
        Stream = "stream",
        Number = number,
        Kind = OutboxKinds.Appointment,
        Payload = "{}",
        CreatedAt = Now,
        DueAt = Now,
    };

    private static Task<int> RaiseAsync(HubContext context, string name = CounterRow.Preferences) =>
        context.Counters.Where(row => row.Name == name).ExecuteUpdateAsync(static set => set.SetProperty(static row => row.Value, static row => row.Value + 1));

    private static Task<int> IncreaseAsync(StorageGuard guard) => guard.ChangeAsync(static change => RaiseAsync(change.Context), CancellationToken.None);

    private static Task<long> CountAsync(StorageGuard guard) =>
        guard.UseAsync(static context => context.Counters.Where(static row => row.Name == CounterRow.Preferences).Select(static row => row.Value).SingleAsync());

    private static Task<List<IdentifierSystemRow>> SystemsAsync(StorageGuard guard) =>
        guard.UseAsync(static context => context.Set<IdentifierSystemRow>().AsNoTracking().ToListAsync());
}
