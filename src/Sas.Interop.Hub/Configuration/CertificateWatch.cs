using Sas.Interop.Hub.Security.Tls;

namespace Sas.Interop.Hub.Configuration;

/// <summary>Tells once a day of client certificates that end soon: a hub may run for months after it read them.</summary>
/// <param name="catalog">The vendors.</param>
/// <param name="trueTime">True time, whichever clock the hub shows.</param>
/// <param name="logger">Where it is told.</param>
internal sealed class CertificateWatch(IVendorCatalog catalog, TimeProvider trueTime, ILogger<CertificateWatch> logger) : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What there is to say at the start, the reading of the file has said.
        using var timer = new PeriodicTimer(Every, trueTime);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var vendor in catalog.Current.Values.Where(static vendor => vendor.Enabled).OrderBy(static vendor => vendor.Id, StringComparer.Ordinal))
            {
                if (vendor.Tls is { ClientBegins: { } begins, ClientEnds: { } ends } && TlsReader.DoubtOfTime(begins, ends, trueTime.GetUtcNow()) is { } doubt)
                {
                    logger.ClientCertificateDoubted(vendor.Id, doubt);
                }
            }
        }
    }
}
