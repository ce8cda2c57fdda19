using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Adapters.Mapping;

namespace Sas.Interop.Adapters.Tests.Mapping;

internal sealed class PlaceZoneTests
{
    private static readonly string[] Zones =
    [
        "Europe/Paris", "America/Guadeloupe", "America/Martinique", "America/Cayenne", "America/Miquelon", "America/Marigot",
        "Indian/Reunion", "Indian/Mayotte", "Pacific/Tahiti", "Pacific/Noumea", "Pacific/Wallis",
    ];

    [TestCase("75011", "Europe/Paris")]
    [TestCase("1000", "Europe/Paris")]
    [TestCase("20090", "Europe/Paris")]
    [TestCase("97110", "America/Guadeloupe")]
    [TestCase("97133", "America/St_Barthelemy")]
    [TestCase("97150", "America/Marigot")]
    [TestCase("97200", "America/Martinique")]
    [TestCase("97300", "America/Cayenne")]
    [TestCase("97400", "Indian/Reunion")]
    [TestCase("97 400", "Indian/Reunion")]
    [TestCase("97\u00A0400", "Indian/Reunion")]
    [TestCase("97500", "America/Miquelon")]
    [TestCase("97600", "Indian/Mayotte")]
    [TestCase("98713", "Pacific/Tahiti")]
    [TestCase("98800", "Pacific/Noumea")]
    [TestCase("", "Europe/Paris")]
    [TestCase(null, "Europe/Paris")]
    [TestCase("974", "Europe/Paris")]
    [TestCase("not a code", "Europe/Paris")]
    public void OfPostalCode_Territory_IsTheZoneOfThePlace(string? postalCode, string expected) =>
        Assert.That(PlaceZone.OfPostalCode(postalCode), Is.EqualTo(expected));

    [TestCase("Indian/Reunion", "75011", "Indian/Reunion")]
    [TestCase(" Europe/Paris ", "97400", "Europe/Paris")]
    [TestCase(null, "97400", "Indian/Reunion")]
    [TestCase(" ", null, "Europe/Paris")]
    public void Resolve_NameThenPostalCode_GivesTheZone(string? name, string? postalCode, string expected) =>
        Assert.That(PlaceZone.Resolve(name, postalCode)?.Id, Is.EqualTo(expected));

    [TestCase("Europe/Nowhere")]
    [TestCase("../../../etc/localtime")]
    [TestCase("Europe/../Europe/Paris")]
    [TestCase("Europe\0Paris")]
    [TestCase("+02:00")]
    public void Resolve_NoZoneOfThatName_IsNull(string name) => Assert.That(PlaceZone.Resolve(name, "75011"), Is.Null);

    [Test]
    public void Resolve_OverlongName_IsNull() => Assert.That(PlaceZone.Resolve(new string('a', 100_000), null), Is.Null);

    [TestCase("2026-03-29T01:59", "2026-03-29T00:59:00Z", TestName = "last minute before the gap")]
    [TestCase("2026-03-29T02:00", "2026-03-29T01:00:00Z", TestName = "first skipped minute is read with the offset before")]
    [TestCase("2026-03-29T02:30", "2026-03-29T01:30:00Z", TestName = "skipped half hour lands as much later")]
    [TestCase("2026-03-29T03:00", "2026-03-29T01:00:00Z", TestName = "first minute after the gap")]
    [TestCase("2026-10-25T01:59", "2026-10-24T23:59:00Z", TestName = "last minute before the repeated hour")]
    [TestCase("2026-10-25T02:30", "2026-10-25T00:30:00Z", TestName = "repeated half hour is the first one")]
    [TestCase("2026-10-25T03:00", "2026-10-25T02:00:00Z", TestName = "first minute after the repeated hour")]
    public void ToInstant_ParisClockChanges_AreRead(string local, string expected) =>
        Assert.That(ToInstant(local, "Europe/Paris"), Is.EqualTo(Instant(expected)));

