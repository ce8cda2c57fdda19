using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Polling;

/// <summary>
/// Polls partitions of one vendor: pulls batch after batch, hands each snapshot to the index as it comes, and reports once at the end. Pulls for callers go the
/// same way.
/// </summary>
internal sealed class PartitionPoller(VendorModel vendor, ISlotSource source, RefreshDesk desk, PollSurroundings surroundings)
{
    private readonly Lock _gate = new();
    private readonly VendorFreshness _freshness =
        new(vendor.Id, vendor.Freshness.StaleAfter, vendor.Freshness.DropAfter, vendor.Freshness.EmptyRunGuard, vendor.BookingPages);

    private readonly TimeSpan _deadline = vendor.Poll.Every * 2 < surroundings.Settings.LongestPull ? vendor.Poll.Every * 2 : surroundings.Settings.LongestPull;
    private readonly TimeSpan _refreshDeadline = surroundings.Settings.LongestRefresh;
    private HashSet<TargetKey>? _linked;
    private volatile bool _closed;

    /// <summary>From now on nothing of this vendor reaches the index: a late answer must not bring back what was forgotten.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
        }
    }

    /// <summary>From now on only these targets reach the index: what is on its way for others must not bring back what the directory gave up.</summary>
    public void Aim(IReadOnlyList<PullTarget> targets)
    {
        var linked = targets.Select(TargetKey.Of).ToHashSet();
        lock (_gate)
        {
            _linked = linked;
        }
    }

    /// <summary>Polls one partition to its end. Never throws.</summary>
    /// <param name="partition">What to poll.</param>
    /// <param name="hold">Told when the vendor wants, or needs, to be left alone.</param>
    /// <param name="lend">Called between two batches, where others may go first.</param>
    /// <param name="cancellationToken">Ends the poll without a report.</param>
    public async Task RunAsync(PollPartition partition, Action<TimeSpan> hold, Func<Task> lend, CancellationToken cancellationToken)
    {
        using var activity = HubActivities.StartPoll(vendor.Id, partition.Index);
        var report = await JudgeAsync(
            partition,
            async tally =>
            {
                for (var i = 0; i < partition.Batches.Count && !tally.CutShort; i++)
                {
                    await (i > 0 ? lend() : Task.CompletedTask);
                    await PullAsync(desk.Claim(partition.Batches[i]), _deadline, tally, hold, cancellationToken);
                }
            },
            cancellationToken);
        if (report is not null)
        {
            surroundings.Observer.Ended(vendor.Id, report);
        }
    }

    /// <summary>Pulls some targets because callers want fresher data. Never throws.</summary>
    /// <param name="claim">What to pull; it is given back at the end.</param>
    /// <param name="hold">Told when the vendor wants, or needs, to be left alone.</param>
    /// <param name="cancellationToken">Ends the pull without a report.</param>
    public async Task RefreshAsync(PullClaim claim, Action<TimeSpan> hold, CancellationToken cancellationToken)
    {
        using var activity = HubActivities.StartRefresh(vendor.Id, claim.Flights.Select(static flight => flight.Trace).FirstOrDefault(static trace => trace is not null));
        var report = await JudgeAsync(
            new PollPartition(PollReport.ForCallers, [claim.Targets]),
            tally => PullAsync(claim, _refreshDeadline, tally, hold, cancellationToken),
            cancellationToken);
        if (report is not null)
        {
            surroundings.Observer.Refreshed(vendor.Id, report);
        }
    }

    /// <returns>What came of the pulls; null when nobody wants to know any more.</returns>
    private async Task<PollReport?> JudgeAsync(PollPartition partition, Func<PollTally, Task> pull, CancellationToken cancellationToken)
    {
        var time = surroundings.Time;
        var started = time.GetTimestamp();
        var tally = new PollTally(partition);
        try
        {
            await pull(tally);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            surroundings.Observer.Cancelled(vendor.Id, partition.Index);
            return null;
        }
        catch (Exception fault)
        {
            // The edge of the poll: a fault in one adapter must not end the polling of its vendor, and must be seen.
            surroundings.Observer.Crashed(vendor.Id, partition.Index, fault);
            tally.GiveUp(new HubError(HubErrorCode.Internal, $"The adapter threw {fault.GetType().Name}."));
        }

        // With other settings the vendor may be well by now: what was seen with the old ones is not reported any more.
        return _closed ? null : tally.Close(time.GetUtcNow(), time.GetElapsedTime(started));
    }

    private async Task PullAsync(PullClaim claim, TimeSpan within, PollTally tally, Action<TimeSpan> hold, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(within, surroundings.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            await claim.Others.WaitAsync(either.Token);
            var request = new PullRequest(claim.Targets, PollWindow.At(surroundings.Time.GetUtcNow(), vendor.Poll.Window));
            await foreach (var result in source.PullAsync(request, either.Token))
            {
                Take(result, tally, hold);
            }
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            var error = new HubError(HubErrorCode.VendorTimeout, $"The poll did not end within {within.TotalSeconds:0.###} s.");
            NoteFailure(error);
            tally.GiveUp(error);
        }
        finally
        {
            surroundings.Observer.RefreshLate(vendor.Id, claim.Flights.Count(flight => flight.IsDeserted && tally.HasAnswered(flight.Target)));
            desk.End(claim);
        }
    }

    private void Take(PullResult result, PollTally tally, Action<TimeSpan> hold)
    {
        if (result.Outcome.IsSuccess)
        {
            if (Apply(result.Target, OwnerDefaults.Complete(result.Outcome.Value, result.Target, surroundings.Directory.Find(result.Target.Owner))) is { } report)
            {
                tally.Applied(result.Target, result.Outcome.Value, report);
            }

            return;
        }

        var error = result.Outcome.Error;
        tally.Failed(error);
        NoteFailure(error);
        if (error.RetryAfter is not null || error.Code == HubErrorCode.VendorCircuitOpen)
        {
            var pause = error.RetryAfter ?? vendor.Limits.BreakerPause;
            hold(pause);
            if (!tally.CutShort)
            {
                tally.GiveUp(error);
                surroundings.Observer.Held(vendor.Id, (tally.VendorError ?? error).Code, pause);
            }
        }
    }

    private void NoteFailure(HubError error)
    {
        if (!_closed)
        {
            surroundings.Observer.TargetFailed(vendor.Id, error);
        }
    }

    private Snapshot Named(Snapshot snapshot) => OwnerCommunities.Complete(snapshot, surroundings.Directory.CommunitiesOf(snapshot.Coverage.Owner));

    private IngestReport? Apply(PullTarget target, Snapshot snapshot)
    {
        lock (_gate)
        {
            var isWanted = !_closed && _linked?.Contains(TargetKey.Of(target)) != false;
            return !isWanted ? null : surroundings.Writer.Apply(_freshness, Named(snapshot), surroundings.Time.GetUtcNow());
        }
    }
}
