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
            await CompareAsync(context, server, practitioners);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task CompareAsync(MacroContext context, ServerProcess server, int practitioners)
    {
        var requests = PlatformMix.Draw(BenchCountry.Of(practitioners), BenchCountry.Start, 500).Select(request => request.ToBytes(server.Address)).ToList();
        var closed = new LoadSettings { Target = server.Address, Connections = context.Options.Connections, Duration = context.Options.Round };
        await LoadDriver.RunAsync(closed, requests);
        var rate = MacroContext.Sound(await LoadDriver.RunAsync(closed, requests)).Rate * LoadShare;
        var vendor = new FloodVendor(server.Address, await BundleAsync(server, practitioners));
        var (allFlooded, allQuiet) = (new LatencyHistogram(), new LatencyHistogram());
        var seed = 0UL;
        async Task<double> P99Async(LatencyHistogram all)
        {
            var load = MacroContext.Sound(await LoadDriver.RunAsync(
                new LoadSettings { Target = server.Address, Connections = context.Options.OpenConnections, Rate = rate, Duration = context.Options.LongRound, Seed = ++seed / 2 }, requests));
            all.Merge(load.Latency);
            return load.Latency.Percentile(0.99).TotalMilliseconds;
        }

        async Task<double> FloodedAsync(LatencyHistogram all)
        {
            vendor.Start();
            try
            {
                await Task.Delay(Ahead, TimeProvider.System, CancellationToken.None);
                return await P99Async(all);
            }
            finally
            {
                vendor.Stop();
            }
        }

        // Both kinds of round once before they count, so that all code is compiled; the vendor's burst is used up by it, as it is in any flood that lasts.
        await P99Async(new LatencyHistogram());
        await FloodedAsync(new LatencyHistogram());
        var (flooded, quiet, ratio) = await Spread.AlternateAsync(context.Options.Rounds, () => FloodedAsync(allFlooded), () => P99Async(allQuiet));
        context.Report.Add(new Finding(
            Budget.Flood,
            ratio,
            string.Create(
                CultureInfo.InvariantCulture,
                $"One hub with its default limits. The platform's mix of searches, open loop: Poisson arrivals at {rate:0}/s ({LoadShare:P0} of the throughput), {context.Options.OpenConnections} connections, rounds of {context.Options.LongRound.TotalSeconds:0.#} s in turn with and without the vendor, which has {FloodVendor.ConnectionsEach} connections on each route and repeats at once whatever it is told. Its threads have the lowest priority, since a real one would not share the hub's processors. All searches were answered with 200."),
            [
                new Detail("p99 flooded", Figures.Milliseconds(flooded)),
                new Detail("p99 quiet", Figures.Milliseconds(quiet)),
                new Detail("flooded, all rounds", Figures.Percentiles(allFlooded)),
                new Detail("quiet, all rounds", Figures.Percentiles(allQuiet)),
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
