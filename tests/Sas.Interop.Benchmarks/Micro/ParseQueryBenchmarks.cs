using BenchmarkDotNet.Attributes;

using Microsoft.AspNetCore.WebUtilities;

using Sas.Interop.Benchmarks.Hosting;
using Sas.Interop.Hub.Fhir.Search;
using Sas.Interop.NationalLoad.Driving;

namespace Sas.Interop.Benchmarks.Micro;

/// <summary>From the text of a query to what is asked for. Baseline: only splitting and decoding the same text with the framework's own reader.</summary>
public class ParseQueryBenchmarks
{
    private readonly SearchQuery _parsed = new();
    private string _query = string.Empty;

    [Params(1, 25)]
    public int Practitioners { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        var target = PlatformMix.List(BenchCountry.Of(100), 0, Practitioners, BenchCountry.Start).Target;
        _query = target[target.IndexOf('?', StringComparison.Ordinal)..];
    }

    [Benchmark(Baseline = true)]
    public int SplitAndDecode()
    {
        var length = 0;
        foreach (var pair in new QueryStringEnumerable(_query))
        {
            length += pair.DecodeName().Length + pair.DecodeValue().Length;
        }

        return length;
    }

    [Benchmark]
    public int Parse()
    {
        _parsed.Clear(SearchKind.Slot);
        SearchParser.Read(_parsed, _query, strict: false);
        SearchParser.Complete(_parsed);
        return _parsed.Owners.Length;
    }
}
