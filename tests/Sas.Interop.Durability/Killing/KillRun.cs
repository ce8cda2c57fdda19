using Sas.Interop.Durability.Tracks;
using Sas.Interop.Durability.Wire;
using Sas.Interop.Durability.World;
using Sas.Interop.NationalLoad.Population;

namespace Sas.Interop.Durability.Killing;

/// <summary>
/// Starts the real hub, lets clients write, kills it without warning, starts it again and compares what it has with what it acknowledged; again and again on one database.
/// </summary>
internal sealed class KillRun : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private readonly KillOptions _options;
    private readonly IKillDatabase _database;
    private readonly Action<int, Ledger> _progress;
    private readonly Ledger _ledger = new();
    private readonly VendorServer _vendors;
    private readonly HubSite _site;
    private readonly Cast _cast;

    private KillRun(KillOptions options, IKillDatabase database, VendorServer vendors, Action<int, Ledger> progress)
    {
        _options = options;
        _database = database;
        _vendors = vendors;
        _progress = progress;
        _site = new HubSite(vendors, database);
        _cast = new Cast(options, vendors, _ledger);
    }

    /// <param name="options">How often, and among how much.</param>
    /// <param name="database">The database that lives through all rounds.</param>
    /// <param name="progress">Hears of each round that has ended.</param>
    /// <param name="cancellationToken">Ends the run after the round under way.</param>
    public static async Task<KillReport> RunAsync(KillOptions options, IKillDatabase database, Action<int, Ledger> progress, CancellationToken cancellationToken)
    {
        var tomorrow = new DateTimeOffset(TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
        var vendors = await VendorServer.StartAsync(tomorrow);
        await using var run = new KillRun(options, database, vendors, progress);
        return await run.RunAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _vendors.DisposeAsync();
        _site.Dispose();
    }

    private async Task<KillReport> RunAsync(CancellationToken cancellationToken)
    {
        var time = TimeProvider.System;
        var since = time.GetTimestamp();
        var rounds = 0;
        try
        {
            await SetUpAsync();
            while (rounds < _options.Rounds && !cancellationToken.IsCancellationRequested)
            {
                await RoundAsync(rounds + 1);
                rounds++;
                _progress(rounds, _ledger);
            }

            await EndAsync();
        }
        catch (Exception stuck) when (stuck is not OperationCanceledException)
        {
            // The hub did not come back, or does not answer as it should: nothing more can be learnt from going on.
            _ledger.Fault(FaultKind.Answer, stuck.ToString());
        }

        return new KillReport(_database.Name, rounds, _options.Seed, _ledger, time.GetElapsedTime(since));
    }

    private async Task SetUpAsync()
    {
        await using var hub = _site.Start();
        using var calls = new HubCalls(await hub.AddressAsync(), _options.Clients);
        foreach (var regulator in _cast.Regulators)
        {
            var call = new Call(HttpMethod.Put, Samples.Criterion("Practitioner", Samples.PlatformSystem, regulator)) { Body = Samples.Regulator(regulator, 1, active: true) };
            var reply = await calls.SendAsync(call);
            if (reply.Status is not (200 or 201))
            {
                throw new InvalidOperationException($"A regulator's account could not be made: {reply}");
            }
        }

        hub.Kill();
    }

    private async Task RoundAsync(int round)
    {
        var dice = new Dice((ulong)_options.Seed).With(round);
        await using var hub = _site.Start();
        using var calls = new HubCalls(await hub.AddressAsync(), 2 * _options.Clients);
        await Task.WhenAll(_cast.Players.Select(player => player.CheckAsync(calls, everything: false)));

        var first = _ledger.BeginRound(round);
        var playing = _cast.Players.Select((player, number) => player.PlayAsync(calls, new Random(dice.With(number).Below(int.MaxValue)))).ToList();
        await first.WaitAsync(_options.RestWithin);
        await Task.Delay(_options.KillWithin * dice.With(-1).Share, TimeProvider.System, CancellationToken.None);
        if (_options.KillDatabase && round % 2 == 1)
        {
            // The hub sees its database die, and answers that it does not know, before it is killed itself.
            await _database.CrashAsync();
        }

        hub.Kill();
        if (_options.KillDatabase && round % 2 == 0)
        {
            await _database.CrashAsync();
        }

        await Task.WhenAll(playing);
    }

    private async Task EndAsync()
    {
        await using var hub = _site.Start();
        using var calls = new HubCalls(await hub.AddressAsync(), 2 * _options.Clients);
        await Task.WhenAll(_cast.Players.Select(player => player.CheckAsync(calls, everything: false)));
        await SettleAsync(calls);
        await Task.WhenAll(_cast.Players.Select(player => player.CheckAsync(calls, everything: true)));
        foreach (var link in _cast.Links)
        {
            await link.UseAsync(calls);
            await link.UseAsync(calls);
        }

        foreach (var expectation in _cast.Expectations)
        {
            await expectation.CheckAsync(calls, _ledger);
        }

        await new RestCheck(calls, _cast, _vendors, _ledger).RunAsync(_options.RestWithin);
        hub.Kill();
    }

    private async Task SettleAsync(HubCalls calls)
    {
        var time = TimeProvider.System;
        var since = time.GetTimestamp();
        while (_cast.Players.Any(static player => player.IsInDoubt))
        {
            await Task.WhenAll(_cast.Players.Select(player => player.SettleAsync(calls)));
            if (time.GetElapsedTime(since) > _options.RestWithin)
            {
                _ledger.Fault(FaultKind.Answer, "a request that is sent again and again gets no final answer");
                return;
            }

            await Task.Delay(Look, time, CancellationToken.None);
        }
    }
}
