namespace Sas.Interop.Hub.Security.Limits;

/// <summary>
/// A token bucket in one number: the instant at which it will be full again. Never gives more than its burst and what its rate adds meanwhile. Takes no lock and no memory; safe for concurrent use.
/// </summary>
internal sealed class TokenBucket
{
    private long _fullAt = long.MinValue / 2;

    /// <summary>Takes tokens when all of them are there.</summary>
    /// <param name="pace">Rate and burst.</param>
    /// <param name="now">Timestamp of the clock that <paramref name="pace"/> counts in.</param>
    /// <param name="wait">Clock units until they would be there; zero when they were taken.</param>
    public bool TryTake(in Pace pace, long now, out long wait) => TryTake(pace, now, pace.Of(1), pace.Of(1), out wait);

    /// <summary>Takes tokens as soon as one is there; what is missing is owed, and nothing is given until it is paid.</summary>
    public bool TryOwe(in Pace pace, long now, long tokens, out long wait) => TryTake(pace, now, pace.Of(1), pace.Of(tokens), out wait);

    /// <summary>Takes tokens whether they are there or not.</summary>
    public void Owe(in Pace pace, long now, long tokens) => TryTake(pace, now, long.MinValue / 4, pace.Of(tokens), out _);

    /// <summary>Whether nothing would be lost by forgetting the bucket.</summary>
    public bool IsFull(long now) => Volatile.Read(ref _fullAt) <= now;

    private bool TryTake(in Pace pace, long now, long needed, long taken, out long wait)
    {
        while (true)
        {
            var fullAt = Volatile.Read(ref _fullAt);
            var from = Math.Max(fullAt, now);
            wait = from + needed - now - pace.Capacity;
            if (wait > 0)
            {
                return false;
            }

            wait = 0;
            if (Interlocked.CompareExchange(ref _fullAt, from + taken, fullAt) == fullAt)
            {
                return true;
            }
        }
    }
}

/// <summary>Rate and burst of a bucket, in units of a clock.</summary>
internal readonly record struct Pace
{
    // No wait is so long, and sums of it stay well within 64 bits.
    private const double Longest = long.MaxValue / 16.0;

    // From here on a token takes whole units, so that a burst is exactly as many tokens as it says; the rate is at most a thousandth lower.
    private const double Coarse = 1_000;
    private readonly double _unitsAToken;

    /// <param name="tokensPerSecond">Rate.</param>
    /// <param name="burst">Most tokens at once.</param>
    /// <param name="frequency">Units of the clock in a second.</param>
    public Pace(double tokensPerSecond, double burst, long frequency)
    {
        var units = frequency / tokensPerSecond;
        _unitsAToken = units >= Coarse ? Math.Ceiling(units) : units;
        Capacity = Math.Max(Of(1), Units(Math.Floor(burst * _unitsAToken)));
    }

    /// <summary>Time in which an empty bucket fills.</summary>
    public long Capacity { get; }

    /// <summary>Time in which so many tokens come.</summary>
    public long Of(long tokens) => Units(Math.Ceiling(tokens * _unitsAToken));

    private static long Units(double units) => (long)Math.Clamp(units, 0, Longest);
}
