using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Telemetry;
using Sas.Interop.TestKit;

namespace Sas.Interop.Hub.Tests.Telemetry;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class VendorStatusBoardTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 10, 8, 20, 0, TimeSpan.Zero);
    private static readonly HubError Timeout = new(HubErrorCode.VendorTimeout, "Made by a test.");
    private readonly ManualTimeProvider _clock = new(Start);

    [TestCase(new PollVerdict[] { }, VendorState.NeverAnswered, false)]
    [TestCase(new[] { PollVerdict.Ok }, VendorState.NeverAnswered, false)]
    [TestCase(new[] { PollVerdict.Ok, PollVerdict.Ok }, VendorState.Ok, true)]
    [TestCase(new[] { PollVerdict.Ok, PollVerdict.Partial }, VendorState.Ok, true)]
    [TestCase(new[] { PollVerdict.Ok, PollVerdict.OwnersFailed }, VendorState.Ok, true)]
    [TestCase(new[] { PollVerdict.OwnersFailed, PollVerdict.OwnersFailed }, VendorState.Failing, true)]
    [TestCase(new[] { PollVerdict.Ok, PollVerdict.Failed }, VendorState.Failing, true)]
    [TestCase(new[] { PollVerdict.Failed }, VendorState.Failing, true)]
    public void Record_Verdicts_DecideTheState(PollVerdict[] verdicts, VendorState state, bool settled)
    {
        var sut = CreateSut(2);

        for (var partition = 0; partition < verdicts.Length; partition++)
        {
            sut.Record("a", Report(partition, verdicts[partition], 1));
        }

        Assert.That((sut.Find("a")?.State, sut.Find("a")?.Settled), Is.EqualTo((state, settled)));
    }

    [Test]
    public void Record_AnyOrderOfPartitions_LeadsToTheSameStatus()
    {
        var reports = Gen.Choose(0, 3).Zip(Gen.Elements(Enum.GetValues<PollVerdict>())).Zip(Gen.Choose(0, 50)).ListOf();
        var cases = reports.Zip(Gen.Choose(0, int.MaxValue)).ToArbitrary();

        Prop.ForAll(cases, static pair =>
        {
            var (list, seed) = pair;
            var inOrder = list.Select(static item => Report(item.Item1.Item1, item.Item1.Item2, item.Item2)).ToList();

            // Another interleaving that keeps the order within each partition.
            var random = new Random(seed);
            var queues = inOrder.GroupBy(static report => report.Partition).Select(static group => new Queue<PollReport>(group)).ToList();
            var mixed = new List<PollReport>();
            while (queues.Count > 0)
            {
                var queue = queues[random.Next(queues.Count)];
                mixed.Add(queue.Dequeue());
                queues.RemoveAll(static rest => rest.Count == 0);
            }

            return Outcome(inOrder) == Outcome(mixed);
        }).QuickCheckThrowOnFailure();
    }

    [Test]
    public void Record_FailureAndRecovery_CountsInARowAndTellsSinceWhen()
    {
        var sut = CreateSut(1);
        sut.Record("a", Report(0, PollVerdict.Ok, 5));
        _clock.Advance(TimeSpan.FromMinutes(1));
        sut.Record("a", Report(0, PollVerdict.Failed, 0, _clock.GetUtcNow()));
        _clock.Advance(TimeSpan.FromMinutes(1));
        sut.Record("a", Report(0, PollVerdict.Failed, 0, _clock.GetUtcNow()));

        var failing = sut.Find("a");
        Assert.That((failing?.ConsecutiveFailures, failing?.Since, failing?.LastSuccess), Is.EqualTo((2, Start.AddMinutes(1), Start)));

        sut.Record("a", Report(0, PollVerdict.Ok, 7, _clock.GetUtcNow()));
        var well = sut.Find("a");
        Assert.That((well?.ConsecutiveFailures, well?.Slots, well?.State, well?.LastError), Is.EqualTo((0, 7, VendorState.Ok, Timeout)));
    }

    [Test]
    public void Suspect_BeforeTheFirstReport_IsKnownBadUntilOneComes()
    {
        var sut = CreateSut(2);
        sut.Suspect("a", Timeout);
        Assert.That((sut.Find("a")?.State, sut.Find("a")?.Settled, sut.Find("a")?.LastError), Is.EqualTo((VendorState.Failing, true, Timeout)));

        sut.Record("a", Report(0, PollVerdict.Ok, 1));
        sut.Suspect("a", Timeout);

        Assert.That(sut.Find("a")?.State, Is.EqualTo(VendorState.NeverAnswered), "One failure among answers says nothing before its poll ends.");
    }

    [Test]
    public void Register_Again_ForgetsTheOldPartitionsButStaysSettled()
    {
        var sut = CreateSut(1);
        sut.Record("a", Report(0, PollVerdict.Failed, 0));

        sut.Register("a", 2);

        Assert.That((sut.Find("a")?.State, sut.Find("a")?.Settled, sut.Find("a")?.Partitions), Is.EqualTo((VendorState.NeverAnswered, true, 2)));
    }

    [Test]
    public void FlagHeldBack_AndClear_ShowsSinceWhenUnlessTheVendorFails()
    {
        var sut = CreateSut(1);
        sut.Record("a", Report(0, PollVerdict.Ok, 0));
        sut.FlagHeldBack("a", Start.AddMinutes(-3));
        Assert.That((sut.Find("a")?.State, sut.Find("a")?.Since), Is.EqualTo((VendorState.HeldBack, Start.AddMinutes(-3))));

        sut.Record("a", Report(0, PollVerdict.Failed, 0));
        Assert.That(sut.Find("a")?.State, Is.EqualTo(VendorState.Failing));
        sut.Record("a", Report(0, PollVerdict.Ok, 0));
        sut.ClearHeldBack("a");

        Assert.That(sut.Find("a")?.State, Is.EqualTo(VendorState.Ok));
    }

    [Test]
    public void Record_UnknownVendorOrOldPartition_IsIgnored()
    {
        var sut = CreateSut(1);
        sut.Record("a", Report(3, PollVerdict.Failed, 0));
        sut.Record("b", Report(0, PollVerdict.Failed, 0));
        sut.Unregister("c");

        Assert.That(sut.Read().Select(static status => (status.VendorId, status.State)), Is.EqualTo(new[] { ("a", VendorState.NeverAnswered) }));
    }

    private static (VendorState?, bool?, int?, int?, int?) Outcome(List<PollReport> reports)
    {
        var board = new VendorStatusBoard(new ManualTimeProvider(Start));
        board.Register("a", 4);
        reports.ForEach(report => board.Record("a", report));
        var status = board.Find("a");
        return (status?.State, status?.Settled, status?.Slots, status?.Owners, status?.OwnersFailed);
    }

    private static PollReport Report(int partition, PollVerdict verdict, int slots, DateTimeOffset? at = null) => new()
    {
        Partition = partition,
        Verdict = verdict,
        EndedAt = at ?? Start,
        Owners = 2,
        OwnersFailed = verdict == PollVerdict.Ok ? 0 : 1,
        Slots = slots,
        Error = verdict == PollVerdict.Ok ? null : Timeout,
    };

    private VendorStatusBoard CreateSut(int partitions)
    {
        var board = new VendorStatusBoard(_clock);
        board.Register("a", partitions);
        return board;
    }
}
