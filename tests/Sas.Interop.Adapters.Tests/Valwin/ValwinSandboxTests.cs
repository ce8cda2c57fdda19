using Sas.Interop.Adapters.Valwin;
using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.Tests.Valwin;

/// <summary>The mocks show what their documentation says, on plain days and around both clock changes.</summary>
internal sealed class ValwinSandboxTests
{
    [TestCase("sandbox-1", "2026-03-02T06:00:00Z", "75001")]
    [TestCase("sandbox-999", "2026-03-02T06:00:00Z", "75001")]
    [TestCase("sandbox-reunion-5", "2026-03-02T02:00:00Z", "97400")]
    [TestCase("sandbox-2", "2026-03-27T05:00:00Z", "75001")]
    [TestCase("sandbox-2", "2026-10-23T05:00:00Z", "75001")]
    public async Task PullAsync_Normal_ShowsThreeDaysOf24Slots(string key, string now, string postalCode)
    {
        var snapshot = await PullAsync(key, now, postalCode);

        var slots = snapshot.Schedules.Single().Slots;
        Assert.That(slots, Has.Count.EqualTo(72));
        Assert.That(snapshot.Coverage.Complete, Is.True);
        Assert.That(slots.Select(static slot => slot.Start.Hour), Is.All.InRange(9, 18));
        Assert.That(slots.Select(static slot => slot.Kind.BookingUrl), Is.All.Not.Null);
        Assert.That(snapshot.Tally, Is.EqualTo(SnapshotTally.None));
    }

    [Test]
    public async Task PullAsync_Later_HasNoSlotAndANextDate()
    {
        var snapshot = await PullAsync("sandbox-later-20", "2026-03-02T06:00:00Z");

        Assert.That(snapshot.Schedules.Single().Slots, Is.Empty);
        Assert.That(snapshot.Coverage.Complete, Is.True);
        Assert.That(snapshot.NextAvailable, Is.EqualTo(new DateTimeOffset(2026, 3, 14, 8, 0, 0, TimeSpan.Zero)));
    }

    [TestCase("sandbox-none-1")]
    [TestCase("sandbox-none-21")]
    public async Task PullAsync_None_IsACompleteEmpty(string key)
    {
        var snapshot = await PullAsync(key, "2026-03-02T06:00:00Z");

        Assert.That(snapshot.Schedules.Single().Slots, Is.Empty);
        Assert.That(snapshot.Coverage.Complete, Is.True);
        Assert.That(snapshot.NextAvailable, Is.Null);
    }

    private static Task<Snapshot> PullAsync(string key, string now, string postalCode = "75001") =>
        SandboxPull.RunAsync(new ValwinAdapterFactory(), now, new PlaceDetails { Key = "place-4", PostalCode = postalCode }, ("pharmacy", key));
}
