using Sas.Interop.Hub.Availability;

namespace Sas.Interop.Hub.Admin;

/// <summary>
/// Counts what the index holds. The count walks over entries that are never changed, so nobody waits for it; it is taken at most once in some seconds, however often
/// operators look.
/// </summary>
internal sealed class IndexCensus(AvailabilityIndex index, TimeProvider time)
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private IndexCount? _last;
    private long _takenAt;

    public IndexCount Take()
    {
        lock (_gate)
        {
            if (_last is null || time.GetElapsedTime(_takenAt) >= KeptFor)
            {
                _last = Count();
                _takenAt = time.GetTimestamp();
            }

            return _last;
        }
    }

    private IndexCount Count()
    {
        var count = new IndexCount();
        foreach (var entry in index.All)
        {
            count.Add(entry);
        }

        return count;
    }
}
