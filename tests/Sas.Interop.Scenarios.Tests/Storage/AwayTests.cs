using Sas.Interop.TestKit;

namespace Sas.Interop.Scenarios.Tests.Storage;

/// <summary>A database server that goes away under the running hub: writes are put off, searches go on, nothing is half-made, and all works again when it is back.</summary>
[Parallelizable]
internal sealed class AwayTests
{
    private const int Seats = 4;
    private PostgresServer _server = null!; // Set before each test.

    [SetUp]
    public async Task StartServer()
    {
        if (PostgresBinaries.WhyAbsent is { } why)
        {
            Assert.Ignore(why);
        }

        _server = await PostgresServer.StartNewAsync("fsync=off");
    }

    [TearDown]
    public async Task StopServer()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    [Test]
    public Task Stopped_AndStartedAgain_PutsWritesOffAndLosesNone() => GoesAwayAsync(static server => server.StopAsync(), static server => server.StartAsync());

    [Test]
    public Task Hanging_AndGoingOn_PutsWritesOffAndLosesNone() => GoesAwayAsync(static server => server.PauseAsync(), static server => server.ResumeAsync());

    [Test]
    public async Task Crashing_UnderManyWriters_LosesNothingAcknowledged()
    {
        await using var hub = await StorageHub.OnPostgresAsync(await _server.CreateDatabaseAsync());
        var writers = Enumerable.Range(0, 8).Select(seat => new DurableWriter(hub, seat)).ToList();
        await using var watch = new SearchWatch(hub);
        for (var round = 0; round < 3; round++)
        {
            using var stop = new CancellationTokenSource();
            using var begun = new CountdownEvent(40);
            var writing = writers.Select(writer => Task.Run(() => WriteAsync(writer, begun, stop.Token))).ToList();
            await Eventually.TrueAsync(() => begun.IsSet || writing.Exists(static task => task.IsFaulted), "some writes");
            await _server.CrashAsync();
            await stop.CancelAsync();
            await Task.WhenAll(writing);
            await _server.StartAsync();
            foreach (var writer in writers)
            {
                await writer.UntilMadeAsync();
                await writer.IsKeptAsync();
            }
        }

        await StorageHub.HasNoHoleAsync(hub);
        Assert.That(watch.Wrong, Is.Empty);
    }

    private static async Task WriteAsync(DurableWriter writer, CountdownEvent begun, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await writer.WriteAsync();
            if (!begun.IsSet)
            {
                begun.Signal();
            }
        }
    }

    private async Task GoesAwayAsync(Func<PostgresServer, Task> leave, Func<PostgresServer, Task> comeBack)
    {
        await using var hub = await StorageHub.OnPostgresAsync(await _server.CreateDatabaseAsync());
        var writers = Enumerable.Range(0, Seats).Select(seat => new DurableWriter(hub, seat)).ToList();
        foreach (var writer in writers)
        {
            await writer.UntilMadeAsync();
        }

        await using var watch = new SearchWatch(hub);
        Assert.That(await StorageHub.HealthAsync(hub), Is.EqualTo("ok"));
        await leave(_server);
        await Task.WhenAll(writers.Select(static writer => writer.IsPutOffAsync()));
        Assert.That(await StorageHub.HealthAsync(hub), Is.EqualTo("failing"));
        var answered = watch.Answered;
        await Eventually.TrueAsync(() => watch.Answered > answered + 20, "searches while the database is away");

        await comeBack(_server);
        foreach (var writer in writers)
        {
            await writer.UntilMadeAsync();
            await writer.IsKeptAsync();
        }

        Assert.That(await StorageHub.HealthAsync(hub), Is.EqualTo("ok"));
        await StorageHub.HasNoHoleAsync(hub);
        Assert.That(watch.Wrong, Is.Empty);
    }
}
