using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Orientations;
using Sas.Interop.Hub.Polling;
using Sas.Interop.MockVendors.Booking;
using Sas.Interop.Scenarios.Tests.Contract;
using Sas.Interop.Scenarios.Tests.Hosting;
using Sas.Interop.Scenarios.Tests.RealProcess;

namespace Sas.Interop.Scenarios.Tests.Booking;

/// <summary>A hub with three vendors that keep what they are told: one that books by interface, one on its own page, one not at all. The clock is in the test's hand.</summary>
internal sealed class BookingHub : IAsyncDisposable
{
    public const string Regulator = "3456780581/11242343";
    public const string OtherRegulator = "3456780581/77777777";

    /// <summary>Of the vendor that books by interface.</summary>
    public const string Ann = "810000000017";

    /// <summary>Of the vendor that books on its own page.</summary>
    public const string Bob = "810000000025";

    /// <summary>Of the vendor that only shows slots.</summary>
    public const string Cyd = "810000000033";

    public static readonly DateTimeOffset Start = new(2026, 3, 10, 8, 0, 0, TimeSpan.Zero);
    private readonly Workspace _files = new();

    public AdvancingTimeProvider Clock { get; } = new(Start);

    public MockBookingVendor Api { get; private set; } = null!; // Set before anybody gets the instance.

    public MockBookingVendor Web { get; private set; } = null!; // The same.

    public MockBookingVendor Silent { get; private set; } = null!; // The same.

    public RunningHub Hub { get; private set; } = null!; // The same.

    public static async Task<BookingHub> StartAsync(params string[] settings)
    {
        var booking = new BookingHub();
        booking.Api = await MockBookingVendor.StartAsync(booking.Clock);
        booking.Web = await MockBookingVendor.StartAsync(booking.Clock);
        booking.Silent = await MockBookingVendor.StartAsync(booking.Clock);
        booking.Api.Agenda.Offer(Ann, Hours(24, 25, 26, 27, 28, 29, 30));
        booking.Web.Agenda.Offer(Bob, Hours(24, 25, 26));
        booking.Silent.Agenda.Offer(Cyd, Hours(24));
        await File.WriteAllTextAsync(booking._files.AdaptersFile, Adapters(
            Vendor("api", booking.Api.Address, "slots", "booking:api", "regulators"),
            Vendor("web", booking.Web.Address, "slots", "booking:redirect"),
            Vendor("silent", booking.Silent.Address, "slots")));
        await File.WriteAllTextAsync(
            booking._files.DirectoryFile, ConfigFiles.Directory(ConfigFiles.Linked(Ann, "api"), ConfigFiles.Linked(Bob, "web"), ConfigFiles.Linked(Cyd, "silent")));
        var hub = new HubSettings
        {
            AdaptersFile = booking._files.AdaptersFile,
            Others =
            [
                "Hub:Sandbox:Enabled=false", $"Hub:DirectoryFile={booking._files.DirectoryFile}", "Hub:Booking:SweepEvery=00:00:00.1", "Hub:Booking:VendorWithin=00:00:02", .. settings,
            ],
        };
        booking.Hub = await RunningHub.StartAsync(hub, services => services.AddSingleton<TimeProvider>(booking.Clock).AddSingleton(new PollRandomness(static () => 0)));
        await booking.CreateRegulatorAsync(Regulator);
        await booking.CreateRegulatorAsync(OtherRegulator);
        return booking;
    }

    public static DateTimeOffset[] Hours(params IEnumerable<double> hours) => [.. hours.Select(static hour => Start.AddHours(hour))];

    /// <summary>References of the free slots of an owner, in the order of time.</summary>
    public async Task<IReadOnlyList<string>> SlotsAsync(string owner)
    {
        var answer = await Hub.GetAsync(SlotSearchUrl.Of(Start.AddDays(-1), Start.AddDays(5), [owner]));
        return [.. answer.OfType("Slot").OrderBy(static slot => slot.Text("start"), StringComparer.Ordinal).Select(static slot => $"Slot/{slot.Text("id")}")];
    }

    public Task<Answer> HoldAsync(string slot, string? key = null) => PostAsync("hold", OfSlot(slot), key);

    public Task<Answer> BookAsync(string slot, string? key = null, string regulator = Regulator) => PostAsync("book", OfSlot(slot, regulator), key);

    public Task<Answer> BookHeldAsync(string orientation, string? key = null, string regulator = Regulator) => PostAsync(
        "book", [Parameter("orientation", "valueId", orientation), Operator(regulator)], key);

    public Task<Answer> PostAsync(string operation, IEnumerable<JsonObject> parameters, string? key = null)
    {
        var body = new JsonObject { ["resourceType"] = "Parameters", ["parameter"] = new JsonArray([.. parameters]) };
        var request = Request(HttpMethod.Post, $"Appointment/${operation}", body);
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return Hub.SendAsync(request);
    }

    public static JsonObject[] OfSlot(string slot, string regulator = Regulator) =>
        [Parameter("slot", "valueReference", new JsonObject { ["reference"] = slot }), Operator(regulator)];

    public static JsonObject Operator(string regulator = Regulator) =>
        Parameter("regulator", "valueIdentifier", new JsonObject { ["system"] = "urn:oid:1.2.250.1.71.4.2.1", ["value"] = regulator });

    public static JsonObject Parameter(string name, string type, JsonNode value) => new() { ["name"] = name, [type] = value };

    /// <summary>An output of an operation, as text.</summary>
    public static string? Output(Answer answer, string name) => answer.Json.Items("parameter").Where(parameter => parameter.Text("name") == name)
        .Select(static parameter => parameter.EnumerateObject().First(static member => member.Name.StartsWith("value", StringComparison.Ordinal)).Value)
        .Select(static value => value.ValueKind == JsonValueKind.Object ? value.Text("value") : value.GetString()).FirstOrDefault();

