using System.Text;

using Sas.Interop.Scenarios.Tests.Hosting;
using Sas.Interop.Scenarios.Tests.Preferences;
using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Scenarios.Tests.Regulators;

/// <summary>A hub with two mocked vendors that keep accounts and one that does not, and the calls that the platform and the official kit make to it.</summary>
internal sealed class RegulatorHub : IAsyncDisposable
{
    public const string First = "maincare";
    public const string Second = "monmedecin-org";
    public const string Without = "clickdoc";
    private readonly TestFolder _folder;

    private RegulatorHub(RunningHub hub, TestFolder folder)
    {
        Hub = hub;
        _folder = folder;
        Platform = new PlatformCalls(hub);
    }

    public RunningHub Hub { get; }

    public PlatformCalls Platform { get; }

    public static async Task<RegulatorHub> StartAsync(params string[] settings)
    {
        var folder = new TestFolder("hub-adapters-");
        var file = folder.PathOf("adapters.json");
        await File.WriteAllTextAsync(file, SandboxAdapters.Of(static id => id is First or Second or Without));
        return new RegulatorHub(await RunningHub.StartAsync(new HubSettings { AdaptersFile = file, Others = settings }), folder);
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
        _folder.Dispose();
    }
}
