using System.Net;
using System.Text;
using System.Text.Json;

using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Outbox;

/// <summary>From a vendor's notice to those who want to hear of it, over real connections.</summary>
[Parallelizable]
internal sealed class DeliveryTests
{
    [Test]
    public async Task Put_Appointment_ArrivesSignedAndInOrder()
    {
        await using var receiver = await Receiver.StartAsync();
        using var files = new Workspace();
        await using var hub = await OutboxHub.StartAsync(files, OutboxHub.Webhook(receiver));

        for (var version = 1; version <= 4; version++)
        {
            Assert.That(await OutboxHub.PutAsync(hub.Client, hub.Root, "a-1", version), Is.EqualTo(version == 1 ? 201 : 200));
        }

        await ArrivedAsync(receiver, 4);
        Assert.That(receiver.Deliveries.Select(static delivery => delivery.Sequence), Is.EqualTo(new[] { "1", "2", "3", "4" }));
        Assert.That(receiver.Deliveries.Select(static delivery => delivery.Id), Is.Unique);
        foreach (var delivery in receiver.Deliveries)
        {
            Assert.That((delivery.Method, delivery.Target, delivery.Headers["Content-Type"]), Is.EqualTo(("POST", "/hook?tenant=1", "application/json")));
            Assert.That(WebhookVerification.IsGenuine(delivery.Headers, delivery.Body, Encoding.UTF8.GetBytes(OutboxHub.Secret), hub.Now), Is.True);
            Assert.That(WebhookVerification.IsGenuine(delivery.Headers, [.. delivery.Body, 32], Encoding.UTF8.GetBytes(OutboxHub.Secret), hub.Now), Is.False);
            var data = delivery.Json.GetProperty("data");
            Assert.That((delivery.Json.Text("type"), delivery.Json.GetProperty("sequence").GetRawText(), data.Text("id")), Is.EqualTo(("appointment", delivery.Sequence, delivery.Stream)));
        }

        await WaitingAsync(hub, "board", 0);
    }

