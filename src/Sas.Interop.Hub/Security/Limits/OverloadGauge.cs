using Microsoft.Extensions.Options;

namespace Sas.Interop.Hub.Security.Limits;

/// <summary>
/// Decides which kinds of work are let in. Three signals: requests under way, the time that work waits for a thread, and memory in use. The first is judged with every request, the others as often as
/// they are sampled; a level that they raised falls step by step, once they have been well below for a while.
/// </summary>
internal sealed class OverloadGauge(IOptions<LimitsOptions> options, TimeProvider time)
{
    private const double WellBelow = 0.8;

    // Memory in use does not fall far: on a machine that is usually fairly full, a level must be able to fall all the same.
    private const double MemoryBelow = 0.97;
    private readonly OverloadOptions _options = options.Value.Overload;
    private int _underWay;
    private int _level;
    private bool _wasLate;
    private long _restlessAt = time.GetTimestamp();

    /// <summary>Requests under way, those of health left out.</summary>
    public int UnderWay => Volatile.Read(ref _underWay);

    /// <summary>The last kind that the sampled signals keep out; zero when they keep out none.</summary>
    public int Level => Volatile.Read(ref _level);

    /// <summary>Counts a request in; one that was let in must leave.</summary>
    public bool TryEnter(WorkKind kind)
    {
        var underWay = Interlocked.Increment(ref _underWay);
        if ((int)kind > Volatile.Read(ref _level) && underWay <= (long)_options.RequestsUnderWay << ((int)kind - 1))
        {
            return true;
        }

        Leave();
        return false;
    }

    public void Leave() => Interlocked.Decrement(ref _underWay);

    /// <summary>Judges the sampled signals; one caller at a time.</summary>
    /// <param name="threadWait">How long a piece of work waited for a thread.</param>
    /// <param name="memoryShare">Share of the memory in use.</param>
    /// <returns>The level before and after.</returns>
    public (int Before, int After) Sample(TimeSpan threadWait, double memoryShare)
    {
        // One late tick is a pause of the machine or of the collector; two in a row are a queue.
        var late = threadWait >= _options.ThreadWait * WellBelow;
        var wait = late && _wasLate ? threadWait : TimeSpan.Zero;
        _wasLate = late;
        var before = _level;
        var now = time.GetTimestamp();
        if (LevelOf(wait, memoryShare) is var risen && risen > before)
        {
            (_level, _restlessAt) = (risen, now);
        }
        else if (LevelOf(wait / WellBelow, memoryShare / MemoryBelow) >= before)
        {
            _restlessAt = now;
        }
        else if (time.GetElapsedTime(_restlessAt, now) >= _options.CalmFor)
        {
            (_level, _restlessAt) = (before - 1, now);
        }

        return (before, _level);
    }

    private int LevelOf(TimeSpan wait, double share)
    {
        var byWait = wait < _options.ThreadWait ? 0 : Math.Min((int)WorkKind.Search, 1 + (int)Math.Log2(wait / _options.ThreadWait));
        var byMemory = share < _options.MemoryShare ? 0 : share < (1 + _options.MemoryShare) / 2 ? (int)WorkKind.Heavy : (int)WorkKind.Aside;
        return Math.Max(byWait, byMemory);
    }
}
