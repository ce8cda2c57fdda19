namespace Sas.Interop.Hub.Outbox;

/// <summary>How long to leave a receiver alone after failures.</summary>
internal static class BackOff
{
    private const int MostDoublings = 30;

    /// <param name="failures">Failures so far, the present one included.</param>
    /// <param name="from">The shortest pause.</param>
    /// <param name="to">The longest.</param>
    /// <param name="random">From 0 (included) to 1 (excluded).</param>
    /// <returns>At least <paramref name="from"/>, at most <paramref name="to"/>; spread, so that receivers are not asked by all at once when they come back.</returns>
    public static TimeSpan After(int failures, TimeSpan from, TimeSpan to, double random)
    {
        var doubled = from.Ticks * Math.Pow(2, Math.Clamp(failures, 1, MostDoublings));
        var most = Math.Min(doubled, to.Ticks);
        var least = Math.Max(Math.Min(from.Ticks, to.Ticks), most / 2);
        return TimeSpan.FromTicks((long)(least + (random * (most - least))));
    }
}
