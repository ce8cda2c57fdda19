using System.Text.Json;

using Microsoft.Extensions.DependencyInjection;

using Sas.Interop.Benchmarks.Hosting;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Security;

namespace Sas.Interop.Benchmarks.Dialects;

/// <summary>Pulls one dialect's prepared answers through the real adapter into the real index, again and again.</summary>
internal sealed class DialectPull : IAsyncDisposable
{
    private const int DeepestBody = 64;
    private readonly CannedTransport _transport;
    private readonly IVendorAdapter _adapter;
    private readonly PullRequest _request;
    private readonly VendorFreshness _freshness;
    private readonly BenchHub _hub;
    private byte[][] _bodies = [];

    private DialectPull(DialectFeed feed, BenchHub hub)
    {
        _hub = hub;
        _transport = new CannedTransport(feed);
        _freshness = new VendorFreshness(feed.Dialect, TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.Zero, BookingRule.Of("vendor.example", "*.vendor.example"));
        _request = new PullRequest(feed.Targets, new TimeWindow(BenchCountry.Start, BenchCountry.Start.AddDays(4)));
        _adapter = hub.Application.Services.GetServices<IVendorAdapterFactory>().Single(factory => factory.Dialect == feed.Dialect).Create(new VendorContext
        {
            VendorId = feed.Dialect,
            BaseUrl = new Uri("http://vendor.example/"),
            Options = JsonDocument.Parse("{}").RootElement,

            // No limit may slow what is measured.
            Limits = new VendorLimits { RequestsPerSecond = 1_000_000, Concurrency = 16, MaxBodyBytes = 256 * 1024 * 1024 },
            Transport = new HttpMessageInvoker(_transport),
            Time = hub.Time,
            Jitter = static () => 0.5,
        });
    }

    /// <summary>Bytes that one pull reads.</summary>
    public long BytesAPull { get; private set; }

    /// <summary>Slots that one pull brings.</summary>
    public int SlotsAPull { get; private set; }

    /// <summary>Makes the adapter, lets it read its catalogue, and looks at one pull.</summary>
    public static async Task<DialectPull> StartAsync(DialectFeed feed, BenchHub hub)
    {
        var pull = new DialectPull(feed, hub);
        await pull.RunAsync();
        await pull.RunAsync();
        pull._transport.Bodies.Clear();
        var before = pull.SlotsAPull;
        await pull.RunAsync();
        pull._bodies = [.. pull._transport.Bodies];
        pull.BytesAPull = pull._bodies.Sum(static body => (long)body.Length);
        return before > 0 && pull.BytesAPull > 0 ? pull : throw new InvalidOperationException($"A pull of '{feed.Dialect}' brings nothing.");
    }

    /// <summary>Pulls once and applies every snapshot.</summary>
    /// <returns>Bytes read.</returns>
    /// <exception cref="InvalidOperationException">A target failed.</exception>
    public async Task<long> RunAsync()
    {
        _transport.Bodies.Clear();
        _transport.Changed = !_transport.Changed;
        SlotsAPull = 0;
        await foreach (var result in ((ISlotSource)_adapter).PullAsync(_request, CancellationToken.None))
        {
            var snapshot = result.Outcome.Value ?? throw new InvalidOperationException($"{_adapter.Dialect}: {result.Outcome.Error}");
            _hub.Writer.Apply(_freshness, snapshot, BenchCountry.Start);
            SlotsAPull += snapshot.Schedules.Sum(static schedule => schedule.Slots.Count);
        }

        return _transport.Bodies.Sum(static body => (long)body.Length);
    }

    /// <summary>Reads every token of the bodies of one pull, and uses none.</summary>
    /// <returns>Bytes read.</returns>
    public long Tokenize()
    {
        var tokens = 0;
        foreach (var body in _bodies)
        {
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = DeepestBody });
            while (reader.Read())
            {
                tokens++;
            }
        }

        return tokens > 0 ? BytesAPull : 0;
    }

    public ValueTask DisposeAsync() => _adapter.DisposeAsync();
}
