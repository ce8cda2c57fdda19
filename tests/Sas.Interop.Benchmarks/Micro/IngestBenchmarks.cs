using BenchmarkDotNet.Attributes;

using Sas.Interop.Benchmarks.Dialects;
using Sas.Interop.Benchmarks.Hosting;

namespace Sas.Interop.Benchmarks.Micro;

/// <summary>One pull of prepared answers through a real adapter into the real index. Baseline: only tokenizing the same bytes.</summary>
public class IngestBenchmarks
{
    private BenchHub? _hub;
    private DialectPull? _pull;

    [ParamsSource(nameof(Dialects))]
    public string Dialect { get; set; } = string.Empty;

    public static IEnumerable<string> Dialects => DialectFeeds.All().Select(static feed => feed.Dialect);

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _hub = await BenchHub.CreateAsync(BenchFiles.None, null, CancellationToken.None);
        _pull = await DialectPull.StartAsync(DialectFeeds.All().Single(feed => feed.Dialect == Dialect), _hub);
    }

    [GlobalCleanup]
    public async Task CleanUpAsync()
    {
        if (_pull is not null && _hub is not null)
        {
            await _pull.DisposeAsync();
            await _hub.DisposeAsync();
        }
    }

    [Benchmark(Baseline = true)]
    public long Tokenize() => _pull?.Tokenize() ?? 0;

    [Benchmark]
    public Task<long> PullIntoIndex() => _pull?.RunAsync() ?? throw new InvalidOperationException("Not set up.");
}
