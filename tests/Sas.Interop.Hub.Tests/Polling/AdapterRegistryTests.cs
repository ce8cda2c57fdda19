using Microsoft.Extensions.Logging;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Security;
using Sas.Interop.Hub.Security.Tls;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Tests.Polling;

internal sealed class AdapterRegistryTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Test]
    public async Task OnChangedAsync_VendorsAdded_EveryPartitionIsPolledAtOnce()
    {
        await using var rig = new PollingRig();
        await rig.Registry.OnChangedAsync(PollSamples.Added(PollSamples.Vendor("a"), PollSamples.Vendor("b")), None);

        var pulls = await rig.Adapters.Latest("a").NextPullsAsync(3);
        var status = await rig.UntilAsync("a", static s => s.State == VendorState.Ok);
        await rig.UntilAsync("b", static s => s.State == VendorState.Ok);

        Assert.That(
            pulls.SelectMany(static pull => pull.Targets).Select(static target => target.Owner),
            Is.EquivalentTo(PollSamples.Targets(3).Select(static target => target.Owner)));
        Assert.That(pulls[0].Window.From, Is.EqualTo(new DateTimeOffset(2026, 3, 10, 8, 0, 0, TimeSpan.Zero)));
        Assert.That(pulls[0].Window.To, Is.EqualTo(new DateTimeOffset(2026, 3, 12, 9, 0, 0, TimeSpan.Zero)));
        Assert.That((status.Partitions, status.Owners, status.Dropped), Is.EqualTo((3, 3, 9)));
        Assert.That(rig.Timetable.Triggers["a"], Is.EqualTo(3));
        Assert.That(rig.Logs.Lines.Count(static line => line.Id == EventIds.PollSucceeded && line.Text.Contains("'a'", StringComparison.Ordinal)), Is.EqualTo(3));
    }

    [Test]
    public async Task Request_TriggerFires_PollsAfterItsJitter()
    {
        await using var rig = new PollingRig();
        await rig.Registry.OnChangedAsync(PollSamples.Added(PollSamples.Vendor("a", jitter: 0.2)), None);
        var adapter = rig.Adapters.Latest("a");
        await adapter.NextPullsAsync(3);
        await rig.UntilAsync("a", static s => s.State == VendorState.Ok);
        await AskUntilAcceptedAsync(rig, "a", 1);

        // Half of a fifth of a minute.
        rig.Clock.Advance(TimeSpan.FromSeconds(5.9));
        Assert.That(adapter.HasPull(), Is.False);
        rig.Clock.Advance(TimeSpan.FromSeconds(0.2));

        var pull = await adapter.NextPullAsync();
        Assert.That(pull.Targets.Single().Owner, Is.EqualTo(PollSamples.Target(2).Owner));
    }

    [Test]
    public async Task OnChangedAsync_OnlyTrustChanged_ThePullUnderWayGoesOn()
    {
        await using var rig = new PollingRig();
        rig.Adapters.Prepare = static (_, adapter) => adapter.Script = ScriptedAdapter.Hang;
        var vendor = PollSamples.Vendor("a");
        await rig.Registry.OnChangedAsync(PollSamples.Added(vendor), None);
        var adapter = rig.Adapters.Latest("a");
        await adapter.NextPullAsync();

        await rig.Registry.OnChangedAsync(PollSamples.Changed(vendor with { Tls = new TlsMaterial { Stamp = "renewed" } }), None);

        Assert.That(rig.Adapters.Latest("a"), Is.SameAs(adapter));
        Assert.That(adapter.Disposed.IsCompleted, Is.False);
        Assert.That(rig.Logs.Lines.Select(static line => line.Id), Does.Contain(EventIds.VendorTrustRenewed));
    }

    [Test]
    public async Task OnChangedAsync_FewerBookingHosts_WhatCameInByTheOldRuleIsForgotten()
    {
        await using var rig = new PollingRig();
        var vendor = PollSamples.Vendor("a") with { BookingPages = BookingRule.Of("a.example", "b.example") };
        await rig.Registry.OnChangedAsync(PollSamples.Added(vendor), None);

        await rig.Registry.OnChangedAsync(PollSamples.Changed(vendor with { BookingPages = BookingRule.Of("a.example", "b.example", "c.example"), Fingerprint = "2" }), None);
        Assert.That(rig.Writer.Journal, Does.Not.Contain("forget a"));
        await rig.Registry.OnChangedAsync(PollSamples.Changed(vendor with { BookingPages = BookingRule.Of("a.example"), Fingerprint = "3" }), None);

        Assert.That(rig.Writer.Journal, Does.Contain("forget a"));
    }

    [Test]
    public async Task OnChangedAsync_OneVendorHangs_OthersArePolledAgainAndAgain()
    {
        await using var rig = new PollingRig();
        rig.Adapters.Prepare = static (id, adapter) => adapter.Script = id == "hung" ? ScriptedAdapter.Hang : adapter.Script;
        await rig.Registry.OnChangedAsync(PollSamples.Added(PollSamples.Vendor("hung", concurrency: 1), PollSamples.Vendor("well", concurrency: 1)), None);
        await rig.Adapters.Latest("hung").NextPullAsync();
        await rig.Adapters.Latest("well").NextPullsAsync(3);
        await rig.UntilAsync("well", static s => s.State == VendorState.Ok);

        for (var round = 0; round < 20; round++)
        {
            rig.Registry.Request("hung", round % 3);
            await AskUntilAcceptedAsync(rig, "well", round % 3);
            await rig.Adapters.Latest("well").NextPullAsync();
        }

        Assert.That(rig.Adapters.Latest("hung").HasPull(), Is.False, "A hung vendor has one poll under way and no more.");
        Assert.That(rig.Board.Find("hung")?.State, Is.EqualTo(VendorState.NeverAnswered));
    }

    [Test]
    public async Task OnChangedAsync_HungVendorPassesItsDeadline_IsKnownBadAndPolledAgain()
    {
        await using var rig = new PollingRig();
        rig.Directory.Targets["hung"] = PollSamples.Targets(1);
        rig.Adapters.Prepare = static (_, adapter) => adapter.Script = ScriptedAdapter.Hang;
        await rig.Registry.OnChangedAsync(PollSamples.Added(PollSamples.Vendor("hung")), None);
        await rig.Adapters.Latest("hung").NextPullAsync();
        await PollSamples.UntilAsync(() => rig.Clock.WaitingTimers >= 1);

        rig.Clock.Advance(PollSamples.Every * 2);

        var status = await rig.UntilAsync("hung", static s => s.State == VendorState.Failing);
        Assert.That(status.LastError?.Code, Is.EqualTo(HubErrorCode.VendorTimeout));
        Assert.That(status.Settled);
        await AskUntilAcceptedAsync(rig, "hung", 0);
        await rig.Adapters.Latest("hung").NextPullAsync();
    }

    [Test]
    public async Task OnChangedAsync_VendorChanged_NewAdapterPollsAndOldIsDisposed()
    {
        await using var rig = new PollingRig();
        await rig.Registry.OnChangedAsync(PollSamples.Added(PollSamples.Vendor("a")), None);
        await rig.Adapters.Latest("a").NextPullsAsync(3);

        await rig.Registry.OnChangedAsync(PollSamples.Changed(PollSamples.Vendor("a", fingerprint: "2")), None);

        await rig.Adapters.Latest("a").NextPullsAsync(3);
        await rig.Adapters.All("a")[0].Disposed.WaitAsync(PollSamples.Patience);
        Assert.That(rig.Adapters.All("a"), Has.Count.EqualTo(2));
        Assert.That(rig.Registry.Find("a"), Is.SameAs(rig.Adapters.Latest("a")));
        Assert.That(rig.Writer.Journal, Has.None.EqualTo("forget a"));
        Assert.That(
            async () => await rig.Adapters.All("a")[0].Context.Transport.SendAsync(new HttpRequestMessage(), None),
            Throws.InstanceOf<ObjectDisposedException>().After(20_000, 10));
    }

    [Test]
    public async Task OnChangedAsync_VendorRemovedWhileItAnswers_NothingIsAppliedAfterForget()
    {
        await using var rig = new PollingRig();

        // The answer comes at the worst moment: inside the call that forgets the vendor, on its thread.
        var release = new TaskCompletionSource();
        rig.Writer.Forgetting = () => release.TrySetResult();
        rig.Directory.Targets["a"] = PollSamples.Targets(1);
        rig.Adapters.Prepare = (_, adapter) => adapter.Script = (request, _) => LateAnswer(request, release.Task);
        await rig.Registry.OnChangedAsync(PollSamples.Added(PollSamples.Vendor("a")), None);
        var adapter = rig.Adapters.Latest("a");
        await adapter.NextPullAsync();

        await rig.Registry.OnChangedAsync(PollSamples.Removed("a"), None);
        await adapter.Disposed.WaitAsync(PollSamples.Patience);
        rig.Registry.Request("a", 0);

        Assert.That(rig.Writer.Journal, Is.EqualTo(new[] { "forget a" }));
        Assert.That(rig.Board.Find("a"), Is.Null);
        Assert.That(rig.Registry.Find("a"), Is.Null);
        Assert.That(rig.Timetable.Triggers["a"], Is.Zero);
        Assert.That(adapter.HasPull(), Is.False);
    }

    [Test]
    public async Task OnChangedAsync_DirectoryChanged_NewTargetsArePolledWithTheSameAdapter()
    {
        await using var rig = new PollingRig();
        await rig.Registry.OnChangedAsync(PollSamples.Added(PollSamples.Vendor("a")), None);
        await rig.Adapters.Latest("a").NextPullsAsync(3);
        await rig.UntilAsync("a", static s => s.State == VendorState.Ok);

        rig.Directory.Targets["a"] = [PollSamples.Target(77)];
        await rig.Registry.OnChangedAsync(new VendorCatalogChange([], [], [], true), None);

        var pull = await rig.Adapters.Latest("a").NextPullAsync();
        Assert.That(pull.Targets.Single().Owner, Is.EqualTo(PollSamples.Target(77).Owner));
        Assert.That(rig.Writer.Retained["a"], Is.EqualTo(rig.Directory.Targets["a"]), "who is no longer linked is forgotten");
        Assert.That(rig.Adapters.All("a"), Has.Count.EqualTo(1));
        Assert.That(rig.Timetable.Triggers["a"], Is.EqualTo(1));
    }

    [Test]
    public async Task OnChangedAsync_AdapterCannotBeMade_OthersStartAndCulpritIsNamed()
    {
        await using var rig = new PollingRig();
        rig.Adapters.Prepare = static (id, _) =>
        {
            if (id == "broken")
            {
                throw new InvalidOperationException("Made by a test.");
            }
        };

        await rig.Registry.OnChangedAsync(PollSamples.Added(PollSamples.Vendor("broken"), PollSamples.Vendor("well")), None);

        await rig.UntilAsync("well", static s => s.State == VendorState.Ok);
        var report = ReadyReport.From(rig.Board);
        Assert.That(report.Culprits, Is.EqualTo(new[] { "broken" }));
        Assert.That(report.Status, Is.EqualTo("degraded"));
        Assert.That(rig.Logs.Lines.Any(static line => line.Id == EventIds.VendorNotStarted && line.Level == LogLevel.Error));
    }

    [Test]
    public async Task OnChangedAsync_TimetableFailsForOneVendor_TheChangeIsFollowedForTheOthers()
    {
        await using var rig = new PollingRig();
        rig.Timetable.Fails = "broken";

        await rig.Registry.OnChangedAsync(PollSamples.Added(PollSamples.Vendor("broken"), PollSamples.Vendor("well")), None);
        await rig.UntilAsync("well", static s => s.State == VendorState.Ok);
        await rig.Registry.OnChangedAsync(new VendorCatalogChange([], [], ["broken", "well"], false), None);

        Assert.That(rig.Board.Read(), Is.Empty);
        Assert.That(rig.Timetable.Triggers["well"], Is.Zero);
        Assert.That(rig.Logs.Lines.Count(static line => line.Id == EventIds.VendorNotStarted), Is.EqualTo(2));
    }

    [Test]
    public async Task OnChangedAsync_PushOnlyVendor_IsIdleAndNeverPolled()
    {
        await using var rig = new PollingRig();
        var vendor = PollSamples.Vendor("pushes") with { Capabilities = VendorCapabilities.Push };

        await rig.Registry.OnChangedAsync(PollSamples.Added(vendor), None);
        rig.Registry.Request("pushes", 0);

        Assert.That(rig.Board.Find("pushes")?.State, Is.EqualTo(VendorState.Idle));
        Assert.That(rig.Timetable.Triggers["pushes"], Is.Zero);
        Assert.That(rig.Adapters.Latest("pushes").HasPull(), Is.False);
        Assert.That(ReadyReport.From(rig.Board).Status, Is.EqualTo("ready"));
    }

    [Test]
    public async Task StopAsync_VendorsHang_CancelsThemAllAndStartsNoMore()
    {
        await using var rig = new PollingRig();
        rig.Adapters.Prepare = static (_, adapter) => adapter.Script = ScriptedAdapter.Hang;
        await rig.Registry.OnChangedAsync(PollSamples.Added(PollSamples.Vendor("a"), PollSamples.Vendor("b")), None);
        await rig.Adapters.Latest("a").NextPullAsync();

        await rig.StopAsync().WaitAsync(PollSamples.Patience);
        await rig.Registry.OnChangedAsync(PollSamples.Added(PollSamples.Vendor("c")), None);

        Assert.That(rig.Adapters.Latest("a").Disposed.IsCompletedSuccessfully);
        Assert.That(rig.Adapters.Latest("b").Disposed.IsCompletedSuccessfully);
        Assert.That(rig.Registry.Find("c"), Is.Null);
    }

    /// <summary>The turn of a partition is free only a moment after its poll was reported; asks until the request is taken.</summary>
    private static async Task AskUntilAcceptedAsync(PollingRig rig, string vendorId, int partition)
    {
        using var patience = new CancellationTokenSource(PollSamples.Patience);
        while (true)
        {
            var merged = rig.Logs.Lines.Count(static line => line.Id == EventIds.PollMerged);
            rig.Registry.Request(vendorId, partition);
            if (rig.Logs.Lines.Count(static line => line.Id == EventIds.PollMerged) == merged)
            {
                return;
            }

            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>An adapter that does not listen to its token.</summary>
    private static async IAsyncEnumerable<Contracts.Adapters.PullResult> LateAnswer(Contracts.Adapters.PullRequest request, Task release)
    {
        await release;
        yield return PollSamples.Answer(request.Targets[0], request.Window);
    }
}
