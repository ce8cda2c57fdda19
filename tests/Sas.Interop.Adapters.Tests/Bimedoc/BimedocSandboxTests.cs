using Sas.Interop.Adapters.Bimedoc;
using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.Tests.Bimedoc;

/// <summary>The mocks show what their documentation says, on plain days and around both clock changes.</summary>
internal sealed class BimedocSandboxTests
{
    private const string Id = "00000000-0000-4000-8000-00000000";

    [TestCase(Id + "0001", "2026-03-02T06:00:00Z", "75001", 8, 17)]
    [TestCase(Id + "1020", "2026-03-02T02:00:00Z", "97400", 8, 17)]
    [TestCase(Id + "0060", "2026-03-27T06:00:00Z", "75001", 8, 18)]
    [TestCase(Id + "0060", "2026-10-23T06:00:00Z", "75001", 8, 18)]
    public async Task PullAsync_Normal_ShowsThreeDaysOf20Slots(string key, string now, string postalCode, int firstHour, int lastHour)
    {
        var snapshot = await PullAsync(key, now, postalCode);

        var zone = Sas.Interop.Adapters.Mapping.PlaceZone.Resolve(null, postalCode) ?? throw new InvalidOperationException();
        var slots = snapshot.Schedules.Single().Slots;
        Assert.That(slots, Has.Count.EqualTo(60));
        Assert.That(snapshot.Coverage.Complete, Is.True);
        Assert.That(slots.Select(slot => TimeZoneInfo.ConvertTime(slot.Start, zone).Hour), Is.All.InRange(firstHour, lastHour));
        Assert.That(snapshot.Tally, Is.EqualTo(new SnapshotTally(0, 0, 50, 0)));
    }

    [TestCase(Id + "2001", TestName = "not in the list")]
    [TestCase(Id + "3001", TestName = "in the list and empty")]
    public async Task PullAsync_None_IsACompleteEmpty(string key)
    {
        var snapshot = await PullAsync(key, "2026-03-02T06:00:00Z");

        Assert.That(snapshot.Schedules.Single().Slots, Is.Empty);
        Assert.That(snapshot.Coverage.Complete, Is.True);
    }

    private static Task<Snapshot> PullAsync(string key, string now, string postalCode = "75001") =>
        SandboxPull.RunAsync(new BimedocAdapterFactory(), now, new PlaceDetails { Key = "place-4", PostalCode = postalCode }, ("pharmacy", key));
}
