using System.Globalization;
using System.Text;

using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Availability.Rendering;

namespace Sas.Interop.Hub.Tests.Availability;

internal sealed class InstantFormatTests
{
    private static readonly string[] Zones = ["Europe/Paris", "Indian/Reunion", "America/Cayenne", "Pacific/Tahiti", "Pacific/Wallis", "America/Miquelon"];

    [Test]
    public void Write_AnyInstantInAnyZone_EqualsTheFrameworksFormat()
    {
        var instants = Gen.Zip(Gen.Choose(0, int.MaxValue), Gen.Elements(Zones));
        Prop.ForAll(instants.ToArbitrary(), pair =>
        {
            var seconds = (uint)pair.Item1;
            var zone = TimeZoneInfo.FindSystemTimeZoneById(pair.Item2);
            var expected = TimeZoneInfo.ConvertTime(SlotClock.ToInstant(seconds), zone).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
            var written = new byte[InstantFormat.Length];
            new InstantFormat().Write(seconds, ZoneOffsets.Of(zone).MinutesAt(seconds), written);
            return Encoding.ASCII.GetString(written) == expected;
        }).QuickCheckThrowOnFailure();
    }

    [Test]
    public void Write_ManyInstantsWithOneFormat_EachIsItsOwn()
    {
        var sut = new InstantFormat();
        Prop.ForAll(Gen.Zip(Gen.Choose(0, 1_000_000_000), Gen.Choose(-720, 840)).ToArbitrary(), pair =>
        {
            var expected = SlotClock.ToInstant((uint)pair.Item1).ToOffset(TimeSpan.FromMinutes(pair.Item2));
            var written = new byte[InstantFormat.Length];
            sut.Write((uint)pair.Item1, pair.Item2, written);
            return Encoding.ASCII.GetString(written) == expected.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
        }).QuickCheckThrowOnFailure();
    }

    [TestCase("2026-03-29T00:59:59Z", "2026-03-29T01:59:59.000+01:00")]
    [TestCase("2026-03-29T01:00:00Z", "2026-03-29T03:00:00.000+02:00")]
    [TestCase("2026-10-25T00:59:59Z", "2026-10-25T02:59:59.000+02:00")]
    [TestCase("2026-10-25T01:00:00Z", "2026-10-25T02:00:00.000+01:00")]
    public void Write_AroundClockChanges_CarriesTheTrueParisOffset(string instant, string expected)
    {
        var seconds = SlotClock.ToSeconds(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture));
        var written = new byte[InstantFormat.Length];

        new InstantFormat().Write(seconds, ZoneOffsets.Of(TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")).MinutesAt(seconds), written);

        Assert.That(Encoding.ASCII.GetString(written), Is.EqualTo(expected));
    }
}
