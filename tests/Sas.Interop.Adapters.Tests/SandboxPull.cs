using System.Text.Json;

using Sas.Interop.Adapters.Replay;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.TestKit;

namespace Sas.Interop.Adapters.Tests;

/// <summary>Pulls from a dialect's own mocks, played at a chosen time.</summary>
internal static class SandboxPull
{
    /// <param name="factory">The dialect.</param>
    /// <param name="folder">The dialect's folder, which holds <c>Mocks</c>.</param>
    /// <param name="now">The clock of mocks and adapter.</param>
    /// <param name="target">Whom to ask for the 72 hours from then.</param>
    public static async Task<IReadOnlyList<PullResult>> RunAsync(IVendorAdapterFactory factory, string folder, DateTimeOffset now, PullTarget target)
    {
        var time = new ManualTimeProvider(now);
        var load = ReplayPlayer.Load([Path.Combine(AppContext.BaseDirectory, "mocks", folder, "Mocks")], time, static () => 0.5);
        Assert.That(load.Faults, Is.Empty);
        Assert.That(load.Player, Is.Not.Null);
        var players = new Dictionary<string, ReplayPlayer> { ["sandbox.example"] = load.Player };
        using var transport = new HttpMessageInvoker(new ReplayMessageHandler(players, time));
        await using var adapter = factory.Create(new VendorContext
        {
            VendorId = "sandbox",
            BaseUrl = new Uri("http://sandbox.example"),
            Options = default(JsonElement),
            Limits = new VendorLimits { Retries = 0, RequestsPerSecond = 1000 },
            Transport = transport,
            Time = time,
            Jitter = static () => 0.5,
        });
        var results = new List<PullResult>();
        await foreach (var result in ((ISlotSource)adapter).PullAsync(new PullRequest([target], new TimeWindow(now, now.AddHours(72))), CancellationToken.None))
        {
            results.Add(result);
        }

        return results;
    }
}
