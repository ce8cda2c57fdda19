using System.Globalization;

using Sas.Interop.Adapters.AvecMonDoc;
using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.Tests.AvecMonDoc;

/// <summary>The mocks show what their documentation says, on plain days and around both clock changes.</summary>
internal sealed class AvecMonDocSandboxTests
{
    [TestCase("sandbox-1", "2026-03-02T06:00:00Z", "Europe/Paris", 9, 18)]
    [TestCase("sandbox-999", "2026-03-02T06:00:00Z", "Europe/Paris", 9, 18)]
    [TestCase("sandbox-2", "2026-03-27T06:00:00Z", "Europe/Paris", 9, 19)]
    [TestCase("sandbox-2", "2026-10-23T06:00:00Z", "Europe/Paris", 8, 18)]
    [TestCase("sandbox-re-5", "2026-03-02T03:00:00Z", "Indian/Reunion", 9, 18)]
    public async Task PullAsync_Normal_ShowsThreeDaysOf9Slots(string slug, string now, string zone, int firstHour, int lastHour)
    {
        var snapshot = await PullAsync(slug, now);

        var slots = snapshot.Schedules.Single().Slots;
        var place = TimeZoneInfo.FindSystemTimeZoneById(zone);
        Assert.That(slots, Has.Count.EqualTo(27));
        Assert.That(snapshot.Coverage.Complete, Is.True);
        Assert.That(slots.Select(slot => TimeZoneInfo.ConvertTime(slot.Start, place).Hour), Is.All.InRange(firstHour, lastHour));
        Assert.That(slots.Count(static slot => slot.Kind.Consultations == ConsultationTypes.Virtual), Is.EqualTo(6));
        Assert.That(slots.Select(static slot => slot.Kind.BookingUrl?.AbsoluteUri), Is.All.EqualTo("https://patient.avecmondoc.com/fiche/structure/" + slug));
        Assert.That(snapshot.Tally, Is.EqualTo(new SnapshotTally(0, 0, 3, 0)));
    }

    [TestCase("sandbox-none-7", null)]
    [TestCase("sandbox-later-7", "2026-03-22T09:00:00Z")]
    public async Task PullAsync_NothingFree_IsACompleteEmptyWithItsHint(string slug, string? next)
    {
        var snapshot = await PullAsync(slug, "2026-03-02T06:00:00Z");

        Assert.That(snapshot.Schedules.Single().Slots, Is.Empty);
        Assert.That(snapshot.Coverage.Complete, Is.True);
        Assert.That(snapshot.NextAvailable, Is.EqualTo(next is null ? null : DateTimeOffset.Parse(next, CultureInfo.InvariantCulture)));
    }

    private static Task<Snapshot> PullAsync(string slug, string now) =>
        SandboxPull.RunAsync(new AvecMonDocAdapterFactory(new AvecMonDocOptionsValidator()), now, new PlaceDetails { Key = "place-4" }, ("slug", slug));
}
