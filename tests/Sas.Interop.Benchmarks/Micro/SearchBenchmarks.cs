using BenchmarkDotNet.Attributes;

using Sas.Interop.Benchmarks.Hosting;
using Sas.Interop.NationalLoad.Agendas;
using Sas.Interop.NationalLoad.Driving;

namespace Sas.Interop.Benchmarks.Micro;

/// <summary>
/// The endpoint of slot searches, without server and socket, into a writer that forgets; a new HTTP context each time counts with it, which Kestrel would use again.
/// Baseline: copying the bytes of the same answer into such a writer.
/// </summary>
public class SearchBenchmarks
{
    private const int Size = 1_000;
    private readonly NullPipeWriter _output = new();
    private BenchHub? _hub;
    private InProcessSearch? _search;
    private string _target = string.Empty;
    private byte[] _answer = [];

    [Params(1, 25, 100)]
    public int Practitioners { get; set; }

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        var country = BenchCountry.Of(Size);
        _hub = await BenchHub.CreateAsync(BenchFiles.None, null, CancellationToken.None);
        var filler = new IndexFiller(_hub.Writer);
        foreach (var said in new SnapshotMaker(country).All(0))
        {
            filler.Apply(said, _hub.Time.GetUtcNow());
        }

        _search = new InProcessSearch(_hub.Application);
        _target = PlatformMix.List(country, 0, Practitioners, BenchCountry.Start).Target;
        _answer = new byte[await _search.RunAsync(_target)];
    }

    [GlobalCleanup]
    public async Task CleanUpAsync()
    {
        if (_hub is not null)
        {
            await _hub.DisposeAsync();
        }
    }

    [Benchmark(Baseline = true)]
    public long CopySameBytes()
    {
        _output.Reset();
        for (var rest = _answer.AsSpan(); !rest.IsEmpty;)
        {
            var room = _output.GetSpan();
            var step = Math.Min(room.Length, rest.Length);
            rest[..step].CopyTo(room);
            _output.Advance(step);
            rest = rest[step..];
        }

        return _output.Written;
    }

    [Benchmark]
    public ValueTask<long> Search() => _search?.RunAsync(_target) ?? throw new InvalidOperationException("Not set up.");
}
