namespace Sas.Interop.Hub.Security.Limits;

/// <summary>What one caller uses up. Nothing of it is shared with another caller. Safe for concurrent use, without locks.</summary>
internal sealed class CallerAccount
{
    private readonly TokenBucket _requests = new();
    private readonly TokenBucket _bytes = new();
    private readonly TimeProvider _time;
    private readonly TaskScheduler _threads;
    private Allowance _allowance;
    private TaskScheduler? _lane;
    private int _underWay;
    private int _waiting;
    private long _bodies;

    /// <param name="limits">What the caller may do.</param>
    /// <param name="source">What the limits were made of; another one has them made anew.</param>
    /// <param name="time">The clock.</param>
    /// <param name="threads">Threads of low priority.</param>
    public CallerAccount(RoleLimits limits, CallerLimits? source, TimeProvider time, TaskScheduler threads)
    {
        _time = time;
        _threads = threads;
        _allowance = new Allowance(limits, source, time.TimestampFrequency);
    }

    /// <summary>Where the caller's heavy work runs: one piece at a time, in turn with that of other callers.</summary>
    public TaskScheduler Lane => _lane ?? Interlocked.CompareExchange(ref _lane, NewLane(), null) ?? _lane;

    /// <summary>Bytes that the caller may have under way.</summary>
    public long MostBodyBytes => _allowance.Limits.BodyBytes;

    public CallerLimits? Source => _allowance.Source;

    /// <summary>Whether nothing would be lost by forgetting the account.</summary>
    public bool IsIdle
    {
        get
        {
            var now = _time.GetTimestamp();
            return Volatile.Read(ref _underWay) == 0 && Volatile.Read(ref _waiting) == 0 && _requests.IsFull(now) && _bytes.IsFull(now);
        }
    }

    /// <summary>Other limits for what comes from now on; what was used up stays used up.</summary>
    public void Change(RoleLimits limits, CallerLimits? source) => _allowance = new Allowance(limits, source, _time.TimestampFrequency);

    /// <summary>Takes one request from the rate, and a place among those under way; a place that was taken must be left.</summary>
    /// <param name="wait">How long until the request may come again.</param>
    public LimitHit Enter(out TimeSpan wait)
    {
        var allowance = _allowance;
        wait = TimeSpan.Zero;
        if (!_requests.TryTake(allowance.Requests, _time.GetTimestamp(), out var units))
        {
            wait = Span(units);
            return LimitHit.Rate;
        }

        if (Interlocked.Increment(ref _underWay) > allowance.Limits.Concurrency)
        {
            Leave();
            return LimitHit.Concurrency;
        }

        return LimitHit.None;
    }

    public void Leave() => Interlocked.Decrement(ref _underWay);

    /// <summary>Takes the bytes of a body from the rate: a body may begin as soon as the last one is paid for.</summary>
    public bool TryBegin(long bytes, out TimeSpan wait)
    {
        var begins = _bytes.TryOwe(_allowance.Bytes, _time.GetTimestamp(), bytes, out var units);
        wait = Span(units);
        return begins;
    }

    /// <summary>Takes bytes that came without having been announced.</summary>
    public void Owe(long bytes) => _bytes.Owe(_allowance.Bytes, _time.GetTimestamp(), bytes);

    /// <summary>Takes from the caller's share of the memory for bodies.</summary>
    public bool TryHold(long bytes) => UploadMemory.TryTake(ref _bodies, bytes, _allowance.Limits.BodyBytes);

    public void LetGo(long bytes) => Interlocked.Add(ref _bodies, -bytes);

    /// <summary>Counts a refusal that waits; one that was counted must end.</summary>
    public bool TryWait(int most)
    {
        if (Interlocked.Increment(ref _waiting) <= most)
        {
            return true;
        }

        EndWait();
        return false;
    }

    public void EndWait() => Interlocked.Decrement(ref _waiting);

    private TimeSpan Span(long units) => TimeSpan.FromSeconds((double)units / _time.TimestampFrequency);

    private TaskScheduler NewLane() => new ConcurrentExclusiveSchedulerPair(_threads, maxConcurrencyLevel: 1, maxItemsPerTask: 1).ExclusiveScheduler;

    private sealed class Allowance(RoleLimits limits, CallerLimits? source, long frequency)
    {
        public RoleLimits Limits { get; } = limits;

        public CallerLimits? Source { get; } = source;

        public Pace Requests { get; } = new(limits.RequestsPerSecond, limits.Burst, frequency);

        public Pace Bytes { get; } = new(limits.BytesPerSecond, limits.BytesBurst, frequency);
    }
}
