using System.Globalization;

using Sas.Interop.Adapters.Http;

namespace Sas.Interop.Adapters.Tests.Http;

internal sealed class AnswerCacheTests
{
    [Test]
    public void Store_OverTheBound_DropsTheLeastRecentlyUsed()
    {
        var cache = new AnswerCache(4000);
        cache.Store(Entry("a", 600));
        cache.Store(Entry("b", 600));
        cache.Store(Entry("c", 600));
        cache.Find("a");

        cache.Store(Entry("d", 600));

        Assert.That(cache.Find("b"), Is.Null);
        Assert.That(new[] { "a", "c", "d" }.Select(cache.Find), Is.All.Not.Null);
    }

    [Test]
    public void Store_MoreThanHalfTheBound_IsNotKeptAndDropsTheOldAnswer()
    {
        var cache = new AnswerCache(4000);
        cache.Store(Entry("a", 100));

        cache.Store(Entry("a", 3000));

        Assert.That(cache.Find("a"), Is.Null);
    }

    [Test]
    public void Store_SameKeyAgain_CountsItOnce()
    {
        var cache = new AnswerCache(4000);
        cache.Store(Entry("a", 600));
        for (var i = 0; i < 100; i++)
        {
            cache.Store(Entry("b", 600));
        }

        Assert.That(cache.Find("a"), Is.Not.Null);
    }

    [Test]
    public void Store_ManyTinyAnswers_StayWithinTheBound()
    {
        var cache = new AnswerCache(100_000);
        for (var i = 0; i < 1000; i++)
        {
            cache.Store(Entry(Name(i), 2));
        }

        var kept = Enumerable.Range(0, 1000).Count(i => cache.Find(Name(i)) is not null);

        Assert.That(kept, Is.InRange(100, 200));
        Assert.That(cache.Find(Name(999)), Is.Not.Null);
    }

    [Test]
    public void Forget_Known_FreesItsBytes()
    {
        var cache = new AnswerCache(4000);
        cache.Store(Entry("a", 1000));
        cache.Store(Entry("b", 1000));

        cache.Forget("a");
        cache.Forget("a");
        cache.Store(Entry("c", 1000));

        Assert.That(cache.Find("a"), Is.Null);
        Assert.That(cache.Find("b"), Is.Not.Null);
        Assert.That(cache.Find("c"), Is.Not.Null);
    }

    private static string Name(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static AnswerCache.Entry Entry(string key, int bytes) => new(key, new byte[bytes], null, null, DateTimeOffset.MinValue);
}
