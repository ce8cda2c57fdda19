using Sas.Interop.Adapters.Ordoclic;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.TestKit;

namespace Sas.Interop.Adapters.Tests.Ordoclic;

/// <summary>The recorded answers through the adapter: every slot that the file holds, once.</summary>
internal sealed class OrdoclicRecordedTests
{
    private const string Professional = "5c8fc562-d836-4aed-84d6-225e5af8075e";

    [Test]
    public async Task PullAsync_RecordedSlots_GivesTheTwelveOnce()
    {
        var snapshot = await PullAsync("fetchslot-slots.json", ("entity", "03674d71-b200-4682-8e0a-3ab9687b2b59"), ("professional", Professional));

        // Two of the eleven reasons can be booked by a new patient, and both were answered by the same twelve slots.
        Assert.That(snapshot.Schedules.Single().Slots, Has.Count.EqualTo(12));
        Assert.That(snapshot.Tally, Is.EqualTo(new SnapshotTally(0, 0, 12, 0)));
        Assert.That(snapshot.Schedules.Single().Slots.Select(static slot => slot.End - slot.Start), Is.All.EqualTo(TimeSpan.FromMinutes(10)));
        Assert.That(snapshot.Coverage.Complete, Is.True);
    }

    [Test]
    public async Task PullAsync_RecordedProfile_LeadsToItsPublicProfessional()
    {
        var snapshot = await PullAsync("fetchslot-slots.json", ("slug", "pierre-lancelot-82600---aucamville"));

        Assert.That(snapshot.Schedules.Single().Slots, Has.Count.EqualTo(12));
        Assert.That(snapshot.TelephoneOnly, Is.False);
    }

    [TestCase("empty_slots.json", null)]
    [TestCase("nextavailable_slots.json", "2021-06-12T10:30:00Z")]
    public async Task PullAsync_RecordedEmptyAnswers_AreCompleteAndEmpty(string file, string? next)
    {
        var snapshot = await PullAsync(file, ("entity", "03674d71-b200-4682-8e0a-3ab9687b2b59"), ("professional", Professional));

        Assert.That(snapshot.Schedules.Single().Slots, Is.Empty);
        Assert.That(snapshot.Coverage.Complete, Is.True);
        Assert.That(snapshot.NextAvailable, Is.EqualTo(next is null ? null : DateTimeOffset.Parse(next, System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static async Task<Snapshot> PullAsync(string slots, params (string Name, string Value)[] keys)
    {
        var start = new DateTimeOffset(2021, 5, 1, 0, 0, 0, TimeSpan.Zero);
        var handler = new ScriptedHttpHandler()
            .Json("/entities/profile/", RecordedFolder.Read("ordoclic", "lancelot_profile.json"))
            .Json("/reasons", RecordedFolder.Read("ordoclic", "fetchslot-reasons.json"))
            .Json("/availableSlots", RecordedFolder.Read("ordoclic", slots));
        await using var adapter = new OrdoclicAdapterFactory(new OrdoclicOptionsValidator()).Create(Pulling.Context(handler, new ManualTimeProvider(start)));
        var target = new PullTarget
        {
            Owner = OwnerKey.Create(OwnerKind.Practitioner, "810000000001"),
            Place = new PlaceDetails { Key = "place-1" },
            Keys = keys.ToDictionary(static key => key.Name, static key => key.Value),
        };
        var results = await adapter.CollectAsync(new PullRequest([target], new TimeWindow(start, start.AddDays(30))));
        return Pulling.Single(results);
    }
}
