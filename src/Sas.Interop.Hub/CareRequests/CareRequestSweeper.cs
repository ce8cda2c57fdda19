using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Orientations;

namespace Sas.Interop.Hub.CareRequests;

/// <summary>Closes requests that nobody answered in time.</summary>
internal sealed class CareRequestSweeper(CareRequestStore store, TimeProvider time, IOptions<CareRequestsOptions> options, ILogger<CareRequestSweeper> logger) : BackgroundService
{
    private const int Batch = 100;

    /// <returns>How many were closed.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var closed = 0;
        List<string> due;
        do
        {
            due = await store.DueAsync(now - options.Value.OpenFor, Batch, cancellationToken);
            foreach (var id in due)
            {
                closed += await store.ExpireAsync(id, now, cancellationToken) ? 1 : 0;
            }
        }
        while (due.Count == Batch);
        return closed;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.SweepEvery, time);
        do
        {
            try
            {
                if (await SweepAsync(stoppingToken) is > 0 and var closed)
                {
                    logger.CareRequestsExpired(closed);
                }
            }
            catch (StorageUnavailableException)
            {
                // The database may be back at the next tick; what is due then is due all the same.
                logger.CareRequestSweepFailed();
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
