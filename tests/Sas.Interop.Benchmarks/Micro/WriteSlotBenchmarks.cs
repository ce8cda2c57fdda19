using System.Text.Json;

using BenchmarkDotNet.Attributes;

using Microsoft.Extensions.DependencyInjection;

using Sas.Interop.Benchmarks.Hosting;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Fhir.Search;
using Sas.Interop.NationalLoad.Agendas;
using Sas.Interop.NationalLoad.Feeds;
using Sas.Interop.NationalLoad.Population;

namespace Sas.Interop.Benchmarks.Micro;

/// <summary>One slot of an answer. Baseline: the slot of a feed, by the framework's own JSON writer.</summary>
#pragma warning disable CA1001 // What it holds is disposed of in the clean-up, which BenchmarkDotNet calls.
public class WriteSlotBenchmarks
#pragma warning restore CA1001
{
    private const int Slots = 100;
    private readonly NullPipeWriter _output = new();
    private readonly PageWriter _page = new();
    private readonly SlotWriter _writer = new();
    private readonly Country _country = BenchCountry.Of(1);
    private readonly byte[] _address = "http://127.0.0.1:8080/fhir"u8.ToArray();
    private Utf8JsonWriter? _json;
    private BenchHub? _hub;
    private PlaceEntry? _place;
    private byte[] _owner = [];
    private InventedOwner? _invented;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _hub = await BenchHub.CreateAsync(BenchFiles.None, null, CancellationToken.None);
        _invented = _country.Owner(0);
        var filler = new IndexFiller(_hub.Writer);
        foreach (var said in new SnapshotMaker(_country).Of(_invented, 0))
        {
            filler.Apply(said, _hub.Time.GetUtcNow());
        }

        _place = _hub.Application.Services.GetRequiredService<IAvailabilityReader>().Find(_invented.Key)?.Places.MaxBy(static place => place.Slots.Length);
        _owner = System.Text.Encoding.ASCII.GetBytes(_invented.Id);
        _json = new Utf8JsonWriter(_output);
    }

    [GlobalCleanup]
    public async Task CleanUpAsync()
    {
        _writer.Dispose();
        if (_json is not null && _hub is not null)
        {
            await _json.DisposeAsync();
            await _hub.DisposeAsync();
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Slots)]
    public long JsonWriter()
    {
        if (_json is null || _invented is null)
        {
            throw new InvalidOperationException("Not set up.");
        }

        var place = _invented.Places[0];
        var slot = new PlaceSlot(new DateOnly(2026, 3, 2), 1, BenchCountry.Start, place.Kinds[0]);
        _json.Reset(_output);
        _json.WriteStartArray();
        var feed = new FeedWriter(_country, _json);
        for (var i = 0; i < Slots; i++)
        {
            feed.Slot(_invented, place, slot);
        }

        _json.WriteEndArray();
        return _json.BytesPending + _json.BytesCommitted;
    }

    [Benchmark(OperationsPerInvoke = Slots)]
    public long SlotWriter()
    {
        var place = _place ?? throw new InvalidOperationException("Not set up.");
        _page.Start(_output);
        _writer.Enter(_address, _owner, place, SlotFlow.Individual);
        for (var i = 0; i < Slots; i++)
        {
            _writer.Write(place.Slots[i % place.Slots.Length], (byte)',', _page);
        }

        return _page.Written;
    }
}
