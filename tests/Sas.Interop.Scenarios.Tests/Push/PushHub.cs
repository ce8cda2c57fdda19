using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Json;
using Sas.Interop.MockVendors.Sandbox;
using Sas.Interop.Scenarios.Tests.Contract;
using Sas.Interop.Scenarios.Tests.Hosting;
using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Scenarios.Tests.Push;

/// <summary>A hub to push to: one vendor that pushes, one that is switched off, one that is polled. Its polls and pushes share one practitioner.</summary>
internal sealed partial class PushHub : IAsyncDisposable
{
    public const string Pushes = "sas-agenda";
    public const string Polled = "clickdoc";
    public const string Off = "dormant";

    /// <summary>The system in which <see cref="Polled"/> alone numbers its appointments.</summary>
    public const string SystemOfPolled = "urn:oid:1.2.250.1.999.7";
    public const int MaxBodyBytes = 200_000;
    private readonly TestFolder _folder;
    private int _practitioners = 700;

    private PushHub(RunningHub hub, TestFolder folder)
    {
        Hub = hub;
        _folder = folder;
    }

    public RunningHub Hub { get; }

    public static Task<PushHub> StartAsync() => StartAsync([]);

    /// <param name="others">Further settings, each as <c>Key=value</c>.</param>
    public static async Task<PushHub> StartAsync(IReadOnlyList<string> others)
    {
        var folder = new TestFolder("hub-adapters-");
        var file = folder.PathOf("adapters.json");
        await File.WriteAllTextAsync(file, Adapters());
        var settings = new HubSettings
        {
            AdaptersFile = file,
            Others = [string.Create(CultureInfo.InvariantCulture, $"Hub:Intake:MaxBodyBytes={MaxBodyBytes}"), .. others],
        };
        return new PushHub(await RunningHub.StartAsync(settings), folder);
    }

    /// <summary>An agenda of a practitioner whom no test has used before.</summary>
    public PushedAgenda NewAgenda() => new(CheckDigits.Practitioner(Interlocked.Increment(ref _practitioners)));

    /// <summary>A whole hour, some days after the hub's time.</summary>
    public DateTimeOffset At(int day, int hour) => new DateTimeOffset(Hub.Now.UtcDateTime.Date, TimeSpan.Zero).AddDays(day).AddHours(hour);

    public Task<Answer> PushAsync(IEnumerable<Resource> resources, string type = "collection", string vendor = Pushes) =>
        PushAsync(FhirJson.ToUtf8(BundleOf(resources, type)), vendor);

    public Task<Answer> PushAsync(byte[] body, string? vendor = Pushes, string mediaType = "application/fhir+json") =>
        PushAsync(new ByteArrayContent(body), vendor, mediaType);

    public async Task<Answer> PushAsync(HttpContent content, string? vendor, string mediaType)
    {
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Hub.FhirBase)) { Content = content };
        if (vendor is not null)
        {
            request.Headers.Add("X-Sas-Vendor", vendor);
        }

        return await Hub.SendAsync(request);
    }

    public static Bundle BundleOf(IEnumerable<Resource> resources, string type) => new()
    {
        Type = type,
        Entry =
        [
            .. resources.Select(resource => new BundleEntry
            {
                FullUrl = $"https://vendor.example/fhir/{resource}",
                Resource = resource,
                Request = type == "transaction" ? new BundleEntryRequest { Method = "PUT", Url = resource.ToString() } : null,
            }),
        ],
    };

    public Task<Answer> SearchAsync(string national) => Hub.GetAsync(SlotSearchUrl.Of(Hub.Now, Hub.Now.AddDays(10), national));

    /// <summary>Starts that a search shows, in their order.</summary>
    public async Task<IReadOnlyList<DateTimeOffset>> StartsAsync(string national) =>
        [.. (await SearchAsync(national)).OfType("Slot").Select(static slot => DateTimeOffset.Parse(slot.Text("start") ?? string.Empty, CultureInfo.InvariantCulture)).Order()];

    /// <summary>The entries of a search, which are the same as long as the index is; the Bundle's own id never is, nor are the instants at which things were told.</summary>
    public async Task<string> EntriesAsync(string national) =>
        string.Join('\n', (await SearchAsync(national)).Entries.Select(static entry => LastUpdated().Replace(entry.GetRawText(), string.Empty)));

    public async ValueTask DisposeAsync()
    {
        await Hub.DisposeAsync();
        _folder.Dispose();
    }

    [GeneratedRegex(""" "lastUpdated":"[^"]*",? """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex LastUpdated();

    private static string Adapters()
    {
        var vendors = SandboxAdapters.Vendors();
        var (pushes, polled) = (Find(vendors, Pushes), Find(vendors, Polled));
        var off = pushes.DeepClone().AsObject();
        off["id"] = Off;
        off["enabled"] = false;
        polled["identifierSystems"] = new JsonArray(SystemOfPolled);
        return SandboxAdapters.With(pushes, polled, off);
    }

    private static JsonObject Find(IEnumerable<JsonObject> vendors, string id) => vendors.Single(vendor => vendor["id"]?.GetValue<string>() == id);
}
