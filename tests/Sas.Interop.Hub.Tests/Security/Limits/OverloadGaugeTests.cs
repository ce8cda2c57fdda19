using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Security.Limits;
using Sas.Interop.TestKit;

namespace Sas.Interop.Hub.Tests.Security.Limits;

/// <summary>Under overload work goes in a fixed order, the platform's searches last, and comes back step by step.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class OverloadGaugeTests
{
    private static readonly WorkKind[] Order = [WorkKind.Heavy, WorkKind.Aside, WorkKind.Write, WorkKind.Search];
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(1);
    private readonly ManualTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 7, 0, 0, TimeSpan.Zero));
    private readonly LimitsOptions _options = new() { Overload = new OverloadOptions { RequestsUnderWay = 8, ThreadWait = Late, MemoryShare = 0.9, CalmFor = TimeSpan.FromSeconds(5) } };

    [Test]
    public void TryEnter_EverMoreUnderWay_RefusesKindByKind()
    {
        var sut = CreateSut();
        var lastLetIn = Order.ToDictionary(static kind => kind, static _ => 0);
        for (var underWay = 1; underWay <= 80; underWay++)
        {
            foreach (var kind in Order.Where(sut.TryEnter))
            {
                lastLetIn[kind] = underWay;
                sut.Leave();
            }

            sut.TryEnter(WorkKind.Health);
        }

        Assert.That(lastLetIn.Values, Is.EqualTo(new[] { 8, 16, 32, 64 }));
    }

    [Test]
    public void TryEnter_Refused_CountsNothing()
    {
        var sut = CreateSut();
        for (var i = 0; i < 100; i++)
        {
            sut.TryEnter(WorkKind.Heavy);
        }

        Assert.That(sut.UnderWay, Is.EqualTo(8));
    }

    [TestCase(0.9, 0)]
    [TestCase(1.0, 1)]
    [TestCase(2.1, 2)]
    [TestCase(4.1, 3)]
    [TestCase(8.1, 4)]
    [TestCase(800, 4)]
    public void Sample_WorkWaitsForThreads_RaisesTheLevelWithTheWait(double waits, int level)
    {
        var sut = CreateSut();
        sut.Sample(Late * waits, 0);

        Assert.That(sut.Level, Is.Zero, "one late tick is a pause");
        sut.Sample(Late * waits, 0);
        Assert.That(sut.Level, Is.EqualTo(level));
        Assert.That(Order.Where(sut.TryEnter), Is.EqualTo(Order[level..]));
    }

    [TestCase(0.89, 0)]
    [TestCase(0.9, 1)]
    [TestCase(0.96, 2)]
    [TestCase(1.0, 2)]
    public void Sample_MemoryInUse_KeepsOutVendorsAtMost(double share, int level)
    {
        var sut = CreateSut();

        Assert.That(sut.Sample(TimeSpan.Zero, share), Is.EqualTo((0, level)));
    }

    [Test]
    public void Sample_SignalsFall_LetsKindsInAgainOneByOne()
    {
        var sut = CreateSut();
        sut.Sample(Late * 9, 0);
        sut.Sample(Late * 9, 0);
        var levels = new List<int>();
        for (var second = 0; second < 25; second++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            levels.Add(sut.Sample(TimeSpan.Zero, 0).After);
        }

        Assert.That(levels.Distinct(), Is.EqualTo(new[] { 4, 3, 2, 1, 0 }));
        Assert.That(levels.GroupBy(static level => level).Where(static group => group.Key is > 0 and < 4).Select(static group => group.Count()), Is.All.EqualTo(5));
    }

    [Test]
    public void Sample_SignalStaysJustBelow_KeepsTheLevel()
    {
        var sut = CreateSut();
        sut.Sample(Late, 0);
        sut.Sample(Late, 0);
        for (var second = 0; second < 60; second++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            sut.Sample(Late * 0.9, 0);
        }

        Assert.That(sut.Level, Is.EqualTo(1));
    }

    [Test]
    public void TryEnter_Health_IsAlwaysLetIn()
    {
        var sut = CreateSut();
        sut.Sample(Late * 9, 1);
        sut.Sample(Late * 9, 1);

        Assert.That(sut.TryEnter(WorkKind.Health), Is.True);
    }

    private OverloadGauge CreateSut() => new(Options.Create(_options), _time);
}
