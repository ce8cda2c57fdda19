namespace Sas.Interop.Hub.Availability;

/// <summary>Lets the index let go of what is over, bucket by bucket.</summary>
internal sealed class ExpirySweeper(AvailabilityIndex index, TimeProvider time, ILogger<ExpirySweeper> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(ExpiryWheel.Bucket, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var started = time.GetTimestamp();
            var owners = index.Sweep();
            logger.SweptOwners(owners, time.GetElapsedTime(started));
        }
    }
}
