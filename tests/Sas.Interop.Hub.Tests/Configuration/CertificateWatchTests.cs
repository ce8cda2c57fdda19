using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Security.Tls;
using Sas.Interop.Hub.Telemetry;
using Sas.Interop.Hub.Tests.Polling;
using Sas.Interop.TestKit;

namespace Sas.Interop.Hub.Tests.Configuration;

internal sealed class CertificateWatchTests
{
    [Test]
    public async Task ExecuteAsync_CertificateEndsSoon_IsToldOnceADay()
    {
        var time = new ManualTimeProvider(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
        var catalog = new VendorCatalog();
        catalog.Swap(new[] { Vendor("ending", 31), Vendor("lasting", 200), Vendor("off", 5) with { Enabled = false }, PollSamples.Vendor("plain") }.ToDictionary(static vendor => vendor.Id));
        var log = new LogLines<CertificateWatch>();
        using var sut = new CertificateWatch(catalog, time, log);
        await sut.StartAsync(CancellationToken.None);

        for (var day = 1; day <= 2; day++)
        {
            await PollSamples.UntilAsync(() => time.WaitingTimers > 0);
            time.Advance(CertificateWatch.Every);
            var expected = day;
            await PollSamples.UntilAsync(() => log.Lines.Count == expected);
        }

        await sut.StopAsync(CancellationToken.None);
        Assert.That(log.Lines.Select(static line => line.Id), Is.All.EqualTo(EventIds.ClientCertificateDoubted));
        Assert.That(log.Lines.Select(static line => line.Text), Is.All.StartsWith("Vendor 'ending': The client certificate ends on 2026-04-01"));

        VendorModel Vendor(string id, int days) => PollSamples.Vendor(id) with
        {
            Tls = new TlsMaterial { Stamp = id, ClientBegins = time.GetUtcNow().AddDays(-1), ClientEnds = time.GetUtcNow().AddDays(days) },
        };
    }
}
