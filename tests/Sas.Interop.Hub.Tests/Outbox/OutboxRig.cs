using System.Diagnostics.Metrics;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

using Sas.Interop.Hub.Outbox;
using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Outbox;
using Sas.Interop.Hub.Tests.Persistence;

namespace Sas.Interop.Hub.Tests.Outbox;

/// <summary>A real database with messages, and hubs that deliver them to a receiver that a test plays.</summary>
internal sealed class OutboxRig : IAsyncDisposable
{
    private readonly StorageRig _storage = new();
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly CancellationTokenSource _stop = new();
    private readonly List<(OutboxLane Lane, Task Run)> _lanes = [];
    private readonly TimeProvider _time;
    private StorageGuard _guard = null!; // Set by StartAsync before anything else.

    private OutboxRig(TimeProvider time) => _time = time;

    public OutboxStore Store { get; private set; } = null!; // Set by StartAsync.

    public OutboxBell Bell { get; } = new();

    public static async Task<OutboxRig> StartAsync(TimeProvider? time = null)
    {
        var rig = new OutboxRig(time ?? TimeProvider.System);
        var database = rig._storage.Database();
        await database.OpenAsync(CancellationToken.None);
        rig._guard = new StorageGuard(database, rig.Bell, NullLogger<StorageGuard>.Instance);
        rig.Store = new OutboxStore(rig._guard, rig._time);
        return rig;
    }

    public static OutboxDestination Destination(string name = "board") => new()
    {
        Name = name,
        Kind = "played",
        Url = new Uri("https://board.example/"),
        Kinds = [OutboxKinds.Appointment],
        Secrets = [],
        Timeout = TimeSpan.FromSeconds(5),
        Concurrency = 4,
        BackOffFrom = TimeSpan.FromMilliseconds(1),
        BackOffTo = TimeSpan.FromMilliseconds(4),
        GiveUpAfter = TimeSpan.FromDays(3),
    };

    public Task AddAsync(IEnumerable<(string Stream, int Number)> messages, string destination = "board", TimeSpan age = default) => _guard.ChangeAsync(
        change =>
        {
            var now = _time.GetUtcNow() - age;
            foreach (var (stream, number) in messages)
            {
                change.Context.Add(new OutboxRow
                {
                    Destination = destination,
                    Stream = stream,
                    Number = number,
                    Kind = OutboxKinds.Appointment,
                    Payload = "{}",
                    CreatedAt = now,
                    DueAt = now,
                });
            }

            return Task.FromResult(true);
        },
        CancellationToken.None);

    public Task<List<OutboxRow>> RowsAsync() =>
        _guard.UseAsync(static context => context.Set<OutboxRow>().AsNoTracking().OrderBy(static row => row.Id).ToListAsync());

    public Task ChangeAsync(Func<HubContext, Task> change) => _guard.ChangeAsync(
        async scope =>
        {
            await change(scope.Context);
            return true;
        },
        CancellationToken.None);

    public StorageGuard AnotherGuard() => new(_storage.Database(), Bell, NullLogger<StorageGuard>.Instance);

    /// <summary>One hub: a lane with a view of the database of its own.</summary>
    public OutboxLane Hub(OutboxDestination destination, IOutboxChannel channel)
    {
        var store = new OutboxStore(AnotherGuard(), _time);
        var meters = new OutboxMeters(_services.GetRequiredService<IMeterFactory>(), _time);
        var attempt = new OutboxAttempt(store, meters, new OutboxRandomness(static () => 0.5), _time, NullLogger<OutboxAttempt>.Instance);
        var lane = new OutboxLane(destination, channel, store, attempt, NullLogger.Instance);
        _lanes.Add((lane, lane.RunAsync(_stop.Token)));
        return lane;
    }

    /// <summary>Wakes every hub until something holds.</summary>
    public async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(2), TimeProvider.System);
        while (!await holds())
        {
            _lanes.ForEach(static hub => hub.Lane.Wake());
            await timer.WaitForNextTickAsync(patience.Token);
        }
    }

    public Task UntilEmptyAsync() => UntilAsync(async () => (await RowsAsync()).TrueForAll(static row => row.DueAt is null));

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_lanes.Select(static hub => hub.Run)).WaitAsync(TimeSpan.FromSeconds(30));
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
        await _services.DisposeAsync();
        _storage.Dispose();
    }
}
