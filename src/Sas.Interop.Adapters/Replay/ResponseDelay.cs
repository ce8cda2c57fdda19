namespace Sas.Interop.Adapters.Replay;

/// <summary>How long a stub waits: a fixed part and a random part.</summary>
/// <param name="Fixed">The fixed part.</param>
/// <param name="Distribution">The random part: <c>uniform</c>, <c>lognormal</c>, or null for none.</param>
/// <param name="Low">Lower bound, or median, in milliseconds.</param>
/// <param name="High">Upper bound, or sigma.</param>
/// <param name="Max">Largest value of the lognormal distribution, in milliseconds; null for the limit of delays.</param>
internal sealed record ResponseDelay(TimeSpan Fixed, string? Distribution = null, double Low = 0, double High = 0, double? Max = null)
{
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>Draws a delay.</summary>
    /// <param name="random">Numbers from 0 (included) to 1 (excluded).</param>
    public TimeSpan Draw(Func<double> random)
    {
        var milliseconds = Distribution switch
        {
            "uniform" => Low + Math.Floor(random() * (High - Low + 1)),
            "lognormal" => Math.Min(Low * Math.Exp(High * Normal(random)), Max ?? double.MaxValue),
            _ => 0,
        };
        var drawn = TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, 0, Longest.TotalMilliseconds));
        return Fixed + drawn > Longest ? Longest : Fixed + drawn;
    }

    // Two uniform numbers give a normal one (Box and Muller); one minus a number below one is never zero.
    private static double Normal(Func<double> random) => Math.Sqrt(-2 * Math.Log(1 - random())) * Math.Cos(2 * Math.PI * random());
}
