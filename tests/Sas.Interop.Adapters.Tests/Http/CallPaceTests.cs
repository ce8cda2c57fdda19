using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Adapters.Http;
using Sas.Interop.TestKit;

namespace Sas.Interop.Adapters.Tests.Http;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class CallPaceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly ManualTimeProvider _clock = new(VendorHttpFixture.Start);

    [Test]
    public async Task TakeAsync_BucketIsEmpty_WaitsForTheNextTokenOfTheClock()
    {
        using var sut = new CallPace(2, 10, _clock);
        Assert.That((await sut.TakeAsync(None), await sut.TakeAsync(None)), Is.EqualTo((true, true)), "the tokens of one second");

        var third = sut.TakeAsync(None).AsTask();
        var fourth = sut.TakeAsync(None).AsTask();
        _clock.Advance(TimeSpan.FromMilliseconds(499));
        Assert.That(third.IsCompleted, Is.False);
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.That(await third.WaitAsync(Patience));
        Assert.That(fourth.IsCompleted, Is.False, "Who came first goes first.");
        _clock.Advance(TimeSpan.FromMilliseconds(500));
        Assert.That(await fourth.WaitAsync(Patience));
    }

    [Test]
    public async Task TakeAsync_LongSilence_SavesNoMoreThanOneSecondsTokens()
    {
        using var sut = new CallPace(3, 10, _clock);
        _clock.Advance(TimeSpan.FromDays(1));

        Task<bool>[] calls = [.. Enumerable.Range(0, 5).Select(_ => sut.TakeAsync(None).AsTask())];

        Assert.That(calls.Count(static call => call.IsCompleted), Is.EqualTo(3));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.That(await Task.WhenAll(calls).WaitAsync(Patience), Is.All.True);
    }

    [Test]
    public async Task TakeAsync_WaitingCallerGivesUp_TheNextHasItsTurn()
    {
        using var sut = new CallPace(0.5, 10, _clock);
        await sut.TakeAsync(None);
        using var patience = new CancellationTokenSource();
        var first = sut.TakeAsync(patience.Token).AsTask();
        var second = sut.TakeAsync(None).AsTask();

        await patience.CancelAsync();
        _clock.Advance(TimeSpan.FromSeconds(2));

        Assert.That(async () => await first.WaitAsync(Patience), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(await second.WaitAsync(Patience));
        Assert.That(async () => await sut.TakeAsync(patience.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task TakeAsync_LineIsFull_RefusesAtOnce()
    {
        using var sut = new CallPace(1, 1, _clock);
        await sut.TakeAsync(None);
        var waiting = sut.TakeAsync(None).AsTask();

        Assert.That(await sut.TakeAsync(None), Is.False);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.That(await waiting.WaitAsync(Patience));
    }

    [Test]
    public async Task Dispose_SomebodyWaits_IsRefused()
    {
        var sut = new CallPace(1, 9, _clock);
        await sut.TakeAsync(None);
        var waiting = sut.TakeAsync(None).AsTask();

        sut.Dispose();

        Assert.That(await waiting.WaitAsync(Patience), Is.False);
        Assert.That(await sut.TakeAsync(None), Is.False);
        Assert.That(_clock.WaitingTimers, Is.Zero);
    }

    [Test]
    public void TakeAsync_AnyArrivals_NeverExceedTheRateAndLoseNobody()
    {
        var steps = Gen.Choose(0, 700).Zip(Gen.Choose(0, 3)).ListOf().ToArbitrary();

        Prop.ForAll(Gen.Choose(1, 8).ToArbitrary(), steps, static (perSecond, script) =>
        {
            var clock = new ManualTimeProvider(VendorHttpFixture.Start);
            using var sut = new CallPace(perSecond, int.MaxValue, clock);
            var calls = new List<Task<bool>>();
            var isBounded = true;
            foreach (var (wait, arrivals) in script)
            {
                calls.AddRange(Enumerable.Range(0, arrivals).Select(_ => sut.TakeAsync(CancellationToken.None).AsTask()));
                clock.Advance(TimeSpan.FromMilliseconds(wait));
                var allowed = perSecond + ((clock.GetUtcNow() - VendorHttpFixture.Start).TotalSeconds * perSecond);
                isBounded &= calls.Count(static call => call.IsCompleted) <= allowed + 1e-6;
            }

            clock.Advance(TimeSpan.FromSeconds(calls.Count + 1));
            return isBounded && Task.WhenAll(calls).WaitAsync(Patience).GetAwaiter().GetResult().All(static taken => taken);
        }).QuickCheckThrowOnFailure();
    }
}