    /// <summary>A vendor's notice of an appointment (INT_R03).</summary>
    public Task<Answer> NoticeAsync(string vendor, string value, string owner, DateTimeOffset start, string status = "booked", string system = "https://web.example/appointments")
    {
        var body = new JsonObject
        {
            ["resourceType"] = "Appointment",
            ["meta"] = new JsonObject { ["profile"] = new JsonArray("http://sas.fr/fhir/StructureDefinition/FrAppointmentSAS") },
            ["extension"] = new JsonArray(new JsonObject
            {
                ["url"] = "http://interopsante.org/fhir/StructureDefinition/FrAppointmentOperator",
                ["valueReference"] = new JsonObject { ["identifier"] = Identifier(Regulator) },
            }),
            ["identifier"] = new JsonArray(new JsonObject { ["system"] = system, ["value"] = value }),
            ["status"] = status,
            ["start"] = Text(start),
            ["end"] = Text(start.AddMinutes(20)),
            ["created"] = Text(Clock.GetUtcNow()),
            ["participant"] = new JsonArray(new JsonObject { ["actor"] = new JsonObject { ["identifier"] = Identifier(owner) }, ["status"] = "accepted" }),
        };
        var request = Request(HttpMethod.Put, $"Appointment?identifier={Uri.EscapeDataString($"{system}|{value}")}", body);
        request.Headers.Add("X-Sas-Vendor", vendor);
        return Hub.SendAsync(request);
    }

    public Task<OrientationRow?> ActAsync(string? id) =>
        Hub.Resolve<StorageGuard>().UseAsync(context => context.Set<OrientationRow>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id));

    public Task<List<OrientationRow>> ActsAsync() => Hub.Resolve<StorageGuard>().UseAsync(static context => context.Set<OrientationRow>().AsNoTracking().OrderBy(static row => row.Id).ToListAsync());

    public async Task<string> PathAsync(string? id) => string.Join(' ', (await Hub.Resolve<StorageGuard>().UseAsync(
        context => context.Set<OrientationTransitionRow>().AsNoTracking().Where(step => step.OrientationId == id).OrderBy(static step => step.Number).ToListAsync())).Select(static step => step.To));

    public Task<int> ClaimsAsync() => Hub.Resolve<StorageGuard>().UseAsync(static context => context.Set<SlotClaimRow>().CountAsync());

    public Task BecomesAsync(string? id, OrientationState state) =>
        Eventually.TrueAsync(async () => (await ActAsync(id))?.State == state.ToString(), $"the act to be {state}", TimeSpan.FromSeconds(20));

    /// <summary>Follows a link as a browser does, without following where it leads.</summary>
    public static async Task<HttpResponseMessage> FollowAsync(string? link, HttpMethod? method = null, string accept = "text/html")
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, link);
        request.Headers.Accept.ParseAdd(accept);
        return await client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Api.Release();
        Web.Release();
        await Hub.DisposeAsync();
        await Api.DisposeAsync();
        await Web.DisposeAsync();
        await Silent.DisposeAsync();
        _files.Dispose();
    }

    /// <summary>The account of a regulator (INT_R02).</summary>
    public static JsonObject Account(string value) => new()
    {
        ["resourceType"] = "Practitioner",
        ["meta"] = new JsonObject { ["source"] = "urn:oid:1.2.250.1.213.3.6", ["profile"] = new JsonArray("http://sas.fr/fhir/StructureDefinition/FrPractitionerRegul") },
        ["identifier"] = new JsonArray(Identifier(value)),
        ["active"] = true,
        ["name"] = new JsonArray(new JsonObject { ["family"] = "Exemple", ["given"] = new JsonArray("Odile") }),
        ["telecom"] = new JsonArray(new JsonObject { ["system"] = "email", ["value"] = $"odile{value.Length}{value[^1]}@regulation.example" }),
    };

    private static JsonObject Identifier(string value) => new()
    {
        ["type"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = "http://interopsante.org/fhir/CodeSystem/fr-v2-0203", ["code"] = "IDNPS" }) },
        ["system"] = "urn:oid:1.2.250.1.71.4.2.1",
        ["value"] = value,
    };

    private static string Text(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    private static HttpRequestMessage Request(HttpMethod method, string relative, JsonObject body) => new(method, new Uri(relative, UriKind.Relative))
    {
        Content = new StringContent(body.ToJsonString(), new MediaTypeHeaderValue("application/fhir+json")),
    };

    private static JsonObject Vendor(string id, Uri address, params string[] capabilities)
    {
        var vendor = ConfigFiles.Vendor(id, "sas-fhir", address);
        vendor["capabilities"] = new JsonArray([.. capabilities]);
        return vendor;
    }

    private static string Adapters(params JsonNode[] vendors)
    {
        var defaults = JsonNode.Parse("""
            {"poll":{"every":"1.00:00:00","window":"3.00:00:00","jitter":0},
             "limits":{"rps":1000,"concurrency":16,"timeout":"00:00:01","retries":0,"breaker":{"failures":100,"pause":"00:00:01"} },
             "freshness":{"staleAfter":"06:00:00","dropAfter":"12:00:00","emptyRunGuard":"00:10:00"} }
            """);
        return new JsonObject { ["defaults"] = defaults, ["vendors"] = new JsonArray(vendors) }.ToJsonString();
    }

    private async Task CreateRegulatorAsync(string value)
    {
        var answer = await Hub.SendAsync(Request(HttpMethod.Post, "Practitioner", Account(value)));
        Assert.That((int)answer.Status, Is.EqualTo(201), System.Text.Encoding.UTF8.GetString(answer.Body));
    }
}
