using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Hub.Polling;

namespace Sas.Interop.Hub.Tests.Polling;

internal sealed class PollWindowTests
{
    [Test]
    public void At_AnyMoment_IsTheSmallestWindowOfWholeHoursAround()
    {
        var moments = Gen.Choose(0, 200_000_000).Select(static seconds => PollSamples.Start.AddSeconds(seconds).AddTicks(seconds % 7));
        var lengths = Gen.Choose(0, 60 * 24 * 30).Select(static minutes => TimeSpan.FromMinutes(minutes));
        var cases = moments.Zip(lengths).ToArbitrary();

        Prop.ForAll(cases, static pair =>
        {
            var (now, ahead) = pair;
            var window = PollWindow.At(now, ahead);
            return window.From <= now && now - window.From < TimeSpan.FromHours(1)
                && window.To >= now + ahead && window.To - (now + ahead) < TimeSpan.FromHours(1)
                && window.From.Ticks % TimeSpan.TicksPerHour == 0 && window.To.Ticks % TimeSpan.TicksPerHour == 0;
        }).QuickCheckThrowOnFailure();
    }

    [Test]
    public void At_OnTheHour_AddsNothing()
    {
        var noon = new DateTimeOffset(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

        var window = PollWindow.At(noon, TimeSpan.FromHours(2));

        Assert.That((window.From, window.To), Is.EqualTo((noon, noon.AddHours(2))));
    }
}
