using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Hub.Telemetry;

/// <summary>
/// The mutable state behind one line of the board. The state of the vendor depends only on the last report of each partition, so that it does not matter
/// in which order the partitions of one round report.
/// </summary>
internal sealed class VendorStatusEntry(string vendorId, int partitions, DateTimeOffset now)
{
    private const int MostHosts = 32;
    private readonly Lock _gate = new();
    private PollReport?[] _last = new PollReport?[partitions];
    private VendorState _state = partitions == 0 ? VendorState.Idle : VendorState.NeverAnswered;
    private DateTimeOffset _since = now;
    private DateTimeOffset? _heldBackSince;
    private DateTimeOffset? _lastSuccess;
    private DateTimeOffset? _lastAttempt;
    private HubError? _lastError;
    private HubError? _cause;
    private bool _suspect;
    private bool _settled = partitions == 0;
    private int _consecutiveFailures;
    private readonly SortedDictionary<string, long> _refusedPages = new(StringComparer.Ordinal);

    /// <summary>New settings or targets: what was reported with the old ones decides nothing any more, but stays readable.</summary>
    public void Restart(int count, DateTimeOffset at)
    {
        lock (_gate)
        {
            _last = new PollReport?[count];
            _suspect = false;
            _cause = null;
            Settle(at);
        }
    }

    /// <summary>Counts a page to book on that is not shown.</summary>
    /// <returns>Whether its host is the first time seen, and there is room to remember it.</returns>
    public bool RefusePage(string host)
    {
        lock (_gate)
        {
            var isKnown = _refusedPages.TryGetValue(host, out var count);
            if (!isKnown && _refusedPages.Count >= MostHosts)
            {
                return false;
            }

            _refusedPages[host] = count + 1;
            return !isKnown;
        }
    }

    /// <summary>Hosts of pages to book on that are not shown, with how often they were told of.</summary>
    public IReadOnlyDictionary<string, long> RefusedPages()
    {
        lock (_gate)
        {
            return new SortedDictionary<string, long>(_refusedPages, StringComparer.Ordinal);
        }
    }

    /// <returns>The report, with the cause where it names only what follows from an earlier failure.</returns>
    public PollReport Record(PollReport reported)
    {
        lock (_gate)
        {
            var report = FailureCause.Explain(reported, _cause);
            if (report.Partition >= _last.Length)
            {
                return report;
            }

            _last[report.Partition] = report;
            _suspect = false;
            _lastAttempt = Latest(_lastAttempt, report.EndedAt);
            _lastError = report.Error ?? _lastError;
            if (report.Verdict is PollVerdict.Ok or PollVerdict.Partial)
            {
                _lastSuccess = Latest(_lastSuccess, report.EndedAt);
                _consecutiveFailures = 0;
                _cause = null;
            }
            else
            {
                _consecutiveFailures++;
                if (report.Verdict == PollVerdict.Failed && reported.Error is { } error && !FailureCause.IsConsequence(error.Code))
                {
                    _cause = error;
                }
            }

            Settle(report.EndedAt);
            return report;
        }
    }

    /// <returns>As <see cref="Record"/>.</returns>
    public PollReport RecordRefresh(PollReport reported)
    {
        lock (_gate)
        {
            var report = FailureCause.Explain(reported, _cause);
            _lastAttempt = Latest(_lastAttempt, report.EndedAt);
            _lastError = report.Error ?? _lastError;
            if (report.Verdict is PollVerdict.Ok or PollVerdict.Partial)
            {
                _lastSuccess = Latest(_lastSuccess, report.EndedAt);
            }

            return report;
        }
    }

    /// <summary>A failure seen while the first poll is still under way: the vendor is known bad before its whole poll has timed out.</summary>
    public void Suspect(HubError error, DateTimeOffset at)
    {
        lock (_gate)
        {
            // Kept whatever was reported before: the next partition may learn no more than that the circuit is open.
            _cause = FailureCause.IsConsequence(error.Code) ? _cause : error;
            if (Array.TrueForAll(_last, static report => report is null))
            {
                _suspect = true;
                _lastError = _cause ?? error;
                _lastAttempt = Latest(_lastAttempt, at);
                Settle(at);
            }
        }
    }

    public void HoldBack(DateTimeOffset? since, DateTimeOffset at)
    {
        lock (_gate)
        {
            _heldBackSince = since;
            Settle(at);
        }
    }

    public VendorStatus Read()
    {
        lock (_gate)
        {
            return new VendorStatus
            {
                VendorId = vendorId,
                State = _state,
                Since = _state == VendorState.HeldBack && _heldBackSince is { } held ? held : _since,
                Settled = _settled,
                LastSuccess = _lastSuccess,
                LastAttempt = _lastAttempt,
                LastError = _lastError,
                ConsecutiveFailures = _consecutiveFailures,
                Partitions = _last.Length,
                Owners = _last.Sum(static report => report?.Owners ?? 0),
                OwnersFailed = _last.Sum(static report => report?.OwnersFailed ?? 0),
                Slots = _last.Sum(static report => report?.Slots ?? 0),
                Dropped = _last.Sum(static report => report?.Dropped ?? 0),
            };
        }
    }

    /// <summary>The last report of each partition that has reported.</summary>
    public IReadOnlyList<PollReport> Partitions()
    {
        lock (_gate)
        {
            return [.. _last.OfType<PollReport>()];
        }
    }

    private static DateTimeOffset Latest(DateTimeOffset? known, DateTimeOffset seen) => known > seen ? known.Value : seen;

    private void Settle(DateTimeOffset at)
    {
        var next = Judge();
        if (next != _state)
        {
            _state = next;
            _since = at;
        }

        _settled |= next == VendorState.Failing || Array.TrueForAll(_last, static report => report is not null);
    }

    private VendorState Judge()
    {
        var tried = _last.Count(static report => report is not null);
        var failed = Array.Exists(_last, static report => report?.Verdict == PollVerdict.Failed);
        var nobody = _last.Length > 0 && Array.TrueForAll(_last, static report => report?.Verdict is PollVerdict.Failed or PollVerdict.OwnersFailed);
        if (failed || nobody || _suspect)
        {
            return VendorState.Failing;
        }

        if (_heldBackSince is not null)
        {
            return VendorState.HeldBack;
        }

        if (_last.Length == 0)
        {
            return VendorState.Idle;
        }

        return tried == _last.Length ? VendorState.Ok : VendorState.NeverAnswered;
    }
}
