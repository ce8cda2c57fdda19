using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Polling;

/// <summary>Polls partitions of one vendor: pulls batch after batch, hands each snapshot to the index as it comes, and reports once at the end.</summary>
internal sealed class PartitionPoller(VendorModel vendor, ISlotSource source, PollSurroundings surroundings)
{
    private readonly Lock _gate = new();
    private readonly VendorFreshness _freshness =
        new(vendor.Id, vendor.Freshness.StaleAfter, vendor.Freshness.DropAfter, vendor.Freshness.EmptyRunGuard);

    private readonly TimeSpan _deadline = vendor.Poll.Every * 2 < surroundings.Settings.LongestPull ? vendor.Poll.Every * 2 : surroundings.Settings.LongestPull;
    private volatile bool _closed;

    /// <summary>From now on nothing of this vendor reaches the index: a late answer must not bring back what was forgotten.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
        }
    }

    /// <summary>Polls one partition to its end. Never throws.</summary>
    /// <param name="partition">What to poll.</param>
    /// <param name="hold">Told when the vendor wants, or needs, to be left alone.</param>
    /// <param name="cancellationToken">Ends the poll without a report.</param>
    public async Task RunAsync(PollPartition partition, Action<TimeSpan> hold, CancellationToken cancellationToken)
    {
        var time = surroundings.Time;
        var started = time.GetTimestamp();
        var tally = new PollTally(partition);
        using var activity = HubActivities.StartPoll(vendor.Id, partition.Index);
        try
        {
            foreach (var batch in partition.Batches)
            {
                await PullAsync(batch, tally, hold, cancellationToken);
                if (tally.CutShort)
                {
                    break;
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            surroundings.Observer.Cancelled(vendor.Id, partition.Index);
            return;
        }
        catch (Exception fault)
        {
            // The edge of the poll: a fault in one adapter must not end the polling of its vendor, and must be seen.
            surroundings.Observer.Crashed(vendor.Id, partition.Index, fault);
            tally.GiveUp(new HubError(HubErrorCode.Internal, $"The adapter threw {fault.GetType().Name}."));
        }

        // With other settings the vendor may be well by now: what was seen with the old ones is not reported any more.
        if (!_closed)
        {
            surroundings.Observer.Ended(vendor.Id, tally.Close(time.GetUtcNow(), time.GetElapsedTime(started)));
        }
    }

    private async Task PullAsync(IReadOnlyList<PullTarget> batch, PollTally tally, Action<TimeSpan> hold, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(_deadline, surroundings.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var request = new PullRequest(batch, PollWindow.At(surroundings.Time.GetUtcNow(), vendor.Poll.Window));
        try
        {
            await foreach (var result in source.PullAsync(request, either.Token))
            {
                Take(result, tally, hold);
            }
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            var error = new HubError(HubErrorCode.VendorTimeout, $"The poll did not end within {_deadline.TotalSeconds:0.###} s.");
            NoteFailure(error);
            tally.GiveUp(error);
        }
    }

    private void Take(PullResult result, PollTally tally, Action<TimeSpan> hold)
    {
        if (result.Outcome.IsSuccess)
        {
            if (Apply(OwnerDefaults.Complete(result.Outcome.Value, result.Target)) is { } report)
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

    private IngestReport? Apply(Snapshot snapshot)
    {
        lock (_gate)
        {
            return _closed ? null : surroundings.Writer.Apply(_freshness, snapshot, surroundings.Time.GetUtcNow());
        }
    }
}
