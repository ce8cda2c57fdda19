using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Adapters.Mapping;

namespace Sas.Interop.Adapters.Tests.Mapping;

[Parallelizable(ParallelScope.All)]
internal sealed class SteadyDayTests
{
    private static readonly string[] Zones = ["Europe/Paris", "America/Miquelon", "Indian/Reunion", "Pacific/Tahiti", "Africa/Casablanca"];

    [Test]
    public void OffsetAt_AnyLocalTime_IsTheZonesOwnOrNone() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var random = new Random(seed);
            var zone = TimeZoneInfo.FindSystemTimeZoneById(Zones[random.Next(Zones.Length)]);
            var local = new DateTime(2025, 1, 1).AddMinutes(random.Next(0, 3 * 366 * 1440));
            return SteadyDay.OffsetAt(local, zone) is not { } offset || (offset == zone.GetUtcOffset(local) && !zone.IsInvalidTime(local) && !zone.IsAmbiguousTime(local));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    [TestCase(2026, 3, 29)]
    [TestCase(2026, 10, 25)]
    public void OffsetAt_DayOfAClockChange_IsNone(int year, int month, int day) =>
        Assert.That(SteadyDay.OffsetAt(new DateTime(year, month, day, 12, 0, 0), TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")), Is.Null);

    [Test]
    public void OffsetAt_EdgesOfTheCalendar_IsNone() => Assert.That(
        new[] { DateTime.MinValue, DateTime.MaxValue }.Select(static local => SteadyDay.OffsetAt(local, TimeZoneInfo.Utc)), Is.All.Null);
}
