using System.Net;

using Sas.Interop.Scenarios.Tests.Outbox;

namespace Sas.Interop.Scenarios.Tests.Audit;

/// <summary>A trace that a caller begins goes through the hub to whoever is told, over real HTTP.</summary>
internal sealed class TraceTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    [Test]
    public async Task Delivery_OfAChange_GoesOnWithTheTraceOfTheCallThatMadeIt()
    {
        await using var receiver = await Receiver.StartAsync();
        using var files = new Workspace();
        await using var hub = await OutboxHub.StartAsync(files, OutboxHub.Platform(receiver));
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("traceparent", $"00-{Trace}-b7ad6b7169203331-01");
        http.DefaultRequestHeaders.Add("baggage", "patient=1");

        Assert.That(await OutboxHub.PutAsync(http, hub.Root, "trace-1", 1), Is.EqualTo(201));

        await Eventually.TrueAsync(() => !receiver.Deliveries.IsEmpty, "the delivery");
        var headers = receiver.Deliveries.Single().Headers;
        Assert.That(headers["traceparent"], Does.Match($"^00-{Trace}-[0-9a-f]{{16}}-0[01]$").And.Not.Contain("b7ad6b7169203331"));
        Assert.That(headers.Keys, Has.None.EqualTo("baggage").IgnoreCase);
        Assert.That((await hub.GetAsync($"AuditEvent?trace={Trace}")).Resources, Has.Count.EqualTo(1));
    }

    [TestCase("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", true)]
    [TestCase("00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01", false)]
    [TestCase("00-00000000000000000000000000000000-b7ad6b7169203331-01", false)]
    [TestCase("ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", false)]
    [TestCase("0af7651916cd43dd8448eb211c80319c", false)]
    [TestCase("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-and-more", false)]
    public async Task Answer_AnyCall_TellsItsTrace(string parent, bool isGoneOn)
    {
        var hub = await HubFixture.HubAsync();
        foreach (var address in new[] { "/fhir/metadata", "/health/live", "/v1/editors", "/fhir/nothing", "/nothing", "/fhir/Slot" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(hub.Root, address));
            request.Headers.TryAddWithoutValidation("traceparent", parent);
            using var answer = await hub.Client.SendAsync(request);

            var told = answer.Headers.GetValues("X-Request-Id").Single();
            Assert.That(told, Does.Match("^[0-9a-f]{32}$"), address);
            Assert.That(told == Trace, Is.EqualTo(isGoneOn), address);
        }
    }

    [Test]
    public async Task Refresh_ThatASearchAskedFor_CarriesItsTraceToTheVendor()
    {
        using var files = new Workspace();
        var owner = FeedOwner.Of("810000000017", 4);
        await using var vendor = await RealProcess.MockedVendor.StartAsync("a", "sas-fhir", FhirFeed.Write(files.PathOf("a"), [owner]));
        await using var relay = await Relay.StartAsync(vendor.Address);
        await File.WriteAllTextAsync(files.AdaptersFile, RealProcess.ConfigFiles.Adapters(RealProcess.ConfigFiles.Vendor("a", "sas-fhir", relay.Root)));
        await File.WriteAllTextAsync(files.DirectoryFile, RealProcess.ConfigFiles.Directory(RealProcess.ConfigFiles.Linked(owner.Id, "a")));
        await using var hub = HubProcess.Start(files.Start());
        using var client = RealProcess.HubClient.Of(await hub.AddressAsync());
        await client.SlotsAsync(owner.Id, 4);
        Assert.That(relay.Traces, Is.All.Match("^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$"), "Polls have traces of their own.");

        using var http = new HttpClient();
        await Eventually.TrueAsync(
            async () =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(await hub.AddressAsync(), Search(owner.Id)));
                request.Headers.Add("Cache-Control", "max-age=0");
                request.Headers.Add("traceparent", $"00-{Trace}-b7ad6b7169203331-01");
                using var answer = await http.SendAsync(request);
                Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
                return relay.Traces.Any(static seen => seen.Contains(Trace, StringComparison.Ordinal));
            },
            "a re-pull with the trace of the search");
    }

    private static string Search(string owner)
    {
        var now = TimeProvider.System.GetUtcNow();
        return $"fhir/Slot?_include=Slot:schedule&_include:iterate=Schedule:actor&start=ge{now:yyyy-MM-dd'T'HH:mm:ss}Z&start=le{now.AddHours(72):yyyy-MM-dd'T'HH:mm:ss}Z&status=free"
            + $"&schedule.actor:Practitioner.identifier=urn:oid:1.2.250.1.71.4.2.1%7C{owner}";
    }
}
