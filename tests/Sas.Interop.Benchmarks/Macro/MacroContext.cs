using Sas.Interop.Benchmarks.Hosting;
using Sas.Interop.Benchmarks.Reports;
using Sas.Interop.NationalLoad.Driving;
using Sas.Interop.NationalLoad.Population;

namespace Sas.Interop.Benchmarks.Macro;

/// <summary>What the measures share: the server with the country, the searches of the two shapes that the budgets name, and the report that they fill.</summary>
internal sealed class MacroContext(MacroOptions options, ServerProcess server, Action<string> tell)
{
    // So many different lists that neither side answers from the processor's own caches.
    private const int Lists = 32;
    private SearchSet? _list;
    private SearchSet? _one;

    public MacroOptions Options => options;

    public ServerProcess Server => server;

    public Country Country { get; } = BenchCountry.Of(options.Practitioners);

    public MacroReport Report { get; } = new() { Quick = options.Quick };

    /// <summary>Requests a second of the search with 25 practitioners; null until it is measured.</summary>
    public double? ListRate { get; set; }

    public void Tell(string line) => tell(line);

    public async Task<SearchSet> ListAsync() => _list ??= await SearchSet.PrepareAsync(server, "list", Shape(PlatformMix.LongestList));

    public async Task<SearchSet> OneAsync() => _one ??= await SearchSet.PrepareAsync(server, "one", Shape(1));

    /// <summary>Answers a second when each connection asks again at once.</summary>
    public async Task<double> ThroughputAsync(IReadOnlyList<byte[]> requests) => (await ClosedAsync(requests, options.Connections, options.Round)).Rate;

    public async Task<LoadResult> ClosedAsync(IReadOnlyList<byte[]> requests, int connections, TimeSpan duration) =>
        Sound(await LoadDriver.RunAsync(new LoadSettings { Target = server.Address, Connections = connections, Duration = duration }, requests));

    public async Task<LoadResult> OpenAsync(IReadOnlyList<byte[]> requests, double rate, ulong seed) =>
        Sound(await LoadDriver.RunAsync(
            new LoadSettings { Target = server.Address, Connections = options.OpenConnections, Rate = rate, Duration = options.LongRound, Seed = seed }, requests));

    /// <exception cref="InvalidOperationException">Some answers were no answers: figures made of them would lie.</exception>
    public static LoadResult Sound(LoadResult result) =>
        result.Failed == 0 && result.Answered > 0 ? result : throw new InvalidOperationException($"{result.Failed} of {result.Failed + result.Answered} requests failed.");

    /// <summary>Lists from all over the country.</summary>
    private SlotSearchRequest[] Shape(int practitioners) =>
        [.. Enumerable.Range(0, Lists).Select(i => PlatformMix.List(Country, (int)((long)i * options.Practitioners / Lists), practitioners, BenchCountry.Start))];
}
