using System.Text.Json;

using Microsoft.Extensions.DependencyInjection;

using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.NationalLoad.Agendas;
using Sas.Interop.NationalLoad.Feeds;
using Sas.Interop.NationalLoad.Population;

namespace Sas.Interop.Scenarios.Tests.NationalLoad;

/// <summary>What the real adapter reads from the feeds over HTTP is what goes straight into the index.</summary>
internal sealed class FeedLaws
{
    private static readonly Country Sample = Land.Of(5, 400, 16_000);
    private static readonly SnapshotMaker Snapshots = new(Sample);

    [TestCase(0)]
    [TestCase(754)]
    public async Task Feeds_ReadByTheAdapter_GiveTheDirectSnapshots(int minute)
    {
        var window = new TimeWindow(Sample.At(minute).AddHours(2), Sample.At(minute).AddDays(3));
        await using var server = await FeedServer.StartAsync(Sample, () => minute, 0, CancellationToken.None);
        using var transport = new HttpMessageInvoker(new SocketsHttpHandler());
        var compared = 0;
        foreach (var group in Sample.All().SelectMany(static owner => owner.Vendors.Select(vendor => (Vendor: vendor, Owner: owner))).GroupBy(static pair => pair.Vendor))
        {
            await using var adapter = Adapter(group.Key, server.Address, transport);
            var owners = group.Select(static pair => pair.Owner).Where(static owner => owner.Number % 3 == 0 || owner.IsAssociation).ToDictionary(static owner => owner.Key);
            var targets = owners.Keys.Select(static key => new PullTarget { Owner = key }).ToList();
            await foreach (var result in ((ISlotSource)adapter).PullAsync(new PullRequest(targets, window), CancellationToken.None))
            {
                Assert.That(result.Outcome.Error, Is.Null);
                AssertSame(result.Outcome.Value ?? throw new InvalidOperationException("A success without a snapshot."), Snapshots.Make(owners[result.Target.Owner], group.Key, window, minute));
                compared++;
            }
        }

        Assert.That(compared, Is.GreaterThan(150));
    }

    private static void AssertSame(Snapshot read, Snapshot direct)
    {
        Assert.That(read.Coverage, Is.EqualTo(direct.Coverage));
        Assert.That(read.DataTime, Is.EqualTo(direct.DataTime));
        Assert.That(read.Tally, Is.EqualTo(SnapshotTally.None));
        Assert.That(read.Owner?.Family, Is.EqualTo(direct.Owner?.Family));
        Assert.That(read.Owner?.Given, Is.EqualTo(direct.Owner?.Given));
        Assert.That(read.Owner?.Phone, Is.EqualTo(direct.Owner?.Phone));
        Assert.That(read.Schedules.Select(static schedule => schedule.Place), Is.EqualTo(direct.Schedules.Select(static schedule => schedule.Place)));
        foreach (var (ofFeed, ofCountry) in read.Schedules.Zip(direct.Schedules))
        {
            Assert.That(ofFeed.Slots, Is.EqualTo(ofCountry.Slots), ofFeed.Place.Key);
        }
    }

    private static IVendorAdapter Adapter(string vendor, Uri server, HttpMessageInvoker transport)
    {
        using var services = new ServiceCollection().AddFhirStandardAdapter().BuildServiceProvider();
        return services.GetRequiredService<IVendorAdapterFactory>().Create(new VendorContext
        {
            VendorId = vendor,
            BaseUrl = new Uri(server, vendor + "/fhir/"),
            Options = JsonDocument.Parse("{}").RootElement,
            Limits = new VendorLimits { RequestsPerSecond = 1_000 },
            Transport = transport,
            Time = TimeProvider.System,
            Jitter = static () => 0.5,
        });
    }
}
