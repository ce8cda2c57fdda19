using System.Text.Json;

using Microsoft.Extensions.DependencyInjection;

using Sas.Interop.Scenarios.Tests.Hosting;
using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Scenarios.Tests.Storage;

/// <summary>Hubs whose waits for the database are as short as settings allow.</summary>
internal static class StorageHub
{
    private static readonly string[] Quick =
    [
        "Hub:Storage:Timeout=00:00:01", "Hub:Storage:ConnectWithin=00:00:01", "Hub:Storage:LockWait=00:00:00.3", "Hub:WarmStart:Enabled=false",
    ];

    public static Task<RunningHub> OnPostgresAsync(string connection) =>
        RunningHub.StartAsync(new HubSettings { Others = [.. Quick, "Hub:Storage:Provider=postgresql", $"Hub:Storage:Connection={PlantedSecrets.Connection(connection)}"] });

    public static Task<RunningHub> OnFileAsync(string folder) => RunningHub.StartAsync(new HubSettings { Others = [.. Quick, $"Hub:DataFolder={folder}"] });

    public static Task<RunningHub> WithClockAsync(TimeProvider clock, params string[] others) =>
        RunningHub.StartAsync(new HubSettings { Others = [.. Quick, .. others] }, services => services.AddSingleton(clock));

    /// <summary>What health says of the database.</summary>
    public static async Task<string?> HealthAsync(RunningHub hub)
    {
        var report = await hub.Client.GetStringAsync(new Uri(hub.Root, "health/ready"));
        return JsonElement.Parse(report).At("storage")?.Text("state");
    }

    /// <summary>Numbers of changes have no hole and no double, whatever was refused in between.</summary>
    public static async Task HasNoHoleAsync(RunningHub hub)
    {
        var page = JsonElement.Parse(await hub.Client.GetStringAsync(new Uri(hub.Root, "v1/preferences")));
        var versions = page.Items("items").Select(static item => item.At("version")?.GetInt64() ?? 0).ToList();
        Assert.That(versions, Is.Unique.And.Ordered);
    }
}
