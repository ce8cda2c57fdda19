using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Audit;

namespace Sas.Interop.Hub.Audit;

/// <summary>What the audit does beside the calls: keeps what was refused, removes what is too old, and writes the end of the chain to the log, where no user of the database can change it.</summary>
internal sealed class AuditUpkeep(AuditTrail trail, AuditStore store, IOptions<AuditOptions> options, TimeProvider time, ILogger<AuditUpkeep> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        EveryAsync(options.Value.RefusalWindow, trail.KeepRefusalsAsync, stoppingToken),
        EveryAsync(options.Value.SweepEvery, SweepAsync, stoppingToken),
        EveryAsync(options.Value.AnchorEvery, AnchorAsync, stoppingToken));

    /// <summary>Removes all records that are too old.</summary>
    /// <returns>How many.</returns>
    public async Task<int> RemoveAsync(CancellationToken cancellationToken)
    {
        var (sum, removed) = (0, 0);
        do
        {
            removed = await store.RemoveAsync(time.GetUtcNow() - options.Value.Keep, cancellationToken);
            sum += removed;
        }
        while (removed >= AuditStore.MostRemoved);

        return sum;
    }

    private async Task SweepAsync(CancellationToken stoppingToken)
    {
        if (await RemoveAsync(stoppingToken) is > 0 and var removed)
        {
            logger.Removed(removed);
        }
    }

    private async Task AnchorAsync(CancellationToken stoppingToken) => logger.Anchored((await store.EndsAsync(stoppingToken)).Last.ToString());

    private async Task EveryAsync(TimeSpan every, Func<CancellationToken, Task> act, CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await OnceAsync(act, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return; // The hub stops.
        }
    }

    private async Task OnceAsync(Func<CancellationToken, Task> act, CancellationToken stoppingToken)
    {
        try
        {
            await act(stoppingToken);
        }
        catch (StorageUnavailableException)
        {
            // Told by the guard; it is done the next time.
            logger.UpkeepPostponed();
        }
    }
}