    [TestCase("Indian/Reunion", "2026-03-29T02:30", "2026-03-28T22:30:00Z")]
    [TestCase("Indian/Reunion", "2026-10-25T02:30", "2026-10-24T22:30:00Z")]
    [TestCase("America/Guadeloupe", "2026-07-01T08:00", "2026-07-01T12:00:00Z")]
    [TestCase("America/Cayenne", "2026-07-01T08:00", "2026-07-01T11:00:00Z")]
    [TestCase("Pacific/Tahiti", "2026-07-01T20:00", "2026-07-02T06:00:00Z")]
    [TestCase("America/Miquelon", "2026-03-08T02:30", "2026-03-08T05:30:00Z", Description = "a gap on another day than in Paris")]
    [TestCase("America/Miquelon", "2026-11-01T01:30", "2026-11-01T03:30:00Z", Description = "a repeated hour west of Greenwich: the first one")]
    public void ToInstant_Overseas_FollowsThePlacesOwnClock(string zone, string local, string expected) =>
        Assert.That(ToInstant(local, zone), Is.EqualTo(Instant(expected)));

    [Test]
    public void ToInstant_AnyLocalTimeThatExists_ReadsBackAsWritten() =>
        Check(static (zone, local) =>
        {
            var instant = PlaceZone.ToInstant(local, zone);
            return zone.IsInvalidTime(local) || TimeZoneInfo.ConvertTime(instant, zone).DateTime == local;
        });

    [Test]
    public void ToInstant_AnyLocalTime_CarriesAnOffsetThatTheZoneHasThen() =>
        Check(static (zone, local) =>
        {
            var instant = PlaceZone.ToInstant(local, zone);
            return zone.GetUtcOffset(instant) == instant.Offset;
        });

    [Test]
    public void ToInstant_LaterLocalTimeOutsideAGap_IsNeverEarlier() =>
        Check(static (zone, local) =>
        {
            var later = local.AddMinutes(30);
            return zone.IsInvalidTime(local) || zone.IsInvalidTime(later) || PlaceZone.ToInstant(local, zone) < PlaceZone.ToInstant(later, zone);
        });

    [Test]
    public void TryToInstant_EdgesOfTheCalendar_AreRefusedNotThrown()
    {
        foreach (var zone in Zones.Select(static name => Resolved(name)))
        {
            Assert.That(PlaceZone.TryToInstant(DateTime.MinValue, zone, out _), Is.False);
            Assert.That(PlaceZone.TryToInstant(DateTime.MaxValue, zone, out _), Is.False);
            Assert.That(PlaceZone.TryToInstant(DateTime.MinValue.AddDays(3), zone, out _), Is.True);
            Assert.That(PlaceZone.TryToInstant(DateTime.MaxValue.AddDays(-3), zone, out _), Is.True);
        }
    }

    private static void Check(Func<TimeZoneInfo, DateTime, bool> law)
    {
        // Half of the times fall on days on which some clock changes, so that gaps and repeated hours are met.
        var changes = new[] { new DateTime(2026, 3, 29), new DateTime(2026, 10, 25), new DateTime(2026, 3, 8), new DateTime(2026, 11, 1) };
        var anyDay = Gen.Choose(0, 3650).Select(static days => new DateTime(2022, 1, 1).AddDays(days));
        var input =
            from zone in Gen.Elements(Zones)
            from day in Gen.OneOf(anyDay, Gen.Elements(changes))
            from minute in Gen.Choose(0, 1439)
            select (Zone: Resolved(zone), Local: day.AddMinutes(minute));
        Prop.ForAll(input.ToArbitrary(), item => law(item.Zone, item.Local)).QuickCheckThrowOnFailure();
    }

    private static TimeZoneInfo Resolved(string name) => PlaceZone.Resolve(name, null) ?? throw new InvalidOperationException(name);

    private static DateTimeOffset ToInstant(string local, string zone) =>
        PlaceZone.ToInstant(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), Resolved(zone));

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
