using Microsoft.Extensions.Logging;

using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Polling;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Tests.Polling;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class PartitionPollerTests : IAsyncDisposable
{
    private readonly PollingRig _rig = new();
    private readonly VendorModel _vendor = PollSamples.Vendor("a");
    private readonly List<TimeSpan> _holds = [];

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Test]
    public async Task RunAsync_ResultsStream_EachIsAppliedBeforeTheNextIsRead()
    {
        var source = Source((request, _) => Checked(request));

        var status = await RunAsync(source, targets: 3);

        Assert.That(status.State, Is.EqualTo(VendorState.Ok));
        Assert.That(_rig.Writer.Journal, Has.Count.EqualTo(3));
        Assert.That(Line(EventIds.PollSucceeded).Text, Does.Contain("'a' partition 0: 3 owners, 0 slots, 9 added, 6 removed, 9 dropped"));
        Assert.That(Line(EventIds.PollSucceeded).Level, Is.EqualTo(LogLevel.Information));
    }

    [Test]
    public async Task RunAsync_SomeTargetsFail_IsPartialAndKeepsWhatCame()
    {
        var source = Source(static (request, _) => Each(
            request, static (target, window) => target == 1 ? HubErrorCode.VendorInvalidValue : null));

        var status = await RunAsync(source, targets: 3);

        Assert.That((status.State, status.OwnersFailed, status.LastError?.Code), Is.EqualTo((VendorState.Ok, 1, HubErrorCode.VendorInvalidValue)));
        Assert.That(_rig.Writer.Journal, Has.Count.EqualTo(2));
        Assert.That(Line(EventIds.PollPartlyFailed).Text, Does.Contain("failed for 1 of 3 owners").And.Contain("VendorInvalidValue"));
        Assert.That(Line(EventIds.PollPartlyFailed).Level, Is.EqualTo(LogLevel.Warning));
    }

    [Test]
    public async Task RunAsync_TargetsAreUnknown_BlamesTheOwners()
    {
        var source = Source(static (request, _) => Each(request, static (_, _) => HubErrorCode.VendorUnknownTarget));

        await RunAsync(source, targets: 2);

        Assert.That(Line(EventIds.PollFailed).Text, Does.Contain("failed for 2 of 2 owners").And.Contain("VendorUnknownTarget"));
    }

    [TestCase(HubErrorCode.VendorThrottled, 90)]
    [TestCase(HubErrorCode.VendorCircuitOpen, 60)]
    public async Task RunAsync_VendorWantsToBeLeftAlone_HoldsAndSkipsTheOtherBatches(HubErrorCode code, int seconds)
    {
        TimeSpan? asked = code == HubErrorCode.VendorThrottled ? TimeSpan.FromSeconds(seconds) : null;
        var source = Source((request, _) => request.Targets.Select(target => PollSamples.Failure(target, code, asked)).ToAsyncEnumerable());
        var partition = new PollPartition(0, [PollSamples.Targets(3), PollSamples.Targets(3)]);

        var status = await RunAsync(source, partition);

        Assert.That(_holds, Is.Not.Empty.And.All.EqualTo(TimeSpan.FromSeconds(seconds)));
        Assert.That(_rig.Logs.Lines.Count(static line => line.Id == EventIds.VendorHeld), Is.EqualTo(1));
        Assert.That((status.State, status.LastError?.Code), Is.EqualTo((VendorState.Failing, code)));
        Assert.That((await source.NextPullAsync()).Targets, Has.Count.EqualTo(3));
        Assert.That(source.HasPull(), Is.False);
    }

    [Test]
    public async Task RunAsync_CircuitOpensMeanwhile_ReportsWhatOpenedIt()
    {
        var source = Source(static (request, _) => Each(
            request, static (target, _) => target == 0 ? HubErrorCode.VendorBlocked : HubErrorCode.VendorCircuitOpen));

        var status = await RunAsync(source, targets: 3);

        Assert.That((status.State, status.LastError?.Code), Is.EqualTo((VendorState.Failing, HubErrorCode.VendorBlocked)));
        Assert.That(Line(EventIds.PollFailed).Text, Does.Contain("VendorBlocked").And.Not.Contain("VendorCircuitOpen"));
        Assert.That(Line(EventIds.VendorHeld).Text, Does.Contain("VendorBlocked"));
    }

    [Test]
    public async Task RunAsync_VendorTrickles_EndsAtTheDeadlineAndKeepsWhatCame()
    {
        var source = Source(static (request, token) => Trickle(request, token));
        var partition = new PollPartition(0, [PollSamples.Targets(2), PollSamples.Targets(2)]);
        _rig.Board.Register("a", 1);
        var polling = CreateSut(source).RunAsync(partition, _holds.Add, static () => Task.CompletedTask, CancellationToken.None);
        await _rig.Writer.NextAppliedAsync();

        _rig.Clock.Advance(PollSamples.Every * 2);
        await polling.WaitAsync(PollSamples.Patience);

        var status = _rig.Board.Find("a");
        Assert.That((status?.State, status?.LastError?.Code), Is.EqualTo((VendorState.Failing, HubErrorCode.VendorTimeout)));
        Assert.That(Line(EventIds.PollFailed).Text, Does.Contain("failed for 3 of 4 owners"));
    }

    [Test]
    public async Task RunAsync_AdapterThrows_IsReportedWithoutItsMessage()
    {
        var source = Source(static (_, _) => throw new FormatException("Dr Invented, +33199000001"));

        var status = await RunAsync(source, targets: 1);

        Assert.That((status.State, status.LastError?.Code), Is.EqualTo((VendorState.Failing, HubErrorCode.Internal)));
        Assert.That(Line(EventIds.PollCrashed).Text, Does.Contain("FormatException").And.Contain(nameof(PartitionPollerTests)));
        Assert.That(_rig.Logs.Lines.Select(static line => line.Text), Has.None.Contains("Invented"));
    }

    [Test]
    public async Task RunAsync_AdapterForgetsTargets_IsNotASuccess()
    {
        var source = Source(static (request, _) => new[] { PollSamples.Answer(request.Targets[0], request.Window) }.ToAsyncEnumerable());

        var status = await RunAsync(source, targets: 2);

        Assert.That((status.OwnersFailed, status.LastError?.Code), Is.EqualTo((1, HubErrorCode.Internal)));
    }

    [Test]
    public async Task RunAsync_FirstFailureOfAHungVendor_IsKnownBeforeThePollEnds()
    {
        var source = Source(static (request, token) => FailThenHang(request, token));
        _rig.Board.Register("a", 1);
        using var stop = new CancellationTokenSource();

        var polling = CreateSut(source).RunAsync(new PollPartition(0, [PollSamples.Targets(2)]), _holds.Add, static () => Task.CompletedTask, stop.Token);

        var status = await _rig.UntilAsync("a", static s => s.State == VendorState.Failing);
        Assert.That((status.Settled, polling.IsCompleted), Is.EqualTo((true, false)));
        await stop.CancelAsync();
        await polling.WaitAsync(PollSamples.Patience);
        Assert.That(_rig.Logs.Lines.Any(static line => line.Id == EventIds.PollCancelled));
    }

    private static async IAsyncEnumerable<PullResult> Trickle(
        PullRequest request, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return PollSamples.Answer(request.Targets[0], request.Window);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
    }

    private static async IAsyncEnumerable<PullResult> FailThenHang(
        PullRequest request, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return PollSamples.Failure(request.Targets[0], HubErrorCode.VendorTimeout);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
    }

    private static IAsyncEnumerable<PullResult> Each(PullRequest request, Func<int, TimeWindow, HubErrorCode?> fail) =>
        request.Targets
            .Select((target, index) => fail(index, request.Window) is { } code ? PollSamples.Failure(target, code) : PollSamples.Answer(target, request.Window))
            .ToAsyncEnumerable();

    private async IAsyncEnumerable<PullResult> Checked(PullRequest request)
    {
        foreach (var target in request.Targets)
        {
            yield return PollSamples.Answer(target, request.Window);
            var applied = await _rig.Writer.NextAppliedAsync();
            Assert.That(applied.Snapshot.Coverage.Owner, Is.EqualTo(target.Owner));
        }
    }

    private static ScriptedAdapter Source(Func<PullRequest, CancellationToken, IAsyncEnumerable<PullResult>> script)
    {
        var context = new VendorContext
        {
            VendorId = "a",
            BaseUrl = new Uri("https://vendor.invalid/"),
            Options = default,
            Limits = new VendorLimits(),
            Transport = new HttpMessageInvoker(new TestKit.ScriptedHttpHandler()),
            Time = TimeProvider.System,
            Jitter = static () => 0,
        };
        return new ScriptedAdapter(context) { Script = script };
    }

    private (int Id, LogLevel Level, string Text) Line(int id) => _rig.Logs.Lines.Single(line => line.Id == id);

    private Task<VendorStatus> RunAsync(ScriptedAdapter source, int targets) => RunAsync(source, new PollPartition(0, [PollSamples.Targets(targets)]));

    private async Task<VendorStatus> RunAsync(ScriptedAdapter source, PollPartition partition)
    {
        _rig.Board.Register("a", 1);
        await CreateSut(source).RunAsync(partition, _holds.Add, static () => Task.CompletedTask, CancellationToken.None).WaitAsync(PollSamples.Patience);
        return _rig.Board.Find("a") ?? throw new InvalidOperationException("The vendor was registered above.");
    }

    private PartitionPoller CreateSut(ScriptedAdapter source) => new(_vendor, source, new RefreshDesk(25, 100), _rig.Surroundings);
}
