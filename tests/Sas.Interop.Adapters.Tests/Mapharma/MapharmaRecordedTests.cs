using Sas.Interop.Adapters.Mapharma;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.TestKit;

namespace Sas.Interop.Adapters.Tests.Mapharma;

/// <summary>The recorded calendar through the adapter: every time that the file holds, once.</summary>
internal sealed class MapharmaRecordedTests
{
    [TestCase(true)]
    [TestCase(false)]
    public async Task PullAsync_RecordedCalendar_GivesTheSeventyTwoOnce(bool withCatalogue)
    {
        var start = new DateTimeOffset(2021, 4, 14, 0, 0, 0, TimeSpan.Zero);
        var handler = new ScriptedHttpHandler().Json("/api/public/calendar/60/", RecordedFolder.Read("mapharma", "slots.json"));
        if (withCatalogue)
        {
            handler.Json("/opendata/rdv", """[{"url":"https://mapharma.net/75011-1","timezone":"Europe/Paris","campagnes":[{"id_campagne":60,"id_type":1,"total_libres":72}]}]""");
        }

        await using var adapter = new MapharmaAdapterFactory(new MapharmaOptionsValidator()).Create(Pulling.Context(handler, new ManualTimeProvider(start)));
        var target = new PullTarget
        {
            Owner = OwnerKey.Create(OwnerKind.Practitioner, "810000000001"),
            Place = new PlaceDetails { Key = "place-1" },
            Keys = new Dictionary<string, string> { ["campaign"] = "60", ["option"] = "1" },
        };
        var results = await adapter.CollectAsync(new PullRequest([target], new TimeWindow(start, start.AddDays(30))));

        var slots = results[0].Outcome.Value?.Schedules.Single().Slots ?? [];
        Assert.That(slots, Has.Count.EqualTo(72));
        Assert.That(slots.Select(static slot => DateOnly.FromDateTime(slot.Start.Date)).Distinct().Count(), Is.EqualTo(8));
        Assert.That(slots.Select(static slot => slot.Start.Offset), Is.All.EqualTo(TimeSpan.FromHours(2)));
        Assert.That(results[0].Outcome.Value?.Coverage.Complete, Is.EqualTo(withCatalogue));
        Assert.That(results.Skip(1).Select(static result => result.Outcome.Error?.Code), Is.EqualTo(withCatalogue ? [] : new HubErrorCode?[] { HubErrorCode.VendorUnknownTarget }));
    }
}
