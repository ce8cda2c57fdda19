using System.Diagnostics;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Polling;

/// <summary>Tells what happens to polls wherever somebody looks: log, status board, meters.</summary>
internal sealed class PollObserver(VendorStatusBoard board, HubMeters meters, ILogger<PollObserver> logger)
{
    public void Ended(string vendorId, PollReport reported)
    {
        var report = board.Record(vendorId, reported);
        meters.PollEnded(vendorId, report);
        switch (report.Verdict)
        {
            case PollVerdict.Ok:
                logger.PollSucceeded(vendorId, report);
                break;
            case PollVerdict.Partial:
                logger.PollPartlyFailed(vendorId, report);
                break;
            default:
                logger.PollFailed(vendorId, report);
                break;
        }
    }

    public void Refreshed(string vendorId, PollReport reported)
    {
        var report = board.RecordRefresh(vendorId, reported);
        meters.RefreshEnded(vendorId, report);
        if (report.Verdict == PollVerdict.Failed)
        {
            logger.RefreshFailed(vendorId, report);
        }
        else
        {
            logger.RefreshEnded(vendorId, report);
        }
    }

    public void RefreshOrdered(string vendorId, RefreshOrder order, RefreshRefusal cause)
    {
        if (order.Joined > 0)
        {
            meters.RefreshJoined(vendorId, order.Joined);
        }

        RefreshRefused(vendorId, order.Refused, cause);
    }

    public void RefreshRefused(string vendorId, int targets, RefreshRefusal cause)
    {
        if (targets > 0)
        {
            meters.RefreshRefused(vendorId, targets, cause.ToString());
            logger.RefreshRefused(vendorId, targets, cause);
        }
    }

    public void RefreshLate(string vendorId, int targets)
    {
        if (targets > 0)
        {
            meters.RefreshLate(vendorId, targets);
            logger.RefreshLate(vendorId, targets);
        }
    }

    public void TargetFailed(string vendorId, HubError error)
    {
        meters.TargetFailed(vendorId, error.Code.ToString());
        if (!PollTally.IsOwnersFault(error.Code))
        {
            board.Suspect(vendorId, error);
        }
    }

    public void Merged(string vendorId, int partition)
    {
        meters.PollMerged(vendorId);
        logger.PollMerged(vendorId, partition);
    }

    public void Cancelled(string vendorId, int partition) => logger.PollCancelled(vendorId, partition);

    public void Held(string vendorId, HubErrorCode code, TimeSpan pause) => logger.VendorHeld(vendorId, code, pause);

    /// <summary>An adapter threw. The message is left out: it may quote what the vendor sent.</summary>
    public void Crashed(string vendorId, int partition, Exception fault) =>
        logger.PollCrashed(vendorId, partition, fault.GetType().Name, new StackTrace(fault).ToString());
}
