using System.Text;

using Sas.Interop.Benchmarks.Hosting;
using Sas.Interop.NationalLoad.Driving;

namespace Sas.Interop.Benchmarks.Macro;

/// <summary>Searches of the platform while one vendor floods every route, against the same searches of the same hub without it.</summary>
internal sealed class FloodMeasure : IMeasure
{
    private const double LoadShare = 0.3;
    private const int Practitioners = 20_000;
    private const int PushedPractitioners = 300;

    // A tenth of a tail is told from chance by many short rounds in turn rather than by few long ones.
    private const int MoreRounds = 3;
    private static readonly TimeSpan Ahead = TimeSpan.FromMilliseconds(500);

    public string Name => "flood";

    public async Task RunAsync(MacroContext context)
    {
        var folder = Directory.CreateTempSubdirectory("bench-flood-");
        try
        {
            var adapters = Path.Combine(folder.FullName, "adapters.json");
            await File.WriteAllTextAsync(
                adapters,
                $$"""{"vendors":[{"id":"{{FloodVendor.Id}}","name":"Flood","adapter":"sas-fhir","baseUrl":"http://127.0.0.1:9/","capabilities":["push"]}]}""");
            var practitioners = Math.Min(Practitioners, context.Options.Practitioners);
            await using var server = await ServerProcess.StartAsync("serve", "--practitioners", $"{practitioners}", "--hub-adapters", adapters);
            var bundle = Path.Combine(folder.FullName, "bundle.json");
            await File.WriteAllBytesAsync(bundle, await BundleAsync(server, practitioners));
            await CompareAsync(context, server, practitioners, bundle);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task CompareAsync(MacroContext context, ServerProcess server, int practitioners, string bundle)
    {
        var requests = PlatformMix.Draw(BenchCountry.Of(practitioners), BenchCountry.Start, 500).Select(request => request.ToBytes(server.Address)).ToList();
        var closed = new LoadSettings { Target = server.Address, Connections = context.Options.Connections, Duration = context.Options.Round };
        await LoadDriver.RunAsync(closed, requests);
        var rate = MacroContext.Sound(await LoadDriver.RunAsync(closed, requests)).Rate * LoadShare;
        await using var vendor = await FloodProcess.StartAsync(server.Address, bundle);
        var (allFlooded, allQuiet) = (new LatencyHistogram(), new LatencyHistogram());
        var (pausedFlooded, pausedQuiet, seed) = (0.0, 0.0, 0UL);
        async Task<double> P99Async(LatencyHistogram all)
        {
            var load = MacroContext.Sound(await LoadDriver.RunAsync(
                new LoadSettings { Target = server.Address, Connections = context.Options.OpenConnections, Rate = rate, Duration = context.Options.LongRound / 2, Seed = ++seed / 2 }, requests));
            all.Merge(load.Latency);
            return load.Latency.Percentile(0.99).TotalMilliseconds;
        }

        async Task<double> PausedAsync(Func<Task<double>> round, Action<double> add)
        {
            var before = (await server.MemoryAsync(collect: false)).PausedSeconds;
            var p99 = await round();
            add((await server.MemoryAsync(collect: false)).PausedSeconds - before);
            return p99;
        }

        async Task<double> FloodedAsync(LatencyHistogram all)
        {
            await vendor.FloodAsync();
            try
            {
                await Task.Delay(Ahead, TimeProvider.System, CancellationToken.None);
                return await P99Async(all);
            }
            finally
            {
                await vendor.RestAsync();
            }
        }

        // Both kinds of round once before they count, so that all code is compiled; the vendor's burst is used up by it, as it is in any flood that lasts.
        await P99Async(new LatencyHistogram());
        await FloodedAsync(new LatencyHistogram());
        var (flooded, quiet, ratio) = await Spread.AlternateAsync(
            context.Options.Rounds * MoreRounds,
            () => PausedAsync(() => FloodedAsync(allFlooded), paused => pausedFlooded += paused),
            () => PausedAsync(() => P99Async(allQuiet), paused => pausedQuiet += paused));
        context.Report.Add(new Finding(
            Budget.Flood,
            ratio,
            string.Create(
                CultureInfo.InvariantCulture,
                $"One hub with its default limits. The platform's mix of searches, open loop: Poisson arrivals at {rate:0}/s ({LoadShare:P0} of the throughput), {context.Options.OpenConnections} connections, rounds of {(context.Options.LongRound / 2).TotalSeconds:0.#} s in turn with and without the vendor, which has {FloodVendor.ConnectionsEach} connections on each route and repeats at once whatever it is told. It is a process of the system's idle class, since a real one would not share the hub's processors. All searches were answered with 200."),
            [
                new Detail("p99 flooded", Figures.Milliseconds(flooded)),
                new Detail("p99 quiet", Figures.Milliseconds(quiet)),
                new Detail("flooded, all rounds", Figures.Percentiles(allFlooded)),
                new Detail("quiet, all rounds", Figures.Percentiles(allQuiet)),
                new Detail("pauses of the collector", string.Create(CultureInfo.InvariantCulture, $"{pausedFlooded * 1e3:0} ms in all flooded rounds, {pausedQuiet * 1e3:0} ms in all quiet ones")),
                .. vendor.Told.Select(static route => route with { Label = "the vendor was answered on " + route.Label }),
            ]));
    }

    /// <summary>What the hub says of some practitioners is what the vendor pushes as its own, again and again.</summary>
    private static async Task<byte[]> BundleAsync(ServerProcess server, int practitioners)
    {
        var pushed = PlatformMix.List(BenchCountry.Of(practitioners), 0, Math.Min(PushedPractitioners, practitioners), BenchCountry.Start);
        var answer = Encoding.UTF8.GetString(await server.GetAsync(pushed.Target));
        return Encoding.UTF8.GetBytes(answer.Replace("\"searchset\"", "\"collection\"", StringComparison.Ordinal));
    }
}
