using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Telemetry;
using Sas.Interop.TestKit;

namespace Sas.Interop.Hub.Tests.Telemetry;

/// <summary>Operators are told why a vendor is left alone, not that it is.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class FailureCauseTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 10, 8, 20, 0, TimeSpan.Zero);
    private readonly VendorStatusBoard _board = new(new ManualTimeProvider(Start));

    [SetUp]
    public void Register() => _board.Register("a", 2);

    [TestCase(HubErrorCode.VendorCircuitOpen)]
    [TestCase(HubErrorCode.VendorLocalLimit)]
    public void Record_OnlyAConsequenceIsSeen_NamesTheCauseAsOftenAsItComes(HubErrorCode consequence)
    {
        _board.Record("a", Failed(0, HubErrorCode.VendorBlocked));

        var first = _board.Record("a", Failed(1, consequence));
        var second = _board.Record("a", Failed(0, consequence));

        Assert.That((first.Error?.Code, second.Error?.Code, _board.Find("a")?.LastError?.Code), Is.EqualTo(
            (HubErrorCode.VendorBlocked, HubErrorCode.VendorBlocked, HubErrorCode.VendorBlocked)));
        Assert.That(second.Error?.Detail, Is.EqualTo(first.Error?.Detail), "The sentence does not grow.");
    }

    [Test]
    public void Record_CauseIsOnlySuspectedYet_NamesIt()
    {
        _board.Record("a", Report(0, PollVerdict.Ok, null));
        _board.Suspect("a", Error(HubErrorCode.VendorTimeout));
        _board.Suspect("a", Error(HubErrorCode.VendorCircuitOpen));

        Assert.That(_board.Record("a", Failed(1, HubErrorCode.VendorCircuitOpen)).Error?.Code, Is.EqualTo(HubErrorCode.VendorTimeout));
    }

    [Test]
    public void Suspect_ConsequenceFollowsTheCauseInTheFirstPoll_TheCauseStays()
    {
        _board.Suspect("a", Error(HubErrorCode.VendorUnreachable));
        _board.Suspect("a", Error(HubErrorCode.VendorCircuitOpen));

        Assert.That(_board.Find("a")?.LastError?.Code, Is.EqualTo(HubErrorCode.VendorUnreachable));
    }

    [Test]
    public void Record_VendorRecoveredSince_TheOldCauseIsForgotten()
    {
        _board.Record("a", Failed(0, HubErrorCode.VendorTimeout));
        _board.Record("a", Report(0, PollVerdict.Ok, null));

        Assert.That(_board.Record("a", Failed(1, HubErrorCode.VendorCircuitOpen)).Error?.Code, Is.EqualTo(HubErrorCode.VendorCircuitOpen));
    }

    private static HubError Error(HubErrorCode code) => new(code, "Made by a test.");

    private static PollReport Failed(int partition, HubErrorCode code) => Report(partition, PollVerdict.Failed, Error(code));

    private static PollReport Report(int partition, PollVerdict verdict, HubError? error) => new()
    {
        Partition = partition,
        Verdict = verdict,
        EndedAt = Start,
        Owners = 1,
        OwnersFailed = error is null ? 0 : 1,
        Error = error,
    };
}
