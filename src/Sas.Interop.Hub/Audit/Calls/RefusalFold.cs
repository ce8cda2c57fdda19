using Sas.Interop.Hub.Security.Audit;

namespace Sas.Interop.Hub.Audit.Calls;

/// <summary>
/// Makes one entry of refused calls that are alike, and when too many are not alike, one of all the others with their status. No call is lost: the counts add up.
/// </summary>
/// <param name="mostKinds">How many are kept apart, besides one for each status.</param>
internal sealed class RefusalFold(int mostKinds)
{
    private const string Several = "*";
    private readonly Lock _gate = new();
    private Dictionary<Kind, AuditEntry> _entries = [];
    private int _apart;

    public void Add(AuditEntry entry)
    {
        lock (_gate)
        {
            AddLocked(entry);
        }
    }

    /// <summary>Takes what has come since it was taken last, in the order of the first calls.</summary>
    public IReadOnlyList<AuditEntry> Take()
    {
        Dictionary<Kind, AuditEntry> taken;
        lock (_gate)
        {
            (taken, _entries, _apart) = (_entries, [], 0);
        }

        return [.. taken.Values.OrderBy(static entry => entry.At)];
    }

    /// <summary>What was taken could not be kept: it waits with what has come since.</summary>
    public void PutBack(IEnumerable<AuditEntry> entries)
    {
        lock (_gate)
        {
            foreach (var entry in entries)
            {
                AddLocked(entry);
            }
        }
    }

    private void AddLocked(AuditEntry entry)
    {
        var kind = Kind.Of(entry);
        if (_entries.TryGetValue(kind, out var known))
        {
            _entries[kind] = Joined(known, entry);
        }
        else if (_apart < mostKinds && entry.CallerId != Several)
        {
            _apart++;
            _entries.Add(kind, entry with { Entity = null });
        }
        else
        {
            var other = Summary(entry);
            kind = Kind.Of(other);
            _entries[kind] = _entries.TryGetValue(kind, out var sum) ? Joined(sum, other) : other;
        }
    }

    private static AuditEntry Joined(AuditEntry known, AuditEntry entry) => known with
    {
        At = known.At <= entry.At ? known.At : entry.At,
        TraceId = known.At <= entry.At ? known.TraceId : entry.TraceId,
        Count = int.MaxValue - known.Count < entry.Count ? int.MaxValue : known.Count + entry.Count,
    };

    private static AuditEntry Summary(AuditEntry entry) => new(entry.At, Several, Several, Several, entry.Status)
    {
        TraceId = entry.TraceId,
        Count = entry.Count,
        Detail = "Refused calls of more kinds than are kept apart.",
    };

    private sealed record Kind(string CallerId, string Method, string Route, int Status, (string? Refusal, string? VendorId, string? Detail) Rest)
    {
        public static Kind Of(AuditEntry entry) => new(entry.CallerId, entry.Method, entry.Route, entry.Status, (entry.Refusal, entry.VendorId, entry.Detail));
    }
}
