using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Polling;

/// <summary>Counts what one poll brings, and judges it at the end. Used by one poll at a time.</summary>
internal sealed class PollTally(PollPartition partition)
{
    private readonly HashSet<object> _answered = new(ReferenceEqualityComparer.Instance);
    private HubError? _consequence;
    private HubError? _ownerError;
    private int _slots;
    private int _added;
    private int _removed;
    private int _dropped;

    /// <summary>Whether the rest of the partition was given up.</summary>
    public bool CutShort { get; private set; }

    /// <summary>The failure that concerns the whole vendor; null when there is none, or only what follows from an earlier one.</summary>
    public HubError? VendorError { get; private set; }

    /// <summary>Whether a failure concerns the owner that was asked for rather than the vendor.</summary>
    public static bool IsOwnersFault(HubErrorCode code) => code is HubErrorCode.VendorUnknownTarget or HubErrorCode.DirectoryKeyMissing;

    public bool HasAnswered(object target) => _answered.Contains(target);

    public void Applied(object target, Snapshot snapshot, IngestReport report)
    {
        _answered.Add(target);
        _slots += snapshot.Schedules.Sum(static schedule => schedule.Slots.Count);
        _added += report.Added;
        _removed += report.Removed;
        var tally = snapshot.Tally;
        _dropped += tally.Reserved + tally.Unreadable + tally.Duplicates + tally.Orphans;
        _dropped += report.DroppedPast + report.DroppedReserved + report.Duplicates;
    }

    public void Failed(HubError error)
    {
        if (IsOwnersFault(error.Code))
        {
            _ownerError ??= error;
        }
        else if (FailureCause.IsConsequence(error.Code))
        {
            _consequence ??= error;
        }
        else
        {
            VendorError ??= error;
        }
    }

    /// <summary>The poll ends here; this failure is the one to report, unless it only follows from one that was seen before.</summary>
    public void GiveUp(HubError error)
    {
        CutShort = true;
        if (FailureCause.IsConsequence(error.Code))
        {
            _consequence = error;
        }
        else
        {
            VendorError = error;
        }
    }

    public PollReport Close(DateTimeOffset endedAt, TimeSpan duration)
    {
        var failed = partition.Owners - _answered.Count;
        var error = VendorError ?? _consequence ?? _ownerError ?? (failed > 0 ? new HubError(HubErrorCode.Internal, "The adapter gave no result for some targets.") : null);
        return new PollReport
        {
            Partition = partition.Index,
            Verdict = Judge(error),
            EndedAt = endedAt,
            Duration = duration,
            Owners = partition.Owners,
            OwnersFailed = failed,
            Slots = _slots,
            Added = _added,
            Removed = _removed,
            Dropped = _dropped,
            Error = error,
        };
    }

    private PollVerdict Judge(HubError? error)
    {
        if (error is null)
        {
            return PollVerdict.Ok;
        }

        if (_answered.Count > 0 && !CutShort)
        {
            return PollVerdict.Partial;
        }

        return IsOwnersFault(error.Code) ? PollVerdict.OwnersFailed : PollVerdict.Failed;
    }
}
