using Sas.Interop.Hub.Hosting;
using Sas.Interop.TestKit;

namespace Sas.Interop.Hub.Tests.Hosting;

internal sealed class OffsetTimeProviderTests
{
    [Test]
    public void GetUtcNow_RealTimePasses_MovesAtTheSamePace()
    {
        var real = new ManualTimeProvider(new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero));
        var startAt = new DateTimeOffset(2025, 10, 26, 0, 59, 0, TimeSpan.Zero);
        var sut = new OffsetTimeProvider(startAt, real);
        var fired = 0;
        using var timer = sut.CreateTimer(_ => fired++, null, TimeSpan.FromMinutes(5), Timeout.InfiniteTimeSpan);
        var stamp = sut.GetTimestamp();

        Assert.That(sut.GetUtcNow(), Is.EqualTo(startAt));
        real.Advance(TimeSpan.FromMinutes(5));

        Assert.That(sut.GetUtcNow(), Is.EqualTo(startAt.AddMinutes(5)));
        Assert.That(sut.GetElapsedTime(stamp), Is.EqualTo(TimeSpan.FromMinutes(5)));
        Assert.That(fired, Is.EqualTo(1));
    }
}
