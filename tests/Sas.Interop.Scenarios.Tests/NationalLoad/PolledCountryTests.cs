using Sas.Interop.Contracts.Availability;
using Sas.Interop.NationalLoad.Agendas;
using Sas.Interop.NationalLoad.Driving;
using Sas.Interop.NationalLoad.Feeds;
using Sas.Interop.NationalLoad.Population;
using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.NationalLoad;

/// <summary>The hub loads the country's directory, polls its feeds, and answers what the country has.</summary>
internal sealed class PolledCountryTests
{
    [Test]
    public async Task Search_CountryPolledOverHttp_ShowsItsSlots()
    {
        var country = Land.Of(9, 150, 6_000);
        using var files = new Workspace();
        await using var feeds = await FeedServer.StartAsync(country, static () => 0, 0, CancellationToken.None);
        await using (var directory = File.Create(files.DirectoryFile))
        {
            await DirectoryFile.WriteAsync(country, directory, CancellationToken.None);
        }

        var vendors = country.Options.Vendors.Select(static vendor => (vendor, vendor.Id, TimeSpan.FromSeconds(5)));
        await File.WriteAllTextAsync(files.AdaptersFile, AdaptersFile.Write(vendors, feeds.Address, AdaptersFile.Wide));
        await using var hub = await RunningHub.StartAsync(new HubSettings
        {
            StartClockAt = country.Options.Start.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            AdaptersFile = files.AdaptersFile,
            Others = [$"Hub:DirectoryFile={files.DirectoryFile}", "Hub:Sandbox:Enabled=false"],
        });

        var request = PlatformMix.List(country, 0, PlatformMix.LongestList, country.Options.Start.AddHours(3));
        var answer = await hub.GetAsync(request.Target[1..].Replace("fhir/", string.Empty, StringComparison.Ordinal));
        Assert.That((int)answer.Status, Is.EqualTo(200));
        Assert.That(answer.Json.GetProperty("total").GetInt32(), Is.EqualTo(Expected(country, request)).And.GreaterThan(0));
        Assert.That(feeds.Answers, Is.GreaterThan(0));
    }

    private static int Expected(Country country, SlotSearchRequest request) => request.Practitioners
        .Select(id => country.Find(OwnerKind.Practitioner, id)).OfType<InventedOwner>()
        .SelectMany(owner => new SnapshotMaker(country).Of(owner, 0))
        .SelectMany(static said => said.Snapshot.Schedules)
        .SelectMany(static schedule => schedule.Slots)
        .Count(slot => slot.Start >= request.From && slot.Start <= request.To && (slot.Kind.Types & ~SlotTypes.Cpts) != SlotTypes.None);
}
