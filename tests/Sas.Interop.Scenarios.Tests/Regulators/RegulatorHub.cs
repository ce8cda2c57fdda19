using System.Text;
using System.Text.Json.Nodes;

using Sas.Interop.Scenarios.Tests.Hosting;
using Sas.Interop.Scenarios.Tests.Preferences;

namespace Sas.Interop.Scenarios.Tests.Regulators;

/// <summary>A hub with two mocked vendors that keep accounts and one that does not, and the calls that the platform and the official kit make to it.</summary>
internal sealed class RegulatorHub : IAsyncDisposable
{
    public const string First = "maincare";
    public const string Second = "monmedecin-org";
    public const string Without = "clickdoc";
    private readonly string _file;

    private RegulatorHub(RunningHub hub, string file)
    {
        Hub = hub;
        _file = file;
        Platform = new PlatformCalls(hub);
    }

    public RunningHub Hub { get; }

    public PlatformCalls Platform { get; }

    public static async Task<RegulatorHub> StartAsync(params string[] settings)
    {
        var file = Path.Combine(Path.GetTempPath(), $"adapters-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(file, Adapters());
        return new RegulatorHub(await RunningHub.StartAsync(new HubSettings { AdaptersFile = file, Others = settings }), file);
    }

    /// <summary>As the kit posts: the old name of the format is accepted, the body is called plain JSON.</summary>
    public Task<Answer> PostAsync(string body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, "fhir/Practitioner", body, [("Accept", "application/json+fhir"), .. headers]);

    /// <summary>As the kit puts: the criterion is percent-encoded in full.</summary>
    public Task<Answer> PutAsync(string system, string value, string body, params (string Name, string Value)[] headers) =>
        PutAsync($"?identifier={Uri.EscapeDataString($"{system}|{value}")}", body, headers);

    public Task<Answer> PutAsync(string query, string body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Put, $"fhir/Practitioner{query}", body, [("Accept", "application/fhir+json"), .. headers]);

    public Task<Answer> SendAsync(HttpMethod method, string path, string? body, params (string Name, string Value)[] headers) =>
        Platform.SendAsync(method, path, body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"), headers);

    /// <summary>How far the vendors are with an account, by vendor.</summary>
    public async Task<Dictionary<string, System.Text.Json.JsonElement>> DeliveriesAsync(string id)
    {
        var answer = await Platform.GetAsync($"v1/regulators/{id}/deliveries");
        Assert.That((int)answer.Status, Is.EqualTo(200));
        return answer.Json.Items("deliveries").ToDictionary(static delivery => delivery.Text("vendor") ?? string.Empty);
    }

    public async ValueTask DisposeAsync()
    {
        await Hub.DisposeAsync();
        File.Delete(_file);
    }

    private static string Adapters()
    {
        var whole = JsonNode.Parse(File.ReadAllText(Path.Combine(HubFixture.Root, "adapters.json"))) ?? throw new InvalidDataException("adapters.json is empty.");
        whole.AsObject().Remove("$schema");
        whole["vendors"] = new JsonArray(
        [
            .. whole["vendors"]?.AsArray().Where(static vendor => vendor?["id"]?.GetValue<string>() is First or Second or Without).Select(static vendor => vendor?.DeepClone()) ?? [],
        ]);
        return whole.ToJsonString();
    }
}
