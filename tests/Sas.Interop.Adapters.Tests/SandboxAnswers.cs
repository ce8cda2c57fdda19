
using Sas.Interop.Adapters.Replay;

namespace Sas.Interop.Adapters.Tests;

/// <summary>The sandbox's own answers of one vendor, played in process on a chosen clock.</summary>
internal static class SandboxAnswers
{
    public static HttpMessageHandler Of(string vendor, string host, TimeProvider time)
    {
        var load = ReplayPlayer.Load([Path.Combine(AppContext.BaseDirectory, "mocks", vendor, "Mocks")], time, static () => 0.5);
        Assert.That(load.Faults, Is.Empty);
        return new ReplayMessageHandler(new Dictionary<string, ReplayPlayer> { [host] = load.Player! }, time); // No fault, hence a player.
    }
}
