using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Hub.Security.Limits;

namespace Sas.Interop.Hub.Tests.Security.Limits;

/// <summary>A bucket never gives more than its burst and what its rate adds, and always gives that much.</summary>
internal sealed class TokenBucketTests
{
    private const long Frequency = 10_000_000;

    [Test]
    public void TryTake_AnyTimesAndPaces_NeverGivesMoreThanBurstAndRate() => Check.QuickThrowOnFailure(Prop.ForAll(
        Steps(), Gen.Choose(1, 1_000).ToArbitrary(), Gen.Choose(1, 50).ToArbitrary(), static (steps, rate, burst) =>
        {
            var (sut, pace) = (new TokenBucket(), new Pace(rate, burst, Frequency));
            var (now, given) = (1_000_000_000L, 0);
            var start = now;
            foreach (var step in steps)
            {
                now += step;
                given += sut.TryTake(pace, now, out _) ? 1 : 0;
            }

            return given <= burst + ((double)rate * (now - start) / Frequency) + 1e-6;
        }));

    [Test]
    public void TryTake_AfterTheWaitThatItTold_Gives() => Check.QuickThrowOnFailure(Prop.ForAll(
        Steps(), Gen.Choose(1, 1_000).ToArbitrary(), Gen.Choose(1, 50).ToArbitrary(), static (steps, rate, burst) =>
        {
            var (sut, pace) = (new TokenBucket(), new Pace(rate, burst, Frequency));
            var now = 1_000_000_000L;
            return steps.All(step =>
            {
                now += step;
                if (sut.TryTake(pace, now, out var wait))
                {
                    return wait == 0;
                }

                now += wait;
                return wait > 0 && sut.TryTake(pace, now, out _);
            });
        }));

    [Test]
    public void TryTake_AtOnce_GivesTheWholeBurst()
    {
        var (sut, pace) = (new TokenBucket(), new Pace(2, 5, Frequency));

        Assert.That(Enumerable.Range(0, 8).Count(_ => sut.TryTake(pace, 77, out var _)), Is.EqualTo(5));
        Assert.That(sut.TryTake(pace, 77 + (Frequency / 2), out _), Is.True);
    }

    [Test]
    public void TryTake_ByManyThreads_GivesTheBurstAndNoMore()
    {
        var (sut, pace) = (new TokenBucket(), new Pace(1, 1_000, Frequency));
        var given = 0;

        Parallel.For(0, 5_000, _ =>
        {
            if (sut.TryTake(pace, 77, out var _))
            {
                Interlocked.Increment(ref given);
            }
        });

        Assert.That(given, Is.EqualTo(1_000));
    }

    [Test]
    public void TryOwe_MoreThanThereIs_IsGivenOnceAndPaidBeforeTheNext()
    {
        var (sut, pace) = (new TokenBucket(), new Pace(10, 20, Frequency));

        Assert.That(sut.TryOwe(pace, 77, 120, out _), Is.True);
        Assert.That(sut.TryOwe(pace, 77, 1, out var wait), Is.False);
        Assert.That((double)wait / Frequency, Is.EqualTo(10.1).Within(0.001));
        Assert.That(sut.TryOwe(pace, 77 + wait, 1, out _), Is.True);
    }

    [Test]
    public void IsFull_AfterUseAndRest_IsTrueOnlyThen()
    {
        var (sut, pace) = (new TokenBucket(), new Pace(1, 3, Frequency));
        Assert.That(sut.IsFull(77), Is.True);
        sut.TryTake(pace, 77, out _);

        Assert.That(sut.IsFull(77), Is.False);
        Assert.That(sut.IsFull(77 + Frequency), Is.True);
    }

    private static Arbitrary<int[]> Steps() => Gen.Choose(0, (int)Frequency / 5).ArrayOf().ToArbitrary();
}
