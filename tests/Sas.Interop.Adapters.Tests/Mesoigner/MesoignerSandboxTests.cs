using Sas.Interop.Adapters.Mesoigner;
using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.Tests.Mesoigner;

/// <summary>The mocks show what their documentation says, on plain days and around both clock changes.</summary>
internal sealed class MesoignerSandboxTests
{
    [TestCase("1", "2026-03-02T06:00:00Z", "75001", 8, 17)]
    [TestCase("999", "2026-03-02T06:00:00Z", "75001", 8, 17)]
    [TestCase("1001", "2026-03-02T02:00:00Z", "97400", 8, 17)]
    [TestCase("2", "2026-03-27T06:00:00Z", "75001", 8, 17)]
    [TestCase("2", "2026-10-23T06:00:00Z", "75001", 8, 17)]
    public async Task PullAsync_Normal_ShowsThreeDaysOf20Slots(string key, string now, string postalCode, int firstHour, int lastHour)
    {
        var snapshot = await PullAsync(key, now, postalCode);

        var slots = snapshot.Schedules.Single().Slots;
        Assert.That(slots, Has.Count.EqualTo(60));
        Assert.That(snapshot.Coverage.Complete, Is.True);
        Assert.That(slots.Select(static slot => slot.Start.Hour), Is.All.InRange(firstHour, lastHour));
        Assert.That(snapshot.Tally, Is.EqualTo(SnapshotTally.None));
    }

    [Test]
    public async Task PullAsync_Listed_HasItsBookingPage()
    {
        var snapshot = await PullAsync("60", "2026-03-02T06:00:00Z");

        Assert.That(
            snapshot.Schedules.Single().Slots[0].Kind.BookingUrl?.AbsoluteUri,
            Is.EqualTo("https://groupe.pharmacie.example/rendez-vous/vaccination/60-fictive/pre-inscription"));
    }

    [Test]
    public async Task PullAsync_Later_HasNoSlotAndANextDate()
    {
        var snapshot = await PullAsync("2001", "2026-03-02T06:00:00Z");

        Assert.That(snapshot.Schedules.Single().Slots, Is.Empty);
        Assert.That(snapshot.Coverage.Complete, Is.True);
        Assert.That(snapshot.NextAvailable, Is.EqualTo(new DateTimeOffset(2026, 3, 12, 8, 0, 0, TimeSpan.Zero)));
    }

    [Test]
    public async Task PullAsync_None_IsACompleteEmpty()
    {
        var snapshot = await PullAsync("3001", "2026-03-02T06:00:00Z");

        Assert.That(snapshot.Schedules.Single().Slots, Is.Empty);
        Assert.That(snapshot.Coverage.Complete, Is.True);
        Assert.That(snapshot.NextAvailable, Is.Null);
    }

    [Test]
    public async Task PullAsync_BookingDisabled_IsTelephoneOnly()
    {
        var snapshot = await PullAsync("4020", "2026-03-02T06:00:00Z");

        Assert.That(snapshot.TelephoneOnly, Is.True);
        Assert.That(snapshot.Coverage.Complete, Is.False);
    }

    private static Task<Snapshot> PullAsync(string key, string now, string postalCode = "75001") =>
        SandboxPull.RunAsync(new MesoignerAdapterFactory(), now, new PlaceDetails { Key = "place-4", PostalCode = postalCode }, ("center", key));
}
