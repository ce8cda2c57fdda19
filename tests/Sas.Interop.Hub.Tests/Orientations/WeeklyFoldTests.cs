using Sas.Interop.Hub.Orientations;
using Sas.Interop.Hub.Persistence.Orientations;

namespace Sas.Interop.Hub.Tests.Orientations;

internal sealed class WeeklyFoldTests
{
    [TestCase("2026-03-01T22:59:59Z", "2026-W09", TestName = "WeekOf_SundayEveningInParis_IsTheWeekThatEnds")]
    [TestCase("2026-03-01T23:00:00Z", "2026-W10", TestName = "WeekOf_MidnightInParis_IsTheNextWeek")]
    [TestCase("2026-07-05T22:00:00Z", "2026-W28", TestName = "WeekOf_MidnightInSummer_IsTheNextWeek")]
    [TestCase("2026-12-31T12:00:00Z", "2026-W53", TestName = "WeekOf_LastDay_IsOfTheOldYear")]
    [TestCase("2025-12-29T12:00:00Z", "2026-W01", TestName = "WeekOf_LastMonday_IsOfTheNewYear")]
    public void WeekOf_Instant_IsTheIsoWeekOfParis(string instant, string week) =>
        Assert.That(WeeklyFold.WeekOf(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo(week));

    [Test]
    public void Take_PageIsFull_EndsBeforeTheNextPractitioner()
    {
        var sut = new WeeklyFold(1);
        var monday = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

        Assert.That(sut.Take(new OrientationMoment("a", monday)), Is.True);
        Assert.That(sut.Take(new OrientationMoment("a", monday.AddDays(1))), Is.True);
        Assert.That(sut.Take(new OrientationMoment("b", monday)), Is.False);

        var page = sut.Finish(isWhole: false);
        Assert.That(page.Items.Select(static item => (item.NationalId, item.Weeks.Single())), Is.EqualTo(new[] { ("a", new WeekCount("2026-W10", 2)) }));
        Assert.That(page.Next, Is.EqualTo("a"));
    }

    [Test]
    public void Finish_NothingTaken_IsAnEmptyLastPage()
    {
        var page = new WeeklyFold(5).Finish(isWhole: true);

        Assert.That(page.Items, Is.Empty);
        Assert.That(page.Next, Is.Null);
    }
}
