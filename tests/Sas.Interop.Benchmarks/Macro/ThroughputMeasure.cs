namespace Sas.Interop.Benchmarks.Macro;

/// <summary>Requests a second against the same bytes from memory, for both shapes.</summary>
internal sealed class ThroughputMeasure : IMeasure
{
    public string Name => "throughput";

    public async Task RunAsync(MacroContext context)
    {
        context.ListRate = await CompareAsync(context, Budget.List, await context.ListAsync());
        await CompareAsync(context, Budget.One, await context.OneAsync());
    }

    private static async Task<double> CompareAsync(MacroContext context, Budget budget, SearchSet set)
    {
        // Both are compiled and warm before the first round counts.
        await context.ThroughputAsync(set.Hub);
        await context.ThroughputAsync(set.Static);
        var (hub, held, ratio) = await Spread.AlternateAsync(context.Options.Rounds, () => context.ThroughputAsync(set.Hub), () => context.ThroughputAsync(set.Static));
        context.Report.Add(new Finding(
            budget,
            ratio with { Median = ratio.Median * 100, Low = ratio.Low * 100, High = ratio.High * 100 },
            $"Closed loop, {context.Options.Connections} kept-alive connections, rounds of {context.Options.Round.TotalSeconds:0.#} s in turn; the client reads every byte and checks the status.",
            [
                new Detail("hub", Figures.Rate(hub)),
                new Detail("static", Figures.Rate(held)),
                new Detail("answer", $"{set.MeanSlots:0} slots, {set.MeanBytes / 1024:0.0} KiB on average over {set.Hub.Count} searches"),
            ]));
        return hub.Median;
    }
}
