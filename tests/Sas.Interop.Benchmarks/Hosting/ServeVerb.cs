using System.Diagnostics;
using System.Text.Json;

using Sas.Interop.NationalLoad;
using Sas.Interop.NationalLoad.Agendas;
using Sas.Interop.NationalLoad.Feeds;
using Sas.Interop.NationalLoad.Population;

namespace Sas.Interop.Benchmarks.Hosting;

/// <summary>The server's side of the macro benchmarks, in a process of its own that ends with its parent: when its standard input closes.</summary>
internal static class ServeVerb
{
    public const string Ready = "READY ";

    /// <summary>The one vendor of the feeds; the misbehaving ones are paths of the same server.</summary>
    public const string SteadyVendor = "steady";

    /// <summary>A hub with a country in its index.</summary>
    public static async Task<int> HubAsync(ProgramArguments line)
    {
        var country = BenchCountry.Of(line.Number("practitioners", 1_000));
        var answers = new StaticAnswers();
        await using var hub = await BenchHub.CreateAsync(new BenchFiles(line.Text("hub-adapters"), line.Text("hub-directory"), line.Text("hub-callers")), answers.Map, CancellationToken.None);
        DiagnosticRoutes.Map(hub.Application);
        var before = MemoryFacts.Now(collect: true);
        var started = Stopwatch.GetTimestamp();
        var filler = new IndexFiller(hub.Writer);
        foreach (var said in new SnapshotMaker(country).All(0))
        {
            filler.Apply(said, hub.Time.GetUtcNow());
        }

        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var after = MemoryFacts.Now(collect: true);
        await hub.Application.StartAsync(CancellationToken.None);
        using var stop = new CancellationTokenSource();
        var churn = line.Has("churn") ? new ChurnPump(country, filler, hub.Time).RunAsync(stop.Token) : Task.CompletedTask;
        await TellAsync(new ServerFacts(hub.Address, filler.Slots, seconds, before.Heap, after.Heap) { SecureAddress = hub.SecureAddress });
        await Console.In.ReadToEndAsync(CancellationToken.None);
        await stop.CancelAsync();
        await churn;
        await hub.Application.StopAsync(CancellationToken.None);
        return 0;
    }

    /// <summary>The feeds of a country's vendors, with the two that misbehave.</summary>
    public static async Task<int> FeedsAsync(ProgramArguments line)
    {
        var options = BenchCountry.Of(line.Number("practitioners", 400)).Options;
        var country = new Country(options with { Vendors = [new VendorShare(SteadyVendor, "Steady", 1)] });
        await using var feeds = await FeedServer.StartAsync(country, static () => 0, 0, CancellationToken.None);
        await TellAsync(new ServerFacts(feeds.Address, 0, 0, 0, 0));
        await Console.In.ReadToEndAsync(CancellationToken.None);
        return 0;
    }

    private static Task TellAsync(ServerFacts facts) => Console.Out.WriteLineAsync(Ready + JsonSerializer.Serialize(facts));
}
