namespace Sas.Interop.MockVendors;

/// <summary>The last requests, oldest first, up to a bound. Thread-safe.</summary>
internal sealed class RequestJournal
{
    public const int Capacity = 2000;

    private readonly Lock _lock = new();
    private readonly Queue<MockRequest> _entries = new();
    private long _total;

    /// <summary>How many requests came in all, also those no longer kept.</summary>
    public long Total => Interlocked.Read(ref _total);

    public IReadOnlyList<MockRequest> Entries
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries];
            }
        }
    }

    public void Add(MockRequest request)
    {
        lock (_lock)
        {
            _total++;
            _entries.Enqueue(request);
            if (_entries.Count > Capacity)
            {
                _entries.Dequeue();
            }
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _entries.Clear();
        }
    }
}
