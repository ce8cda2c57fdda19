using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

using Sas.Interop.MockVendors.Booking;
using Sas.Interop.Scenarios.Tests.RealProcess;

namespace Sas.Interop.Scenarios.Tests.Booking;

/// <summary>The hub's process is killed in each state of an act; its vendors live on.</summary>
[Parallelizable]
internal sealed class KilledBookingTests
{
    private readonly DateTimeOffset _start = new DateTimeOffset(TimeProvider.System.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero).AddDays(1).AddHours(10);
    private MockBookingVendor _api = null!; // Set before each test.
    private MockBookingVendor _web = null!; // The same.
    private Workspace _files = null!; // The same.

    [SetUp]
    public async Task StartAsync()
    {
        (_files, _api, _web) = (new Workspace(), await MockBookingVendor.StartAsync(TimeProvider.System), await MockBookingVendor.StartAsync(TimeProvider.System));
        _api.Agenda.Offer(BookingHub.Ann, [_start, _start.AddHours(1)]);
        _web.Agenda.Offer(BookingHub.Bob, [_start]);
        await File.WriteAllTextAsync(_files.AdaptersFile, ConfigFiles.Adapters(Vendor("api", _api.Address, "booking:api"), Vendor("web", _web.Address, "booking:redirect")));
        await File.WriteAllTextAsync(_files.DirectoryFile, ConfigFiles.Directory(ConfigFiles.Linked(BookingHub.Ann, "api"), ConfigFiles.Linked(BookingHub.Bob, "web")));
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _api.DisposeAsync();
        await _web.DisposeAsync();
        _files.Dispose();
    }

    [TestCase("hold")]
    [TestCase("book")]
    public async Task Kill_WhileTheVendorIsAsked_TheSameKeyGoesOn(string operation)
    {
        var slot = await KillWhileAskedAsync(operation);
        await using var hub = Start();
        using var client = await ClientAsync(hub);

        var answer = await BookAsync(client, slot, "key-1");
        var again = await BookAsync(client, slot, "key-1");

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.Body);
        Assert.That(again, Is.EqualTo(answer));
        Assert.That((_api.Agenda.BookingsMade, _api.Agenda.Bookings.Count), Is.EqualTo((1, 1)));
    }

    [TestCase("hold")]
    [TestCase("book")]
    public async Task Kill_WhileTheVendorIsAsked_WhatNobodyAsksForIsTakenBack(string operation)
    {
        await KillWhileAskedAsync(operation);
        await using var hub = Start();
        using var client = await ClientAsync(hub);

        await Eventually.TrueAsync(() => _api.Agenda.Holds.Count == 0, "the vendor to be free of the act");
        Assert.That(_api.Agenda.Bookings, Is.Empty);
    }

    [Test]
    public async Task Kill_WithAHoldAndALink_BothGoOn()
    {
        string orientation, link;
        await using (var first = Start())
        {
            using var client = await ClientAsync(first);
            await CreateRegulatorAsync(client);
            orientation = Output(await PostAsync(client, "hold", BookingHub.OfSlot(await SlotAsync(client, BookingHub.Ann)), "key-1"), "orientation");
            link = Output(await BookAsync(client, await SlotAsync(client, BookingHub.Bob), "key-2"), "link");
            first.Kill();
        }

        await using var hub = Start();
        using var after = await ClientAsync(hub);
        var booked = await PostAsync(after, "book", [BookingHub.Parameter("orientation", "valueId", orientation), BookingHub.Operator()], "key-3");
        using var followed = await BookingHub.FollowAsync(new Uri(await hub.AddressAsync(), new Uri(link).AbsolutePath).AbsoluteUri);

        Assert.That(booked.Status, Is.EqualTo(HttpStatusCode.OK), booked.Body);
        Assert.That(followed.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
    }

    private static async Task CreateRegulatorAsync(HttpClient client)
    {
        using var answer = await client.PostAsync("fhir/Practitioner", Json(BookingHub.Account(BookingHub.Regulator)));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created));
    }

    private static StringContent Json(JsonObject body) => new(body.ToJsonString(), new MediaTypeHeaderValue("application/fhir+json"));

    private static Task<(HttpStatusCode Status, string Body)> BookAsync(HttpClient client, string slot, string key) => PostAsync(client, "book", BookingHub.OfSlot(slot), key);

    private static async Task<(HttpStatusCode Status, string Body)> PostAsync(HttpClient client, string operation, IEnumerable<JsonObject> parameters, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"fhir/Appointment/${operation}")
        {
            Content = Json(new JsonObject { ["resourceType"] = "Parameters", ["parameter"] = new JsonArray([.. parameters]) }),
        };
        request.Headers.Add("Idempotency-Key", key);
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static string Output((HttpStatusCode Status, string Body) answer, string name)
    {
        var value = JsonElement.Parse(answer.Body).GetProperty("parameter").EnumerateArray().Single(parameter => parameter.GetProperty("name").ValueEquals(name));
        return value.EnumerateObject().Last().Value.GetString() ?? string.Empty;
    }

    private static JsonObject Vendor(string id, Uri address, string booking)
    {
        var vendor = ConfigFiles.Vendor(id, "sas-fhir", address);
        vendor["capabilities"] = new JsonArray("slots", booking);
        return vendor;
    }

    private static async Task<HttpClient> ClientAsync(HubProcess hub)
    {
        var address = await hub.AddressAsync();
        using (var ready = HubClient.Of(address))
        {
            await ready.SettledAsync();
        }

        return new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address };
    }

    private HubProcess Start() => HubProcess.Start(_files.Start("--Hub:Booking:SweepEvery=00:00:00.2", "--Hub:Booking:VendorWithin=00:00:02"));

    /// <summary>Ends the hub after the vendor has done what it was asked, and before it could say so.</summary>
    private async Task<string> KillWhileAskedAsync(string operation)
    {
        await using var hub = Start();
        using var client = await ClientAsync(hub);
        await CreateRegulatorAsync(client);
        var slot = await SlotAsync(client, BookingHub.Ann);
        _api.Suffer(operation, MockBookingFault.HangAfterEffect);
        var lost = BookAsync(client, slot, "key-1");
        await Eventually.TrueAsync(() => _api.Agenda.Holds.Any(hold => operation == "hold" || hold.Appointment is not null), "the vendor to have done it");
        hub.Kill();
        Assert.That(async () => await lost, Throws.InstanceOf<HttpRequestException>());
        _api.Suffer(operation, MockBookingFault.None);
        _api.Release();
        return slot;
    }

    private async Task<string> SlotAsync(HttpClient client, string owner)
    {
        var (from, to) = (Text(_start.AddHours(-2)), Text(_start.AddHours(5)));
        var search = $"fhir/Slot?_include=Slot:schedule&status=free&schedule.actor:Practitioner.identifier={owner}&start=ge{from}&start=le{to}";
        using var answer = await client.GetAsync(search);
        var entries = JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("entry").EnumerateArray().Select(static entry => entry.GetProperty("resource"));
        return "Slot/" + entries.First(static resource => resource.GetProperty("resourceType").ValueEquals("Slot")).GetProperty("id").GetString();
    }

    private static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
