using Sas.Interop.Hub.Configuration.Reload;
using Sas.Interop.TestKit;

namespace Sas.Interop.Hub.Tests.Configuration.Reload;

[Parallelizable(ParallelScope.All)]
internal sealed class ReloadGateTests
{
    private readonly ManualTimeProvider _time = new(DateTimeOffset.UnixEpoch);

    [Test]
    public void Admits_ContentStandsStill_OnlyThen()
    {
        var gate = new ReloadGate(_time);
        gate.Settle("a", torn: false);

        Assert.That(gate.Admits("a"), Is.False);
        Assert.That(gate.Admits("b"), Is.False);
        _time.Advance(ReloadGate.Pause / 2);
        Assert.That(gate.Admits("b"), Is.False);
        _time.Advance(ReloadGate.Pause);
        Assert.That(gate.Admits("c"), Is.False, "it changed again");
        _time.Advance(ReloadGate.Pause);
        Assert.That(gate.Admits("c"), Is.True);
    }

    [Test]
    public void Settle_TornContent_WaitsUntilPatienceEnds()
    {
        var gate = new ReloadGate(_time);
        gate.Settle("a", torn: false);
        gate.Admits("torn");
        _time.Advance(ReloadGate.Pause);

        Assert.That(gate.Admits("torn"), Is.True);
        Assert.That(gate.Settle("torn", torn: true), Is.False);
        _time.Advance(ReloadGate.Pause);
        Assert.That(gate.Admits("torn"), Is.False, "the same bytes are not parsed again and again");
        _time.Advance(ReloadGate.Patience);
        Assert.That(gate.Admits("torn"), Is.True);
        Assert.That(gate.Settle("torn", torn: true), Is.True);
        Assert.That(gate.Admits("torn"), Is.False);
        Assert.That(gate.Waiting, Is.False);
    }

    [Test]
    public void Admits_BackToTheJudgedContent_StopsWaiting()
    {
        var gate = new ReloadGate(_time);
        gate.Settle("a", torn: false);
        gate.Admits("b");
        gate.Admits("a");

        Assert.That(gate.Waiting, Is.False);
    }
}
