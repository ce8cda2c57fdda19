using Sas.Interop.Benchmarks.Hosting;
using Sas.Interop.NationalLoad.Driving;

namespace Sas.Interop.Benchmarks.Macro;

/// <summary>p99 at one offered load, search against static answer; and both over rising loads.</summary>
internal sealed class LatencyMeasure : IMeasure
{
    private const double LoadShare = 0.4;
    private static readonly double[] Shares = [0.1, 0.25, 0.4, 0.55, 0.7, 0.85];

    public string Name => "latency";

    public async Task RunAsync(MacroContext context)
    {
        var set = await context.ListAsync();
        var most = context.ListRate ?? await context.ThroughputAsync(set.Hub);
        await CompareAsync(context, set, most * LoadShare, await MixAsync(context, most * LoadShare));
        await ChartAsync(context, set, most);
    }

    /// <summary>What the platform asks, while agendas change at the country's own pace.</summary>
    private static async Task<Detail> MixAsync(MacroContext context, double rate)
    {
        await using var server = await ServerProcess.StartAsync("serve", "--churn", "--practitioners", $"{context.Options.Practitioners}");
        byte[][] requests = [.. PlatformMix.Draw(context.Country, BenchCountry.Start, 2_000).Select(request => request.ToBytes(server.Address))];
        var settings = new LoadSettings { Target = server.Address, Connections = context.Options.OpenConnections, Rate = rate, Duration = context.Options.LongRound };
        await LoadDriver.RunAsync(settings, requests);
        var load = MacroContext.Sound(await LoadDriver.RunAsync(settings, requests));
        return new Detail("platform's mix (1 to 25 practitioners, some INT_R04, popular ones oftener) at the same rate, agendas changing", Figures.Percentiles(load.Latency));
    }

    private static async Task CompareAsync(MacroContext context, SearchSet set, double rate, Detail mix)
    {
        var (allHub, allStatic) = (new LatencyHistogram(), new LatencyHistogram());
        var seed = 0UL;
        async Task<double> P99Async(IReadOnlyList<byte[]> requests, LatencyHistogram all)
        {
            var load = await context.OpenAsync(requests, rate, ++seed / 2);
            all.Merge(load.Latency);
            return load.Latency.Percentile(0.99).TotalMilliseconds;
        }

        var (hub, held, ratio) = await Spread.AlternateAsync(context.Options.Rounds, () => P99Async(set.Hub, allHub), () => P99Async(set.Static, allStatic));
        context.Report.Add(new Finding(
            Budget.Latency,
            ratio,
            string.Create(CultureInfo.InvariantCulture, $"Open loop: Poisson arrivals at {rate:0}/s ({LoadShare:P0} of the hub's throughput) for both, {context.Options.OpenConnections} connections, rounds of {context.Options.LongRound.TotalSeconds:0.#} s in turn; latency counts from the intended start. List of 25 practitioners."),
            [
                new Detail("hub p99", Figures.Milliseconds(hub)),
                new Detail("static p99", Figures.Milliseconds(held)),
                new Detail("hub, all rounds", Figures.Percentiles(allHub)),
                new Detail("static, all rounds", Figures.Percentiles(allStatic)),
                mix,
            ]));
    }

    private static async Task ChartAsync(MacroContext context, SearchSet set, double most)
    {
        Dictionary<string, List<Point>> lines = new() { ["hub p50"] = [], ["hub p99"] = [], ["static p50"] = [], ["static p99"] = [] };
        foreach (var share in Shares)
        {
            foreach (var (name, requests) in new[] { ("hub", set.Hub), ("static", set.Static) })
            {
                var load = await context.OpenAsync(requests, most * share, 17);
                lines[name + " p50"].Add(new Point(most * share, load.Latency.Percentile(0.5).TotalMilliseconds));
                lines[name + " p99"].Add(new Point(most * share, load.Latency.Percentile(0.99).TotalMilliseconds));
            }
        }

        context.Report.Charts.Add(new Chart(
            "latency-by-load",
            "Latency by offered load, list of 25 practitioners",
            "offered load, requests/s",
            "latency from the intended start, ms",
            [.. lines.Select(static line => new Series(line.Key, line.Value))])
        {
            LogY = true,
        });
    }
}