    [Test]
    public async Task Deliver_ReceiverFailsHangsAndDropsAfterTheEffect_RepeatsUntilItIsAcknowledged()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = static async (context, number) =>
        {
            context.Response.StatusCode = number switch { 1 => 503, 2 => 429, 3 => 307, _ => 200 };
            context.Response.Headers.Location = "/elsewhere";
            if (number == 4)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
            }
            else if (number == 5)
            {
                context.Abort();
            }
        };
        using var files = new Workspace();
        await using var hub = await OutboxHub.StartAsync(files, OutboxHub.Webhook(receiver));

        await OutboxHub.PutAsync(hub.Client, hub.Root, "a-1", 1);
        await OutboxHub.PutAsync(hub.Client, hub.Root, "a-1", 2);

        await ArrivedAsync(receiver, 7);
        await WaitingAsync(hub, "board", 0);
        Assert.That(receiver.Deliveries.Select(static delivery => delivery.Sequence), Is.EqualTo(new[] { "1", "1", "1", "1", "1", "1", "2" }));
        Assert.That(receiver.Deliveries.Take(6).Select(static delivery => (delivery.Id, delivery.Text)).Distinct().Count(), Is.EqualTo(1), "A repeat can be told from news.");
        Assert.That(receiver.Deliveries.Select(static delivery => delivery.Target).Distinct(), Is.EqualTo(new[] { "/hook?tenant=1" }), "No redirect is followed.");
    }

    [Test]
    public async Task Deliver_Refused_CanBeListedReadAndReplayedAndBlocksNothing()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = Receiver.Statuses(422);
        using var files = new Workspace();
        await using var hub = await OutboxHub.StartAsync(files, OutboxHub.Webhook(receiver));
        await OutboxHub.PutAsync(hub.Client, hub.Root, "a-1", 1);
        await ArrivedAsync(receiver, 1);
        await OutboxHub.PutAsync(hub.Client, hub.Root, "a-1", 2);
        await ArrivedAsync(receiver, 2);
        await WaitingAsync(hub, "board", 0);

        var item = (await AdminAsync(hub, "dead?destination=board")).Items("items").Single();
        Assert.That((item.Text("error"), item.GetProperty("sequence").GetInt32(), item.At("payload")), Is.EqualTo(("status 422", 1, (JsonElement?)null)));
        var id = item.GetProperty("id").GetInt64();
        Assert.That((await AdminAsync(hub, $"dead/{id}")).At("payload")?.Text("resourceType"), Is.EqualTo("Appointment"));
        Assert.That((await AdminAsync(hub, $"dead?after={id}")).Items("items"), Is.Empty);
        Assert.That((await PostAsync(hub, $"dead/{id}/replay")).Status, Is.EqualTo(HttpStatusCode.OK));

        await ArrivedAsync(receiver, 3);
        await WaitingAsync(hub, "board", 0);
        Assert.That(receiver.Deliveries.Select(static delivery => delivery.Sequence), Is.EqualTo(new[] { "1", "2", "1" }), "The number tells the receiver that it is late.");
        Assert.That((await PostAsync(hub, $"dead/{id}/replay")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await PostAsync(hub, "dead/replay")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await PostAsync(hub, "dead/replay?destination=board")).Json.GetProperty("replayed").GetInt32(), Is.Zero);
    }

    [Test]
    public async Task Deliver_ToThePlatform_IsAConditionalUpdateWithoutTheHubsOwnIds()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = Receiver.Statuses(409, 201);
        using var files = new Workspace();
        await using var hub = await OutboxHub.StartAsync(files, OutboxHub.Platform(receiver));

        await OutboxHub.PutAsync(hub.Client, hub.Root, "a-1", 1);

        await ArrivedAsync(receiver, 2);
        await WaitingAsync(hub, "sas", 0);
        var delivery = receiver.Deliveries.Last();
        Assert.That((delivery.Method, delivery.Target), Is.EqualTo(("PUT", "/fhir/Appointment?identifier=urn%3Aoid%3A1.1.111.1.11.1.1.1%7Ca-1")));
        Assert.That(delivery.Headers["Content-Type"], Does.StartWith("application/fhir+json"));
        Assert.That((delivery.Json.Text("status"), delivery.Json.At("id"), delivery.Json.At("meta")?.At("versionId")), Is.EqualTo(("booked", (JsonElement?)null, (JsonElement?)null)));
    }

    [Test]
    public async Task Replay_OfWhatThePlatformHasOvertaken_IsNotSent()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = Receiver.Statuses(422);
        using var files = new Workspace();
        await using var hub = await OutboxHub.StartAsync(files, OutboxHub.Platform(receiver));
        await OutboxHub.PutAsync(hub.Client, hub.Root, "a-1", 1);
        await ArrivedAsync(receiver, 1);
        await OutboxHub.PutAsync(hub.Client, hub.Root, "a-1", 2, "cancelled");
        await ArrivedAsync(receiver, 2);
        await WaitingAsync(hub, "sas", 0);

        Assert.That((await PostAsync(hub, "dead/replay?destination=sas")).Json.GetProperty("replayed").GetInt32(), Is.EqualTo(1));

        await Eventually.TrueAsync(async () => (await AdminAsync(hub, string.Empty)).Items("destinations").Single() is var sas
            && sas.GetProperty("waiting").GetInt64() == 0 && sas.GetProperty("dead").GetInt64() == 0, "the end of the replay");
        Assert.That(receiver.Deliveries.Select(static delivery => delivery.Json.Text("status")), Is.EqualTo(new[] { "booked", "cancelled" }));
    }

    [Test]
    public async Task Deliver_ReceiverIsDownForAWhile_EverythingArrivesLater()
    {
        var receiver = await Receiver.StartAsync();
        var port = receiver.Root.Port;
        using var files = new Workspace();
        await using var hub = await OutboxHub.StartAsync(files, OutboxHub.Webhook(receiver));
        await receiver.DisposeAsync();
        for (var number = 0; number < 12; number++)
        {
            await OutboxHub.PutAsync(hub.Client, hub.Root, $"a-{number % 4}", number);
        }

        await WaitingAsync(hub, "board", 12);
        await using var back = await Receiver.StartAsync(port);

        await WaitingAsync(hub, "board", 0);
        Assert.That(
            back.Deliveries.GroupBy(static delivery => delivery.Stream).Select(static stream => string.Join(',', stream.Select(static delivery => delivery.Sequence))),
            Is.EqualTo(Enumerable.Repeat("1,2,3", 4)));
    }

    private static Task ArrivedAsync(Receiver receiver, int count) => Eventually.TrueAsync(() => receiver.Deliveries.Count >= count, $"{count} deliveries");

    private static Task WaitingAsync(RunningHub hub, string destination, int count) => Eventually.TrueAsync(
        async () => (await AdminAsync(hub, string.Empty)).Items("destinations").Single(view => view.Text("name") == destination).GetProperty("waiting").GetInt64() == count,
        $"{count} waiting messages");

    private static async Task<JsonElement> AdminAsync(RunningHub hub, string relative) =>
        JsonElement.Parse(await hub.Client.GetStringAsync(new Uri(hub.Root, $"/admin/outbox/{relative}".TrimEnd('/'))));

    private static Task<Answer> PostAsync(RunningHub hub, string relative) => hub.SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(hub.Root, $"/admin/outbox/{relative}")));
}
