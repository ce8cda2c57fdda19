using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Outbox;

namespace Sas.Interop.Hub.Outbox;

/// <summary>Runs a lane for each destination, and wakes them when something was written and at each look.</summary>
internal sealed class OutboxDelivery(
    OutboxSurroundings surroundings,
    OutboxRouting routing,
    OutboxBell bell,
    IOptions<OutboxOptions> options,
    ILogger<OutboxDelivery> logger) : BackgroundService
{
    private static readonly TimeSpan CountEvery = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await CountAsync(warn: true, stoppingToken);
        if (routing.Destinations.Count == 0)
        {
            return;
        }

        var lanes = routing.Destinations.Select(surroundings.Open).ToList();
        logger.Started(lanes.Count);
        await Task.WhenAll([.. lanes.Select(lane => lane.RunAsync(stoppingToken)), ListenAsync(lanes, stoppingToken), LookAsync(lanes, stoppingToken)]);
    }

    private async Task ListenAsync(List<OutboxLane> lanes, CancellationToken stopping)
    {
        try
        {
            while (true)
            {
                await bell.WaitAsync(stopping);
                lanes.ForEach(static lane => lane.Wake());
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task LookAsync(List<OutboxLane> lanes, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(options.Value.Every, surroundings.Time);
        var counted = surroundings.Time.GetTimestamp();
        try
        {
            while (await timer.WaitForNextTickAsync(stopping))
            {
                lanes.ForEach(static lane => lane.Wake());
                if (surroundings.Time.GetElapsedTime(counted) >= CountEvery)
                {
                    counted = surroundings.Time.GetTimestamp();
                    await CountAsync(warn: false, stopping);
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task CountAsync(bool warn, CancellationToken stopping)
    {
        try
        {
            var counts = await surroundings.Store.CountAsync(stopping);
            surroundings.Meters.Counted(counts);
            foreach (var orphan in counts.Where(count => warn && count.Waiting > 0 && routing.Destinations.All(destination => destination.Name != count.Destination)))
            {
                logger.Orphaned(orphan.Waiting, orphan.Destination);
            }
        }
        catch (StorageUnavailableException)
        {
            // Told by the guard; the figures stay as they were.
        }
    }
}
