using Sas.Interop.Benchmarks.Hosting;
using Sas.Interop.NationalLoad.Driving;
using Sas.Interop.NationalLoad.Feeds;
using Sas.Interop.NationalLoad.Population;

namespace Sas.Interop.Benchmarks.Macro;

/// <summary>Searches while the hub polls vendors over real sockets: all well, against one that never answers and one whose answers never end.</summary>
internal sealed class IsolationMeasure : IMeasure
{
    private const int Owners = 150;
    private const double LoadShare = 0.3;

    // A shorter patience than the hub's own, so that the hung vendor is found out within the run; all else is the hub's default.
    private const string Limits = """{"timeout":"00:00:02"}""";

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShowWithin = TimeSpan.FromSeconds(30);
    private static readonly VendorShare[] Vendors = [new(FeedServer.Hung, "Hung", 1), new(FeedServer.Flood, "Flooding", 1), new(ServeVerb.SteadyVendor, "Steady", 1)];

    public string Name => "isolation";

    public async Task RunAsync(MacroContext context)
    {
        var folder = Directory.CreateTempSubdirectory("bench-isolation-");
        try
        {
            await using var feeds = await ServerProcess.StartAsync("feeds", "--practitioners", $"{Owners}");
            await WriteFilesAsync(folder.FullName, feeds.Address);
            var culprits = string.Empty;
            var (ill, well, ratio) = await Spread.AlternateAsync(
                (context.Options.Rounds + 1) / 2,
                async () =>
                {
                    (var p99, culprits) = await RunOneAsync(context, folder.FullName, "ill.json");
                    return p99;
                },
                async () => (await RunOneAsync(context, folder.FullName, "well.json")).P99);
            context.Report.Add(new Finding(
                Budget.Isolation,
                AreBoth(culprits) ? ratio : null,
                !AreBoth(culprits)
                    ? "The hub did not report both misbehaving vendors as failing: the comparison would show nothing."
                    : $"A new hub each time, polling {Vendors.Length} vendors of {Owners} practitioners every {Every.TotalSeconds:0} s (by default it is a minute) from another process, within the hub's default limits: all well, then one that never answers and one whose answers never end. Open loop at {LoadShare:P0} of the throughput, lists of 25 practitioners of other vendors. Feeds, hub and client share the machine's processors.",
                [new Detail("p99 all well", Figures.Milliseconds(well)), new Detail("p99 with the two", Figures.Milliseconds(ill)), new Detail("culprits by the hub's own words", culprits)]));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task WriteFilesAsync(string folder, Uri feeds)
    {
        // The practitioners of the feeds, divided among three vendors.
        var country = new Country(BenchCountry.Of(Owners).Options with { Vendors = Vendors, Associations = 0 });
        await using (var directory = File.Create(Path.Combine(folder, "directory.json")))
        {
            await DirectoryFile.WriteAsync(country, directory, CancellationToken.None);
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "well.json"), AdaptersFile.Write(Vendors.Select(static vendor => (vendor, ServeVerb.SteadyVendor, Every)), feeds, Limits));
        await File.WriteAllTextAsync(Path.Combine(folder, "ill.json"), AdaptersFile.Write(Vendors.Select(static vendor => (vendor, vendor.Id, Every)), feeds, Limits));
    }

    private static async Task<(double P99, string Culprits)> RunOneAsync(MacroContext context, string folder, string adapters)
    {
        var practitioners = Math.Min(20_000, context.Options.Practitioners);
        await using var server = await ServerProcess.StartAsync(
            "serve", "--practitioners", $"{practitioners}", "--hub-adapters", Path.Combine(folder, adapters), "--hub-directory", Path.Combine(folder, "directory.json"));
        var requests = PlatformMix.Draw(BenchCountry.Of(practitioners), BenchCountry.Start, 500).Select(request => request.ToBytes(server.Address)).ToList();
        var closed = new LoadSettings { Target = server.Address, Connections = context.Options.Connections, Duration = context.Options.Round };

        // One rate for all: what the first server of this measure gave, when nothing was measured before.
        var warm = MacroContext.Sound(await LoadDriver.RunAsync(closed, requests));
        context.ListRate ??= warm.Rate;
        if (adapters == "ill.json")
        {
            await FailuresShowAsync(server);
        }

        var load = MacroContext.Sound(await LoadDriver.RunAsync(
            new LoadSettings { Target = server.Address, Connections = context.Options.OpenConnections, Rate = context.ListRate * LoadShare, Duration = context.Options.LongRound }, requests));
        return (load.Latency.Percentile(0.99).TotalMilliseconds, await CulpritsAsync(server));
    }

    /// <summary>A vendor that floods is found out with the first answer; one that hangs after its timeout and the retries.</summary>
    private static async Task FailuresShowAsync(ServerProcess server)
    {
        var time = TimeProvider.System;
        for (var since = time.GetTimestamp(); time.GetElapsedTime(since) < ShowWithin && !AreBoth(await CulpritsAsync(server));)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), time, CancellationToken.None);
        }
    }

    private static bool AreBoth(string culprits) =>
        culprits.Contains(FeedServer.Hung, StringComparison.Ordinal) && culprits.Contains(FeedServer.Flood, StringComparison.Ordinal);

    private static async Task<string> CulpritsAsync(ServerProcess server)
    {
        using var report = System.Text.Json.JsonDocument.Parse(await server.PeekAsync("/health/ready"));
        return report.RootElement.TryGetProperty("culprits", out var culprits)
            ? string.Join(", ", culprits.EnumerateArray().Select(static culprit => culprit.GetString()))
            : string.Empty;
    }
}
