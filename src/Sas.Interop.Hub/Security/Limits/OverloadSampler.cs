namespace Sas.Interop.Hub.Security.Limits;

/// <summary>Samples what the <see cref="OverloadGauge"/> judges. A tick that comes late has waited for a thread as long as a request does that arrives with it.</summary>
internal sealed class OverloadSampler(OverloadGauge gauge, ILogger<OverloadSampler> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(100);

    // The processor keeps real time, whatever clock the hub runs by.
    private static readonly TimeProvider Time = TimeProvider.System;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, Time);
        var from = Time.GetTimestamp();
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var late = Time.GetElapsedTime(from) - Every;
            from = Time.GetTimestamp();
            var (before, after) = gauge.Sample(late, MemoryShare());
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
