using System.Diagnostics;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

using Sas.Interop.NationalLoad.Driving;

namespace Sas.Interop.Scenarios.Tests.NationalLoad;

/// <summary>The load driver against a small server that it does not know.</summary>
internal sealed class LoadDriverTests
{
    private static readonly byte[] Body = [.. Enumerable.Repeat((byte)'x', 200_000)];
    private WebApplication? _server;
    private int _slow;

    private Uri Address => new(_server?.Urls.First() ?? throw new InvalidOperationException("The server has not started."));

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.MapGet("/length", static context =>
        {
            context.Response.ContentLength = Body.Length;
            return context.Response.Body.WriteAsync(Body).AsTask();
        });
        _server.MapGet("/chunks", static async context =>
        {
            for (var part = 0; part < Body.Length; part += 7_001)
            {
                await context.Response.Body.WriteAsync(Body.AsMemory(part, Math.Min(7_001, Body.Length - part)));
                await context.Response.Body.FlushAsync();
            }
        });
        _server.MapGet("/empty", static () => Results.Ok());
        _server.MapGet("/wrong", static () => Results.StatusCode(500));
        _server.MapGet("/cut", static context =>
        {
            context.Response.ContentLength = 100;
            context.Abort();
            return Task.CompletedTask;
        });
        _server.MapGet("/stall-once", async () => await Task.Delay(TimeSpan.FromMilliseconds(Interlocked.Exchange(ref _slow, 0)), TimeProvider.System, CancellationToken.None));
        await _server.StartAsync();
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    [TestCase("/length", 200_000)]
    [TestCase("/chunks", 200_000)]
    [TestCase("/empty", 0)]
    public void Exchange_AnyFraming_ReadsTheWholeBodyAndKeepsTheConnection(string path, long length)
    {
        using var connection = new RawConnection(new LoadSettings { Target = Address });
        for (var turn = 0; turn < 5; turn++)
        {
            Assert.That(connection.Exchange(SlotSearchRequest.Get(Address, path)), Is.EqualTo((200, length)));
            Assert.That(connection.Exchange(SlotSearchRequest.Get(Address, "/empty")), Is.EqualTo((200, 0L)));
        }
    }

    [Test]
    public async Task RunAsync_AnswersOtherThan200AndBrokenOnes_AreFailures()
    {
        var result = await DriveAsync(new LoadSettings { Target = Address, Rate = 100, Duration = TimeSpan.FromSeconds(0.5), Connections = 2 }, "/wrong", "/cut", "/empty");

        Assert.That(result.Answered, Is.GreaterThan(0));
        Assert.That(result.Failed, Is.EqualTo(2 * result.Answered).Within(2));
    }

    [Test]
    public async Task RunAsync_ServerStallsOnce_WaitingArrivalsCountTheirWait()
    {
        _slow = 400;
        var result = await DriveAsync(new LoadSettings { Target = Address, Rate = 100, Duration = TimeSpan.FromSeconds(1), Connections = 1 }, "/stall-once");

        // A closed loop would see one slow answer in a hundred; those that came meanwhile waited too, 200 ms on average.
        Assert.That(result.Latency.Max, Is.GreaterThan(TimeSpan.FromMilliseconds(380)));
        Assert.That(result.Latency.Percentile(0.85), Is.GreaterThan(TimeSpan.FromMilliseconds(100)));
        Assert.That(result.Answered + result.Unsent, Is.EqualTo(LoadDriver.Schedule(100, new LoadSettings { Target = Address, Duration = TimeSpan.FromSeconds(1) }).Length));
    }

    [Test]
    public void Schedule_OneRateAndSeed_IsOneAndKeepsTheRate()
    {
        var settings = new LoadSettings { Target = Address, Duration = TimeSpan.FromSeconds(20) };
        var arrivals = LoadDriver.Schedule(1_000, settings);

        Assert.That(LoadDriver.Schedule(1_000, settings), Is.EqualTo(arrivals));
        Assert.That(arrivals, Has.Length.EqualTo(20_000).Within(500).And.Ordered);
        Assert.That(arrivals[^1], Is.LessThan(20 * Stopwatch.Frequency));
    }

    [Test]
    public void Checked_BeyondBounds_IsRefused()
    {
        var sound = new LoadSettings { Target = Address };
        Assert.That(() => (sound with { Connections = 1_000 }).Checked(), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => (sound with { Rate = 1e9 }).Checked(), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => (sound with { Duration = TimeSpan.FromDays(1) }).Checked(), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Draw_PlatformMix_IsMostlyFullListsOfNeighboursAndPopularOnesRepeat()
    {
        var country = Land.Of(2);
        var mix = PlatformMix.Draw(country, Land.Start, 4_000).ToList();

        Assert.That(mix.Select(static request => request.Practitioners.Count), Has.All.InRange(1, 25));
        Assert.That(mix.Count(static request => request.Practitioners.Count == 25), Is.InRange(2_200, 2_800));
        Assert.That(mix.Count(static request => request.WithCommunities), Is.InRange(600, 1_000));
        var byList = mix.GroupBy(static request => request.Practitioners[0]).Select(static group => group.Count()).OrderDescending().ToList();
        Assert.That(byList[0], Is.GreaterThan(20 * byList[byList.Count / 2]));
    }

    private static Task<LoadResult> DriveAsync(LoadSettings settings, params string[] paths) =>
        LoadDriver.RunAsync(settings, [.. paths.Select(path => SlotSearchRequest.Get(settings.Target, path))]);
}
