namespace Sas.Interop.Hub.Security.Limits;

/// <summary>Lets one line of a log through in a while, and counts the others: whoever floods the hub does not flood its log.</summary>
internal sealed class SparseLine(TimeProvider time)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);
    private readonly long _never = time.GetTimestamp() - (long)(Between.TotalSeconds * time.TimestampFrequency);
    private long _since;
    private long _lastAt;

    /// <returns>Whether the line is due, and how many it stands for.</returns>
    public bool IsDue(out long count)
    {
        Interlocked.Increment(ref _since);
        var last = Volatile.Read(ref _lastAt);
        if (time.GetElapsedTime(last == 0 ? _never : last) >= Between && Interlocked.CompareExchange(ref _lastAt, time.GetTimestamp(), last) == last)
        {
            count = Interlocked.Exchange(ref _since, 0);
            return true;
        }

        count = 0;
        return false;
    }
}
