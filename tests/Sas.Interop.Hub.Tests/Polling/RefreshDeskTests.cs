using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Polling;

namespace Sas.Interop.Hub.Tests.Polling;

internal sealed class RefreshDeskTests
{
    private static readonly PullTarget[] Targets = PollSamples.Targets(5);

    [Test]
    public void Ask_TargetIsOnItsWay_IsJoinedAlsoWhenNothingMayQueue()
    {
        var sut = new RefreshDesk(25, 10);
        var claim = sut.Claim([Targets[0]]);

        var order = sut.Ask(Targets[..2], mayQueue: false, Stale);

        Assert.That((order.Joined, order.Refused), Is.EqualTo((1, 1)));
        Assert.That(order.Flights, Is.EqualTo(claim.Flights));
    }

    [Test]
    public void Ask_TargetBecameFreshMeanwhile_IsNeitherPulledNorRefused()
    {
        var sut = new RefreshDesk(25, 10);

        var order = sut.Ask(Targets, mayQueue: true, static target => target == Targets[4]);

        Assert.That((order.Flights.Count, order.Refused), Is.EqualTo((1, 0)));
        Assert.That(sut.Next()?.Targets, Is.EqualTo(new[] { Targets[4] }));
    }

    [Test]
    public void Ask_OneOwnerAtTwoPlaces_AreTwoTargets()
    {
        var sut = new RefreshDesk(25, 10);
        var target = Targets[0] with { Place = new PlaceDetails { Key = "p1" } };

        var order = sut.Ask([target, target with { Place = new PlaceDetails { Key = "p2" } }, target with { DefaultTypes = SlotTypes.Public }], mayQueue: true, Stale);

        Assert.That((order.Joined, order.Refused), Is.EqualTo((1, 0)));
        Assert.That(sut.Next()?.Targets, Has.Count.EqualTo(2));
    }

    [Test]
    public void Next_WishesOfSeveralCallers_ShareAPullInTheOrderInWhichTheyCame()
    {
        var sut = new RefreshDesk(3, 10);
        sut.Ask(Targets[3..4], mayQueue: true, Stale);
        sut.Ask(Targets, mayQueue: true, Stale);

        Assert.That(sut.Next()?.Targets, Is.EqualTo(new[] { Targets[3], Targets[0], Targets[1] }));
        Assert.That(sut.Next()?.Targets, Is.EqualTo(new[] { Targets[2], Targets[4] }));
        Assert.That(sut.Next(), Is.Null);
    }

    [Test]
    public async Task Claim_TargetsAreUnderWay_MayBeginWhenTheyHaveEnded()
    {
        var sut = new RefreshDesk(25, 10);
        sut.Ask(Targets[..2], mayQueue: true, Stale);
        var first = sut.Next();
        var second = sut.Claim(Targets[1..3]);
        var third = sut.Claim(Targets[..3]);
        Assert.That((second.Others.IsCompleted, third.Others.IsCompleted), Is.EqualTo((false, false)));

        sut.End(first ?? throw new InvalidOperationException("Two targets were asked for."));
        await second.Others.WaitAsync(PollSamples.Patience);
        Assert.That(third.Others.IsCompleted, Is.False);
        sut.End(second);
        await third.Others.WaitAsync(PollSamples.Patience);

        Assert.That(sut.Ask(Targets, mayQueue: false, Stale).Joined, Is.EqualTo(3), "The last claim still holds its targets.");
        sut.End(third);
        Assert.That(sut.Ask(Targets, mayQueue: false, Stale).Joined, Is.Zero);
    }

    [Test]
    public void Claim_TargetsQueue_TakesThemAlongAsTheDirectoryNowHasThem()
    {
        var sut = new RefreshDesk(25, 10);
        var order = sut.Ask(Targets[..2], mayQueue: true, Stale);
        var known = Targets[0] with { Keys = new Dictionary<string, string> { ["profile"] = "new" } };

        var claim = sut.Claim([known, known, Targets[2]]);

        Assert.That(claim.Targets, Is.EqualTo(new[] { known, Targets[2] }));
        Assert.That(claim.Others.IsCompletedSuccessfully);
        Assert.That(sut.Next()?.Targets, Is.EqualTo(new[] { Targets[1] }));
        sut.End(claim);
        Assert.That(order.Flights.Select(static flight => flight.Ended.IsCompleted), Is.EqualTo(new[] { true, false }));
    }

    [Test]
    public void Dismiss_SomeQueueAndSomeAreUnderWay_OnlyThoseThatQueueEnd()
    {
        var sut = new RefreshDesk(1, 10);
        var order = sut.Ask(Targets[..3], mayQueue: true, Stale);
        sut.Next();

        Assert.That(sut.Dismiss(), Is.EqualTo(2));
        Assert.That(order.Flights.Select(static flight => flight.Ended.IsCompleted), Is.EqualTo(new[] { false, true, true }));
        Assert.That(sut.Next(), Is.Null);
        Assert.That(sut.Ask(Targets[..3], mayQueue: true, Stale).Joined, Is.EqualTo(1));
    }

    [Test]
    public void Close_EverybodyWaits_AllEndAndNothingIsTakenAnyMore()
    {
        var sut = new RefreshDesk(1, 10);
        var order = sut.Ask(Targets[..2], mayQueue: true, Stale);
        sut.Next();

        sut.Close();

        Assert.That(order.Flights, Has.All.Matches<PullFlight>(static flight => flight.Ended.IsCompletedSuccessfully));
        Assert.That((sut.Next(), sut.Ask(Targets, mayQueue: true, Stale).Refused), Is.EqualTo(((PullClaim?)null, 5)));
    }

    private static bool Stale(PullTarget target) => true;
}
