using System.Net;
using System.Text;
using System.Text.Json.Nodes;

using Microsoft.Extensions.DependencyInjection;

using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Hub.CareRequests;
using Sas.Interop.Scenarios.Tests.Hosting;
using Sas.Interop.Scenarios.Tests.Preferences;
using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Scenarios.Tests.CareRequests;

/// <summary>A hub with one vendor that offers a marketplace and one that does not, a regulator who has an account, and the calls of the platform.</summary>
internal sealed class CareHub : IAsyncDisposable
{
    public const string Market = "medicalib";
    public const string Other = "clickdoc";
    private const string AppointmentSystem = "urn:oid:1.2.250.1.999.7";
    private readonly TestFolder _folder;

    private CareHub(RunningHub hub, TestFolder folder)
    {
        Hub = hub;
        _folder = folder;
        Platform = new PlatformCalls(hub);
    }

    public RunningHub Hub { get; }

    public PlatformCalls Platform { get; }

    /// <summary>Technical identifier of the regulator.</summary>
    public string Regulator { get; } = Guid.NewGuid().ToString();

    /// <summary>Practitioners whom the vendor with the marketplace equips, those with plain free slots first.</summary>
    public static IReadOnlyList<string> Asked { get; } = [.. Of(Market)];

    /// <summary>One whom only the other vendor equips.</summary>
    public static string NotAsked { get; } = Of(Other).Except(Of(Market)).First();

    public static async Task<CareHub> StartAsync(Action<IServiceCollection>? first = null, params string[] settings)
    {
        var folder = new TestFolder("hub-adapters-");
        var file = folder.PathOf("adapters.json");
        await File.WriteAllTextAsync(file, SandboxAdapters.Of(static id => id is Market or Other));
        var hub = new CareHub(await RunningHub.StartAsync(new HubSettings { AdaptersFile = file, Others = settings }, first ?? (static _ => { })), folder);
        await hub.Hub.Resolve<MarketplaceWatch>().RoundAsync(CancellationToken.None);
        var created = await hub.SendAsync(HttpMethod.Post, "fhir/Practitioner", hub.Account());
        Assert.That(created.Status, Is.EqualTo(HttpStatusCode.Created));
        return hub;
    }

    public JsonObject Request(string practitioner, string? regulator = null) => new()
    {
        ["resourceType"] = "ServiceRequest",
        ["status"] = "active",
        ["intent"] = "order",
        ["requester"] = Reference(IdentifierSystems.SasPlatform, regulator ?? Regulator),
        ["performer"] = new JsonArray(Reference(IdentifierSystems.NationalPractitioner, practitioner)),
    };

    public Task<Answer> PostAsync(JsonNode body, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Post, "fhir/ServiceRequest", body, headers);

    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public Task<Answer> FindAsync(IEnumerable<KeyValuePair<string, string>> form) =>
        Platform.SendAsync(HttpMethod.Post, "fhir/ServiceRequest/_search", new FormUrlEncodedContent(form), []);

    public Task<Answer> SendAsync(HttpMethod method, string path, JsonNode? body, params (string Name, string Value)[] headers) =>
        Platform.SendAsync(method, path, body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, path.StartsWith("fhir", StringComparison.Ordinal) ? "application/fhir+json" : "application/json"), headers);

    /// <summary>Follows a link as a browser does, without going where it leads.</summary>
    public static async Task<(HttpStatusCode Status, Uri? Target)> FollowAsync(string link)
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var answer = await browser.GetAsync(new Uri(link));
        return (answer.StatusCode, answer.Headers.Location);
    }

    /// <summary>The vendor's notice of the appointment that came of a request.</summary>
    public Task<Answer> NoticeAsync(string practitioner, string id, string status, HttpMethod? method = null) =>
        SendAsync(method ?? HttpMethod.Post, method is null ? "fhir/Appointment" : $"fhir/Appointment?identifier={AppointmentSystem}%7C{id}", Appointment(practitioner, id, status), ("X-Sas-Vendor", Market));

    public static string LinkOf(Answer answer) =>
        answer.Json.Items("extension").Single(static extension => extension.Text("url") == "urn:sas-interop-hub:StructureDefinition:redirect-link")
            .Items("extension").Single(static part => part.Text("url") == "address").Text("valueUrl") ?? string.Empty;

    public async ValueTask DisposeAsync()
    {
        await Hub.DisposeAsync();
        _folder.Dispose();
    }

    public static JsonObject Reference(string system, string value) => new() { ["identifier"] = new JsonObject { ["system"] = system, ["value"] = value } };

    private JsonObject Appointment(string practitioner, string id, string status)
    {
        var regulator = Typed(IdentifierTypeCodes.Internal, IdentifierSystems.SasPlatform, Regulator);
        var category = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = CodeSystems.OrientationCategory, ["code"] = OrientationCategoryCodes.Marketplace }) };
        return new JsonObject
        {
            ["resourceType"] = "Appointment",
            ["meta"] = new JsonObject { ["profile"] = new JsonArray(ProfileUrls.Appointment) },
            ["extension"] = new JsonArray(
                new JsonObject { ["url"] = ExtensionUrls.AppointmentOperator, ["valueReference"] = regulator },
                new JsonObject { ["url"] = ExtensionUrls.OrientationCategory, ["valueCodeableConcept"] = category }),
            ["identifier"] = new JsonArray(new JsonObject { ["system"] = AppointmentSystem, ["value"] = id }),
            ["status"] = status,
            ["start"] = "2026-03-28T15:00:00.000+01:00",
            ["end"] = "2026-03-28T15:15:00.000+01:00",
            ["participant"] = new JsonArray(new JsonObject
            {
                ["actor"] = Typed(IdentifierTypeCodes.NationalPractitioner, IdentifierSystems.NationalPractitioner, practitioner),
                ["status"] = "accepted",
            }),
        };
    }

    private static JsonObject Typed(string code, string system, string value) => new()
    {
        ["identifier"] = new JsonObject
        {
            ["type"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = CodeSystems.IdentifierType, ["code"] = code }) },
            ["system"] = system,
            ["value"] = value,
        },
    };

    private JsonObject Account() => new()
    {
        ["resourceType"] = "Practitioner",
        ["meta"] = new JsonObject { ["source"] = IdentifierSystems.SasPlatform, ["profile"] = new JsonArray(ProfileUrls.PractitionerRegulator) },
        ["identifier"] = new JsonArray(Typed(IdentifierTypeCodes.Internal, IdentifierSystems.SasPlatform, Regulator)["identifier"]?.DeepClone()),
        ["active"] = true,
        ["name"] = new JsonArray(new JsonObject { ["family"] = "Exemple", ["given"] = new JsonArray("Anne") }),
        ["telecom"] = new JsonArray(new JsonObject { ["system"] = "email", ["value"] = $"{Regulator}@regulation.example" }),
    };

    private static IEnumerable<string> Of(string vendor) => HubFixture.Plan.Practitioners
        .Where(practitioner => practitioner.Case is not MockVendors.Sandbox.SandboxCase.Refusing && practitioner.Places.SelectMany(static place => place.Links).Any(link => link.Vendor == vendor))
        .OrderByDescending(static practitioner => practitioner.Case == MockVendors.Sandbox.SandboxCase.OnePlace)
        .Select(static practitioner => practitioner.Id);
}
