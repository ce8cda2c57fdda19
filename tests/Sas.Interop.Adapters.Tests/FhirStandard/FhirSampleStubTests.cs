using Sas.Interop.Adapters.Replay;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.TestKit;

namespace Sas.Interop.Adapters.Tests.FhirStandard;

/// <summary>The dialect against mapping files, as the sandbox plays them.</summary>
[TestFixture]
[Parallelizable]
internal sealed class FhirSampleStubTests
{
    [Test]
    public async Task PullAsync_SampleStub_GivesTomorrowsSlotInParisTime()
    {
        var time = new ManualTimeProvider(FhirSamples.Now);
        var load = ReplayPlayer.Load([Path.Combine(AppContext.BaseDirectory, "FhirStandard", "Samples", "Mocks")], time, static () => 0.5);
        Assert.That(load.Faults, Is.Empty);
        var player = load.Player ?? throw new AssertionException("No player.");
        using var handler = new ReplayMessageHandler(new Dictionary<string, ReplayPlayer> { ["vendor.example"] = player }, time);

        var snapshot = (await FhirPulls.PullAsync(handler, "{}")).Single().Outcome.Value;

        Assert.That(FhirPulls.Slots(snapshot).Select(static slot => slot.Start), Is.EqualTo(new[] { new DateTimeOffset(2026, 3, 3, 9, 0, 0, TimeSpan.FromHours(1)) }));
        Assert.That(snapshot?.Tally, Is.EqualTo(new SnapshotTally(1, 0, 0, 0)));
    }
}
