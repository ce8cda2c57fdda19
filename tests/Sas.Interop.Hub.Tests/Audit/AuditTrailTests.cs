using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Audit;
using Sas.Interop.Hub.Audit.Calls;
using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Audit;
using Sas.Interop.Hub.Persistence.Outbox;
using Sas.Interop.Hub.Security.Audit;
using Sas.Interop.Hub.Tests.Persistence;
using Sas.Interop.Hub.Tests.Persistence.Audit;
using Sas.Interop.TestKit;
using Sas.Interop.TestKit.RealProcess;

namespace Sas.Interop.Hub.Tests.Audit;

/// <summary>Writers share transactions, and are told the truth about their records.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class AuditTrailTests : IDisposable
{
    private readonly StorageRig _storage = new();
    private readonly AuditOptions _options = new();
    private readonly ManualTimeProvider _time = new(AuditBed.Now);
    private readonly RefusalFold _fold = new(50);
    private IHubDatabase _database = null!; // Set by StartAsync.
    private CountedTurns _counted = null!; // Set by StartAsync.
    private AuditStore _store = null!; // Set by StartAsync.

    public void Dispose() => _storage.Dispose();

    [Test]
    public async Task KeepAsync_ManyAtOnce_AreAllOnDiskInFewTransactions()
    {
        var trail = await StartAsync();

        // Held, so that all the others wait meanwhile.
        var turn = await _database.TakeTurnAsync(CancellationToken.None);
        var first = trail.KeepAsync(Entry(0));
        await Eventually.TrueAsync(() => _counted.Turns == 3, "the first to wait for its turn");
        var kept = Enumerable.Range(1, 400).Select(number => trail.KeepAsync(Entry(number))).ToList();
        turn?.Dispose();

        Assert.That(await Task.WhenAll([first, .. kept]), Is.All.True);
        Assert.That((await RowsAsync()).Count(static row => row.Kind == AuditKinds.Call), Is.EqualTo(401));
        Assert.That(_counted.Turns, Is.LessThanOrEqualTo(3 + 1 + (400 / _options.Batch)), "The start, this test, the first, and the others in batches.");
        await trail.StopAsync(CancellationToken.None);
    }

    [Test]
    public async Task StopAsync_SomethingWaits_KeepsItAndSaysThatTheHubStopped()
    {
        var trail = await StartAsync();
        var kept = Enumerable.Range(0, 50).Select(number => trail.KeepAsync(Entry(number))).ToList();
        trail.Take(Entry(1) with { Status = 403 });

        await trail.StopAsync(CancellationToken.None);

        Assert.That(await Task.WhenAll(kept), Is.All.True);
        var rows = await RowsAsync();
        Assert.That(rows.Select(static row => row.Kind).Distinct(), Is.EqualTo(new[] { AuditKinds.Start, AuditKinds.Call, AuditKinds.Stop }));
        Assert.That((rows[^2].Status, rows[^1].Kind), Is.EqualTo((403, AuditKinds.Stop)));
        Assert.That(await trail.KeepAsync(Entry(9)), Is.False, "Afterwards nothing is kept, and nobody is told that it was.");
    }

    [Test]
    public async Task KeepAsync_DatabaseIsGone_SaysSo()
    {
        var trail = await StartAsync();
        File.Move(_storage.File, _storage.File + ".away");

        Assert.That(await trail.KeepAsync(Entry(1)), Is.False);

        File.Move(_storage.File + ".away", _storage.File);
        Assert.That(await trail.KeepAsync(Entry(2)), Is.True, "And it goes on when it is back.");
        await trail.StopAsync(CancellationToken.None);
    }

    [Test]
    public async Task KeepAsync_DatabaseTakesTooLong_IsNotKeptInTime()
    {
        var trail = await StartAsync();
        var turn = await _database.TakeTurnAsync(CancellationToken.None);
        var kept = trail.KeepAsync(Entry(1));
        await Eventually.TrueAsync(() => Task.FromResult(_time.WaitingTimers > 0), "the wait");

        _time.Advance(_options.KeepWithin);

        Assert.That(await kept, Is.False);
        turn?.Dispose();
        await trail.StopAsync(CancellationToken.None);
    }

    [Test]
    public async Task KeepRefusalsAsync_DatabaseIsGone_NoneIsLost()
    {
        var trail = await StartAsync();
        for (var number = 0; number < 1_000; number++)
        {
            trail.Take(Entry(number) with { Status = 403 });
        }

        File.Move(_storage.File, _storage.File + ".away");
        await trail.KeepRefusalsAsync(CancellationToken.None);
        trail.Take(Entry(1) with { Status = 403 });
        File.Move(_storage.File + ".away", _storage.File);
        await trail.KeepRefusalsAsync(CancellationToken.None);

        Assert.That((await RowsAsync()).Where(static row => row.Status == 403).Select(static row => row.Count), Is.EqualTo(new[] { 1_001 }));
        await trail.StopAsync(CancellationToken.None);
    }

    [Test]
    public async Task RemoveAsync_OldRecords_AreRemovedByTheSettings()
    {
        var trail = await StartAsync();
        await trail.KeepAsync(Entry(1) with { At = AuditBed.Now - _options.Keep - TimeSpan.FromSeconds(1) });
        await trail.KeepAsync(Entry(2));
        using var upkeep = new AuditUpkeep(trail, _store, Options.Create(_options), new ManualTimeProvider(AuditBed.Now.AddSeconds(1) + _options.Keep), NullLogger<AuditUpkeep>.Instance);

        Assert.That(await upkeep.RemoveAsync(CancellationToken.None), Is.EqualTo(2), "The start and the first call: the last record always stays.");
        await trail.StopAsync(CancellationToken.None);
    }

    private static AuditEntry Entry(int number) => new(AuditBed.Now, "platform", "PUT", "/fhir/Appointment", 200) { Interaction = "update", Entity = $"Appointment/{number}" };

    private async Task<AuditTrail> StartAsync()
    {
        _database = _counted = new CountedTurns(_storage.Database());
        await _database.OpenAsync(CancellationToken.None);
        _store = AuditBed.Store(new StorageGuard(_database, new OutboxBell(), NullLogger<StorageGuard>.Instance), time: _time);
        var trail = new AuditTrail(_store, _fold, Options.Create(_options), _time, NullLogger<AuditTrail>.Instance);
        await trail.StartAsync(CancellationToken.None);
        return trail;
    }

    private Task<List<AuditRow>> RowsAsync() => _store.ReadAsync(AuditFilter.Everything, 0, 10_000, CancellationToken.None);

    /// <summary>Counts the transactions that begin.</summary>
    private sealed class CountedTurns(IHubDatabase real) : IHubDatabase
    {
        private int _turns;

        public int Turns => Volatile.Read(ref _turns);

        public Task<IReadOnlyList<string>> OpenAsync(CancellationToken cancellationToken) => real.OpenAsync(cancellationToken);

        public HubContext CreateContext() => real.CreateContext();

        public ValueTask<IDisposable?> TakeTurnAsync(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _turns);
            return real.TakeTurnAsync(cancellationToken);
        }

        public bool IsConflict(Exception failed) => real.IsConflict(failed);

        public bool IsLostConnection(Exception failed) => real.IsLostConnection(failed);
    }
}
