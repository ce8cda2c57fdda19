namespace Sas.Interop.Benchmarks.Reports;

/// <summary>A scale of round numbers over some values, linear from zero or logarithmic.</summary>
/// <param name="Low">Value at its beginning.</param>
/// <param name="High">Value at its end.</param>
/// <param name="IsLog">Whether equal lengths are equal factors.</param>
/// <param name="Ticks">Values that are marked.</param>
internal sealed record Axis(double Low, double High, bool IsLog, IReadOnlyList<double> Ticks)
{
    private const int AboutTicks = 6;
    private static readonly double[] Steps = [1, 2, 5, 10];

    public static Axis Over(IEnumerable<double> values, bool log)
    {
        var sorted = values.Where(value => !log || value > 0).Order().ToArray();
        return sorted.Length == 0 ? new Axis(log ? 1 : 0, 10, log, []) : log ? Logarithmic(sorted[0], sorted[^1]) : Linear(sorted[^1]);
    }

    /// <returns>0 at the beginning, 1 at the end.</returns>
    public double Position(double value) =>
        IsLog ? (Math.Log(Math.Max(value, Low)) - Math.Log(Low)) / (Math.Log(High) - Math.Log(Low)) : (value - Low) / (High - Low);

    private static Axis Linear(double highest)
    {
        var rough = Math.Max(highest, 1e-9) / AboutTicks;
        var magnitude = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = Steps.First(factor => factor * magnitude >= rough * 0.999) * magnitude;
        var count = (int)Math.Ceiling((highest / step) - 1e-9);
        return new Axis(0, step * count, false, [.. Enumerable.Range(0, count + 1).Select(n => n * step)]);
    }

    private static Axis Logarithmic(double lowest, double highest)
    {
        // The marks 1, 2 and 5 of each power of ten, from the one at or below the lowest value to the one at or above the highest.
        var marks = Enumerable.Range(-9, 22).SelectMany(static power => Steps.Take(3).Select(step => step * Math.Pow(10, power))).ToArray();
        var first = Math.Max(0, Array.FindLastIndex(marks, mark => mark <= lowest * 1.0001));
        var last = Array.FindIndex(marks, mark => mark >= highest * 0.9999);
        last = Math.Max(last < 0 ? marks.Length - 1 : last, first + 1);
        return new Axis(marks[first], marks[last], true, marks[first..(last + 1)]);
    }
}
