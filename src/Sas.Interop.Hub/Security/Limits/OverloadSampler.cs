namespace Sas.Interop.Hub.Security.Limits;

/// <summary>Samples what the <see cref="OverloadGauge"/> judges. A tick that comes late has waited for a thread as long as a request does that arrives with it.</summary>
internal sealed class OverloadSampler(OverloadGauge gauge, TimeProvider time, ILogger<OverloadSampler> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(100);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var from = time.GetTimestamp();
            await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var (before, after) = gauge.Sample(time.GetElapsedTime(from) - Every, MemoryShare());
            if (after != before)
            {
                logger.OverloadChanged(before, after, gauge.UnderWay);
            }
        }
    }

    /// <summary>Of the machine or the container, as the collector last saw it.</summary>
    private static double MemoryShare()
    {
        var info = GC.GetGCMemoryInfo(GCKind.Any);
        return info.TotalAvailableMemoryBytes > 0 ? (double)info.MemoryLoadBytes / info.TotalAvailableMemoryBytes : 0;
    }
}
