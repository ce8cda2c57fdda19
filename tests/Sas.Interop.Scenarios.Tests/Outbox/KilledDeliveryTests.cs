using Microsoft.AspNetCore.Http;

using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Scenarios.Tests.Outbox;

/// <summary>Real processes: one that dies when the receiver has the message and the hub does not know it yet, and two that share a database.</summary>
[Parallelizable]
internal sealed class KilledDeliveryTests
{
    private const int Rounds = 3;

    [Test]
    public async Task Kill_BetweenDeliveryAndItsRecord_RepeatsAndLosesNothing()
    {
        await using var receiver = await Receiver.StartAsync();
        using var files = new Workspace();
        await OutboxHub.WriteAsync(files);
        var start = Start(files, receiver);
        for (var round = 1; round <= Rounds; round++)
        {
            await using var hub = HubProcess.Start(start);
            var root = await hub.AddressAsync();
            var killed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var acknowledged = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            receiver.Answer = async (context, _) =>
            {
                // What the hub before had not recorded comes first; this hub lives until it has acknowledged something of its own.
                await acknowledged.Task.WaitAsync(context.RequestAborted);
                hub.Kill();
                killed.TrySetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
            };
            using var http = new HttpClient();
            await PutUntilKilledAsync(http, root, round, acknowledged);
            await killed.Task.WaitAsync(Eventually.Patience, TimeProvider.System);
        }

        receiver.Answer = static (_, _) => Task.CompletedTask;
        await using var last = HubProcess.Start(start);
        var address = await last.AddressAsync();
        using var client = new HttpClient();
        await EmptyAsync(client, address);

        var streams = receiver.Deliveries.GroupBy(static delivery => delivery.Stream).ToList();
        Assert.That(streams, Has.Count.EqualTo(Rounds), "Every appointment was told of.");
        Assert.That(receiver.Deliveries.GroupBy(static delivery => delivery.Id).Any(static same => same.Count() > 1), Is.True, "What may have arrived is sent again.");
        foreach (var stream in streams)
        {
            Assert.That(stream.Select(static delivery => delivery.Sequence), Is.Ordered, "And never behind its successor.");
        }
    }

    [Test]
    public async Task Deliver_TwoHubsOnOnePostgreSql_EachMessageGoesOutOnce()
    {
        if (TestKit.PostgresBinaries.WhyAbsent is { } why)
        {
            Assert.Ignore(why);
        }

        var connection = PlantedSecrets.Connection(await (await TestKit.PostgresServer.SharedAsync()).CreateDatabaseAsync());
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = static async (context, _) => await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, context.RequestAborted);
        using var files = new Workspace();
        using var others = new Workspace();
        await OutboxHub.WriteAsync(files);
        await OutboxHub.WriteAsync(others);
        string[] storage = ["--Hub:Storage:Provider=postgresql", $"--Hub:Storage:Connection={connection}"];
        await using var one = HubProcess.Start(Start(files, receiver, storage));
        var first = await one.AddressAsync();
        await using var two = HubProcess.Start(Start(others, receiver, storage));
        var second = await two.AddressAsync();
        using var http = new HttpClient();
        await Task.WhenAll(WriteAsync(http, first, "a"), WriteAsync(http, second, "b"), WriteAsync(http, second, "c"));
        await EmptyAsync(http, first);

        Assert.That(receiver.Deliveries.Select(static delivery => delivery.Id), Is.Unique.And.Exactly(3 * 24).Items);
        Assert.That(receiver.Overlapped, Is.False);
        foreach (var stream in receiver.Deliveries.GroupBy(static delivery => delivery.Stream))
        {
            Assert.That(stream.Select(static delivery => delivery.Sequence), Is.EqualTo(new[] { "1", "2", "3", "4" }));
        }
    }

    private static HubStart Start(Workspace files, Receiver receiver, params string[] more) =>
        files.Start([.. OutboxHub.Numbered(OutboxHub.Webhook(receiver)).Select(static setting => "--" + setting), .. more]) with
        {
            Variables = new Dictionary<string, string> { [OutboxHub.Variable] = OutboxHub.Secret },
        };

    private static async Task PutUntilKilledAsync(HttpClient http, Uri root, int round, TaskCompletionSource acknowledged)
    {
        try
        {
            for (var minute = 1; minute <= 3; minute++)
            {
                await OutboxHub.PutAsync(http, root, $"a-{round}", minute);
                acknowledged.TrySetResult();
            }
        }
        catch (HttpRequestException)
        {
            // The process was killed.
        }
    }

    private static async Task WriteAsync(HttpClient http, Uri root, string name)
    {
        for (var number = 0; number < 24; number++)
        {
            Assert.That(await OutboxHub.PutAsync(http, root, $"{name}-{number % 6}", number), Is.AnyOf(StatusCodes.Status200OK, StatusCodes.Status201Created));
        }
    }

    private static Task EmptyAsync(HttpClient http, Uri root) => Eventually.TrueAsync(
        async () => (await http.GetStringAsync(new Uri(root, "/admin/outbox"))).Contains("\"waiting\": 0", StringComparison.Ordinal),
        "an empty outbox");
}
