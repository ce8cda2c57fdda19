using System.Globalization;

using Sas.Interop.Adapters.Replay;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.TestKit;

namespace Sas.Interop.Adapters.Tests;

/// <summary>Pulls from a dialect's own mocks, played in process at a chosen time.</summary>
internal static class SandboxPull
{
    private const string Host = "sandbox.example";

    /// <summary>What the mocks show of one target in the 72 hours from a time.</summary>
    public static Task<Snapshot> RunAsync(IVendorAdapterFactory factory, string now, PlaceDetails place, params (string Name, string Value)[] keys)
    {
        var from = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture);
        return RunAsync(factory, new TimeWindow(from, from.AddHours(72)), place, keys.ToDictionary(static key => key.Name, static key => key.Value));
    }

    /// <param name="factory">The dialect; its mocks lie in the folder of its namespace.</param>
    /// <param name="window">The starts to ask for; the clock of mocks and adapter stands at its beginning.</param>
    /// <param name="place">Place of the target.</param>
    /// <param name="keys">The vendor's keys of the target.</param>
    public static async Task<Snapshot> RunAsync(IVendorAdapterFactory factory, TimeWindow window, PlaceDetails place, IReadOnlyDictionary<string, string> keys)
    {
        var time = new ManualTimeProvider(window.From);
        var folder = factory.GetType().Namespace!.Split('.')[^1]; // Every type of the product has a namespace.
        var players = new Dictionary<string, ReplayPlayer> { [Host] = Load(folder, time) };
        await using var adapter = factory.Create(Pulling.Context(new ReplayMessageHandler(players, time), time, Host));
        var target = new PullTarget { Owner = OwnerKey.Create(OwnerKind.Practitioner, "810000000041"), Place = place, Keys = keys };
        return Pulling.Single(await adapter.CollectAsync(new PullRequest([target], window)));
    }

    /// <summary>The mocks of one dialect, which must be without fault.</summary>
    public static ReplayPlayer Load(string folder, TimeProvider time)
    {
        var load = ReplayPlayer.Load([Path.Combine(AppContext.BaseDirectory, "mocks", folder, "Mocks")], time, static () => 0.5);
        Assert.That(load.Faults, Is.Empty);
        return load.Player ?? throw new InvalidOperationException($"No mocks of {folder}.");
    }
}
