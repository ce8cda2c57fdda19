using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Json;
using Sas.Interop.Scenarios.Tests.Hosting;
using Sas.Interop.Scenarios.Tests.Push;
using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Scenarios.Tests.Admin;

/// <summary>A hub with two vendors that push, one of which has a hostile name, and one that is polled.</summary>
[SetUpFixture]
internal sealed class AdminFixture
{
    public const string First = "sas-agenda";
    public const string Second = "second-agenda";
    public const string HostileName = "<script>alert(\"x\")</script> & <b>Fils</b>";
    private static readonly TestFolder Folder = new("hub-adapters-");
    private static readonly Lazy<Task<RunningHub>> Shared = new(StartAsync);

    public static Task<RunningHub> HubAsync() => Shared.Value;

    public static async Task PushAsync(RunningHub hub, IEnumerable<Resource> resources, string vendor)
    {
        var content = new ByteArrayContent(FhirJson.ToUtf8(PushHub.BundleOf(resources, "collection")));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/fhir+json");
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(hub.FhirBase)) { Content = content };
        request.Headers.Add("X-Sas-Vendor", vendor);
        Assert.That((await hub.SendAsync(request)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (Shared.IsValueCreated)
        {
            await (await Shared.Value).DisposeAsync();
        }

        Folder.Dispose();
    }

    private static async Task<RunningHub> StartAsync()
    {
        var vendors = SandboxAdapters.Vendors();
        var file = Folder.PathOf("adapters.json");
        await File.WriteAllTextAsync(file, SandboxAdapters.With(Copy(vendors, First, First), Copy(vendors, First, Second, HostileName), Copy(vendors, "clickdoc", "clickdoc")));
        return await RunningHub.StartAsync(new HubSettings { AdaptersFile = file });
    }

    private static JsonObject Copy(IEnumerable<JsonObject> vendors, string of, string id, string? name = null)
    {
        var copy = vendors.Single(vendor => vendor["id"]?.GetValue<string>() == of).DeepClone().AsObject();
        copy["id"] = id;
        copy["name"] = name ?? copy["name"]?.GetValue<string>();
        return copy;
    }
}
