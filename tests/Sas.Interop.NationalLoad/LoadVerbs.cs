using Sas.Interop.NationalLoad.Driving;
using Sas.Interop.NationalLoad.Feeds;
using Sas.Interop.NationalLoad.Population;

namespace Sas.Interop.NationalLoad;

/// <summary>What the program can do.</summary>
internal static class LoadVerbs
{
    public const string Usage = """
        Usage: dotnet run -c Release --project tests/Sas.Interop.NationalLoad -- VERB [options]

          files --out FOLDER       writes directory.json and adapters.json of a country whose vendors answer at --feeds (default http://127.0.0.1:9191/)
          feeds --port 9191        serves the feeds of every vendor of the country in the dialect sas-fhir, until it is stopped
          drive --target URL       drives a hub with the platform's mix: --rate 200 (a second; 0: as fast as it answers) --seconds 30 --connections 16

        The country: --seed 1 --practitioners 100000 --slots 5000000 --days 10 --start 2026-03-02T07:00:00+01:00 (default: now)
        """;

    public static CountryOptions Options(ProgramArguments line, TimeProvider time)
    {
        var start = line.Text("start") is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : time.GetUtcNow();
        return new CountryOptions
        {
            Seed = line.Number("seed", 1UL),
            Practitioners = line.Number("practitioners", 100_000),
            Slots = line.Number("slots", 5_000_000L),
            Days = line.Number("days", 10),
            Associations = line.Number("associations", 60),
            Start = start,
            Vendors = VendorMarket.Read(line.Text("adapters") ?? "adapters.json"),
        };
    }

    public static async Task<int> FilesAsync(Country country, ProgramArguments line, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(line.Text("out") ?? throw new ArgumentException("--out needs a folder."));
        var feeds = new Uri(line.Text("feeds") ?? "http://127.0.0.1:9191/");
        await using (var directory = File.Create(Path.Combine(folder.FullName, "directory.json")))
        {
            await DirectoryFile.WriteAsync(country, directory, cancellationToken);
        }

        var vendors = country.Options.Vendors.Select(static vendor => (vendor, vendor.Id, TimeSpan.FromMinutes(1)));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "adapters.json"), AdaptersFile.Write(vendors, feeds, AdaptersFile.Wide), cancellationToken);
        await Console.Out.WriteLineAsync($"{country.Owners} owners of {country.Options.Vendors.Count} vendors are in {folder.Name}.");
        return 0;
    }

    public static async Task<int> FeedsAsync(Country country, ProgramArguments line, TimeProvider time, CancellationToken cancellationToken)
    {
        var start = country.Options.Start;
        await using var server = await FeedServer.StartAsync(country, () => Math.Max(0, (int)(time.GetUtcNow() - start).TotalMinutes), line.Number("port", 9191), cancellationToken);
        await Console.Out.WriteLineAsync($"Feeds of {country.Options.Vendors.Count} vendors at {server.Address}{{vendor}}/fhir/");
        var stopped = new TaskCompletionSource();
        await using var registration = cancellationToken.Register(stopped.SetResult);
        await stopped.Task;
        return 0;
    }

    public static async Task<int> DriveAsync(Country country, ProgramArguments line, TimeProvider time)
    {
        var target = new Uri(line.Text("target") ?? throw new ArgumentException("--target needs the address of a hub."));
        var rate = line.Number("rate", 200.0);
        var settings = new LoadSettings
        {
            Target = target,
            Rate = rate > 0 ? rate : null,
            Duration = TimeSpan.FromSeconds(line.Number("seconds", 30.0)),
            Connections = line.Number("connections", 16),
            Seed = country.Options.Seed,
        };
        byte[][] requests = [.. PlatformMix.Draw(country, time.GetUtcNow(), 2_000).Select(request => request.ToBytes(target))];
        var result = await LoadDriver.RunAsync(settings, requests);
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Answered} answers ({result.Rate:0.0}/s), {result.Failed} failed, {result.Unsent} unsent, {result.BodyBytes / 1e6:0.0} MB; ms: p50 {Ms(result, 0.5)}, p90 {Ms(result, 0.9)}, p99 {Ms(result, 0.99)}, p99.9 {Ms(result, 0.999)}, max {result.Latency.Max.TotalMilliseconds:0.000}"));
        return result.Failed == 0 ? 0 : 1;
    }

    private static string Ms(LoadResult result, double share) => result.Latency.Percentile(share).TotalMilliseconds.ToString("0.000", CultureInfo.InvariantCulture);
}
