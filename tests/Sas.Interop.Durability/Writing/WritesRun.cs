using Sas.Interop.Durability.Killing;
using Sas.Interop.Durability.Tracks;
using Sas.Interop.Durability.Wire;
using Sas.Interop.Durability.World;
using Sas.Interop.NationalLoad.Driving;
using Sas.Interop.NationalLoad.Population;

namespace Sas.Interop.Durability.Writing;

/// <summary>Many clients write the same and different appointments; what is kept is compared with a model of what must be.</summary>
internal sealed class WritesRun
{
    private const int Counters = 8;
    private const string Regulator = "00000000-0000-4000-8000-000000000001";

    /// <summary>Kinds of write that end in a new version, and so in a commit.</summary>
    private static readonly string[] Changes = ["create", "update", "cancelled", "increase"];

    private readonly WritesOptions _options;
    private readonly Ledger _ledger = new();
    private readonly DateTimeOffset _first;
    private readonly CounterTrack[] _counters;
    private readonly List<AppointmentTrack>[] _own;
    private readonly LatencyHistogram[] _latencies;

    private WritesRun(WritesOptions options)
    {
        _options = options;
        _first = new DateTimeOffset(TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
        _counters = [.. Enumerable.Range(0, Counters).Select(number => new CounterTrack(About($"counter-{number}", number), Vendors.Page, _ledger))];
        _own = [.. Enumerable.Range(0, options.Clients).Select(static _ => new List<AppointmentTrack>())];
        _latencies = [.. Enumerable.Range(0, options.Clients).Select(static _ => new LatencyHistogram())];
    }

    public static async Task<WritesResult> RunAsync(WritesOptions options, IWriteStore store, CancellationToken cancellationToken)
    {
        await using var hub = await WriteHub.StartAsync(store, options);
        using var calls = new HubCalls(hub.Root, options.Clients);
        var run = new WritesRun(options);
        await Task.WhenAll(run._counters.SelectMany(counter => Enumerable.Range(0, options.Clients).Select(_ => counter.CreateAsync(calls))));
        var since = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, options.Clients).Select(client => run.WriteAsync(calls, client, cancellationToken)));
        var elapsed = TimeProvider.System.GetElapsedTime(since);
        await run.CheckAsync(calls);

        var references = new List<CommitRate>();
        foreach (var connections in options.ReferenceDuration > TimeSpan.Zero ? store.ReferenceConnections : [])
        {
            references.Add(new CommitRate(connections, await store.CommitsAsync(hub.DataFolder, connections, options.Flush, options.ReferenceDuration)));
        }

        return run.Result(store.Name, elapsed, references);
    }

    private async Task WriteAsync(HubCalls calls, int client, CancellationToken cancellationToken)
    {
        var time = TimeProvider.System;
        var random = new Random(new Dice((ulong)_options.Seed).With(client).Below(int.MaxValue));
        var since = time.GetTimestamp();
        for (var step = 0; time.GetElapsedTime(since) < _options.Duration && !cancellationToken.IsCancellationRequested; step++)
        {
            var began = time.GetTimestamp();
            if (random.Next(4) == 0)
            {
                await _counters[random.Next(Counters)].IncreaseAsync(calls);
            }
            else
            {
                await Own(client, step).StepAsync(calls, random);
            }

            _latencies[client].Record(time.GetElapsedTime(began));
        }
    }

    private AppointmentTrack Own(int client, int step)
    {
        var own = _own[client];
        if (own is not [.., { IsDone: false }])
        {
            own.Add(new AppointmentTrack(About(string.Create(CultureInfo.InvariantCulture, $"own-{client}-{step}"), client), Vendors.Page, _ledger));
        }

        return own[^1];
    }

    private AppointmentAbout About(string value, int owner) => new(Vendors.AppointmentSystem(Vendors.Page), value, Vendors.OtherOwner(owner), Regulator, _first);

    private async Task CheckAsync(HubCalls calls)
    {
        foreach (var counter in _counters)
        {
            await counter.CheckAsync(calls);
        }

        await Parallel.ForEachAsync(_own.SelectMany(static own => own), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (track, _) => await track.CheckAsync(calls));
    }

    private WritesResult Result(string store, TimeSpan elapsed, IReadOnlyList<CommitRate> references)
    {
        var latency = new LatencyHistogram();
        foreach (var part in _latencies)
        {
            latency.Merge(part);
        }

        var changes = Changes.Sum(_ledger.CountOf);
        return new WritesResult
        {
            Database = store,
            Flush = _options.Flush,
            Clients = _options.Clients,
            Seconds = elapsed.TotalSeconds,
            Changes = changes,
            Acknowledged = _ledger.Acknowledged,
            Refused = _ledger.CountOf("increase refused with 412"),
            Rate = changes / elapsed.TotalSeconds,
            MedianMilliseconds = latency.Percentile(0.5).TotalMilliseconds,
            P99Milliseconds = latency.Percentile(0.99).TotalMilliseconds,
            References = references,
            Faults = [.. _ledger.Faults],
        };
    }
}
