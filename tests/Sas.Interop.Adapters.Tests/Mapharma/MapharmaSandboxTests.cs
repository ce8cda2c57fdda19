using System.Globalization;

using Sas.Interop.Adapters.Mapharma;
using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.Tests.Mapharma;

/// <summary>The mocks show what their documentation says, on plain days and around both clock changes.</summary>
internal sealed class MapharmaSandboxTests
{
    [TestCase("sandbox-1", "2026-03-02T06:00:00Z", "Europe/Paris")]
    [TestCase("sandbox-400", "2026-03-02T06:00:00Z", "Europe/Paris")]
    [TestCase("sandbox-2", "2026-03-27T06:00:00Z", "Europe/Paris")]
    [TestCase("sandbox-2", "2026-10-23T06:00:00Z", "Europe/Paris")]
    [TestCase("sandbox-re-5", "2026-03-02T03:00:00Z", "Indian/Reunion")]
    public async Task PullAsync_Normal_ShowsThreeDaysOf12Slots(string pharmacy, string now, string zone)
    {
        var snapshot = await PullAsync(pharmacy, now);

        var slots = snapshot.Schedules.Single().Slots;
        var place = TimeZoneInfo.FindSystemTimeZoneById(zone);
        Assert.That(slots, Has.Count.EqualTo(36));
        Assert.That(snapshot.Coverage.Complete, Is.True);
        Assert.That(slots.Select(slot => TimeZoneInfo.ConvertTime(slot.Start, place).Hour), Is.All.InRange(9, 18));
        Assert.That(slots.Select(static slot => slot.Kind.BookingUrl?.AbsolutePath), Is.All.EqualTo("/" + pharmacy));
        Assert.That(snapshot.Tally, Is.EqualTo(new SnapshotTally(0, 0, 3, 0)));
    }

    [TestCase("sandbox-none-7", null)]
    [TestCase("sandbox-later-7", "2026-03-21T23:00:00Z")]
    public async Task PullAsync_NothingFree_IsACompleteEmptyWithItsHint(string pharmacy, string? next)
    {
        var snapshot = await PullAsync(pharmacy, "2026-03-02T06:00:00Z");

        Assert.That(snapshot.Schedules.Single().Slots, Is.Empty);
        Assert.That(snapshot.Coverage.Complete, Is.True);
        Assert.That(snapshot.NextAvailable, Is.EqualTo(next is null ? null : DateTimeOffset.Parse(next, CultureInfo.InvariantCulture)));
    }

    private static Task<Snapshot> PullAsync(string pharmacy, string now) =>
        SandboxPull.RunAsync(new MapharmaAdapterFactory(new MapharmaOptionsValidator()), now, new PlaceDetails { Key = "place-4" }, ("pharmacy", pharmacy));
}
