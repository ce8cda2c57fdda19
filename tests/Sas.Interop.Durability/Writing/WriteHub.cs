using System.Text.Json.Nodes;

using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

using Sas.Interop.Durability.World;
using Sas.Interop.Hub;
using Sas.Interop.Hub.Security.Audit;
using Sas.Interop.TestKit.RealProcess;

namespace Sas.Interop.Durability.Writing;

/// <summary>The real hub on a real Kestrel in this process, so that its database can be another one than the product allows.</summary>
internal sealed class WriteHub : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly Workspace _files;

    private WriteHub(WebApplication application, Workspace files)
    {
        _application = application;
        _files = files;
    }

    public Uri Root => new(_application.Urls.First());

    public string DataFolder => Data(_files);

    public static async Task<WriteHub> StartAsync(IWriteStore store, WritesOptions options)
    {
        await store.PrepareAsync();
        var files = new Workspace();
        await File.WriteAllTextAsync(files.AdaptersFile, new JsonObject
        {
            ["vendors"] = new JsonArray(new JsonObject
            {
                ["id"] = Vendors.Page,
                ["name"] = Vendors.Page,
                ["adapter"] = "sas-fhir",
                ["baseUrl"] = "http://127.0.0.1:9/",
                ["capabilities"] = new JsonArray("booking:redirect"),
                ["bookingHosts"] = new JsonArray("vendor.example", "page.example", "*.example.org"),
            }),
        }.ToJsonString());
        await File.WriteAllTextAsync(files.DirectoryFile, """{"practitioners":[]}""");
        string[] arguments = [.. files.Start("--Hub:WarmStart:Enabled=false", "--Serilog:MinimumLevel:Default=Fatal").Arguments];
        var (application, refusal) = HubApplication.Build(
            arguments,
            services =>
            {
                services.AddSingleton(provider => store.Open(provider, Data(files), options.Flush));
                if (!options.Audit)
                {
                    services.AddSingleton<IAuditTrail, UnkeptTrail>();
                }
            });
        var running = application ?? throw new InvalidOperationException($"The hub must not start: {refusal}");
        await HubApplication.PrepareAsync(running, CancellationToken.None);
        await running.StartAsync();
        return new WriteHub(running, files);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
        _files.Dispose();
    }

    private static string Data(Workspace files) => files.PathOf("data");
}
