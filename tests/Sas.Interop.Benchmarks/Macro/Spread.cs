namespace Sas.Interop.Benchmarks.Macro;

/// <summary>One figure over several rounds.</summary>
/// <param name="Median">The middle one.</param>
/// <param name="Low">The lowest.</param>
/// <param name="High">The highest.</param>
/// <param name="Rounds">How many.</param>
internal sealed record Spread(double Median, double Low, double High, int Rounds)
{
    public static Spread Of(IReadOnlyCollection<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        var median = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[^1], sorted.Length);
    }

    /// <summary>Measures two things in turn, round after round, each round in the other order, so that a drift of the machine meets both alike.</summary>
    /// <returns>The first, the second, and the first divided by the second, each over all rounds.</returns>
    public static async Task<(Spread One, Spread Other, Spread Ratio)> AlternateAsync(int rounds, Func<Task<double>> one, Func<Task<double>> other)
    {
        List<double> ones = [], others = [], ratios = [];
        for (var round = 0; round < rounds; round++)
        {
            if (round % 2 == 0)
            {
                ones.Add(await one());
                others.Add(await other());
            }
            else
            {
                others.Add(await other());
                ones.Add(await one());
            }

            ratios.Add(ones[^1] / others[^1]);
        }

        return (Of(ones), Of(others), Of(ratios));
    }
}
