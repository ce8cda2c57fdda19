using System.Net;

using Sas.Interop.Scenarios.Tests.Hosting;
using Sas.Interop.TestKit;
using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Scenarios.Tests.Storage;

/// <summary>A clock that jumps under the running hub: writes are made all the same, in order, and nobody waits for the clock.</summary>
[Parallelizable]
internal sealed class ClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 24, 7, 0, 0, TimeSpan.Zero);

    [Test]
    public Task Jumping_OnSqlite_WritesGoOn() => JumpsAsync();

    [Test]
    public async Task Jumping_OnPostgres_WritesGoOn()
    {
        if (PostgresBinaries.WhyAbsent is { } why)
        {
            Assert.Ignore(why);
        }

        var server = await PostgresServer.SharedAsync();
        await JumpsAsync("Hub:Storage:Provider=postgresql", $"Hub:Storage:Connection={PlantedSecrets.Connection(await server.CreateDatabaseAsync())}");
    }

    private static async Task JumpsAsync(params string[] settings)
    {
        var clock = new AdvancingTimeProvider(Start);
        await using var hub = await StorageHub.WithClockAsync(clock, settings);
        var writer = new DurableWriter(hub, 1);
        await writer.UntilMadeAsync();
        foreach (var jump in new[] { TimeSpan.FromDays(1), TimeSpan.FromDays(-2), TimeSpan.FromDays(1), TimeSpan.FromSeconds(-1) })
        {
            clock.Advance(jump);
            Assert.That(await writer.WriteAsync(), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.OK)), $"after {jump}");
            await writer.IsKeptAsync();
            await StorageHub.HasNoHoleAsync(hub);
        }

        Assert.That(await StorageHub.HealthAsync(hub), Is.EqualTo("ok"));
    }
}
