using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

using Microsoft.Extensions.DependencyInjection;

using Sas.Interop.Hub.Polling;
using Sas.Interop.Scenarios.Tests.Contract;
using Sas.Interop.Scenarios.Tests.Hosting;
using Sas.Interop.Scenarios.Tests.RealProcess;

namespace Sas.Interop.Scenarios.Tests.Freshness;

/// <summary>A hub with two vendors and a clock in the test's hand. Vendors are polled once at the start, and then only when a caller wants fresher data.</summary>
internal sealed class FreshHub : IAsyncDisposable
{
    /// <summary>Of the first vendor.</summary>
    public const string Ann = "810000000017";

    /// <summary>Of the second vendor.</summary>
    public const string Bob = "810000000025";

    /// <summary>Of the first vendor too, so that an emptied agenda is not taken for a vendor that fell silent.</summary>
    public const string Cyd = "810000000033";

    public static readonly DateTimeOffset Start = new(2026, 3, 10, 8, 0, 0, TimeSpan.Zero);
    private readonly Workspace _files;

    private FreshHub(Workspace files, GatedFeed first, GatedFeed second) => (_files, First, Second) = (files, first, second);

    public GatedFeed First { get; }

    public GatedFeed Second { get; }

    public AdvancingTimeProvider Clock { get; } = new(Start);

    public RunningHub Hub { get; private set; } = null!; // Set before anybody gets the instance.

    /// <param name="before">Called before the hub starts.</param>
    /// <param name="refreshWithin">How long a search waits for fresher data.</param>
    /// <param name="timeout">How long the hub waits for a vendor.</param>
    public static async Task<FreshHub> StartAsync(Action<FreshHub>? before = null, string refreshWithin = "00:00:05", string timeout = "00:00:30")
    {
        var fresh = new FreshHub(new Workspace(), await GatedFeed.StartAsync(), await GatedFeed.StartAsync());
        fresh.First.Owners = [Slots(Ann, 1, 24, 25, 26), Slots(Cyd, 30)];
        fresh.Second.Owners = [Slots(Bob, 24, 25)];
        before?.Invoke(fresh);
        await File.WriteAllTextAsync(fresh._files.AdaptersFile, Adapters(timeout, ConfigFiles.Vendor("a", "sas-fhir", fresh.First.Address), ConfigFiles.Vendor("b", "sas-fhir", fresh.Second.Address)));
        await File.WriteAllTextAsync(fresh._files.DirectoryFile, ConfigFiles.Directory(ConfigFiles.Linked(Ann, "a"), ConfigFiles.Linked(Bob, "b"), ConfigFiles.Linked(Cyd, "a")));
        var settings = new HubSettings
        {
            AdaptersFile = fresh._files.AdaptersFile,
            Others = ["Hub:Sandbox:Enabled=false", $"Hub:DirectoryFile={fresh._files.DirectoryFile}", $"Hub:Search:RefreshWithin={refreshWithin}"],
        };
        fresh.Hub = await RunningHub.StartAsync(settings, services => services.AddSingleton<TimeProvider>(fresh.Clock).AddSingleton(new PollRandomness(static () => 0)));
        return fresh;
    }

    /// <summary>Slots of twenty minutes, so many hours after <see cref="Start"/>.</summary>
    public static FeedOwner Slots(string owner, params IEnumerable<double> hours) => new(owner, [.. hours.Select(static hour => Start.AddHours(hour))]);

    public Task<Answer> AskAsync(string owner, params IEnumerable<(string Name, string Value)> headers) => AskAsync([owner], headers);

    public async Task<Answer> AskAsync(IEnumerable<string> owners, params IEnumerable<(string Name, string Value)> headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(SlotSearchUrl.Of(Start.AddDays(-1), Start.AddDays(5), owners), UriKind.Relative));
        foreach (var (name, value) in headers)
        {
            Assert.That(request.Headers.TryAddWithoutValidation(name, value), name);
        }

        return await Hub.SendAsync(request);
    }

    /// <summary>Has an owner pulled again.</summary>
    public async Task ConfirmAsync(string owner)
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.That((int)(await AskAsync(owner, ("Cache-Control", "max-age=0"))).Status, Is.EqualTo(200));
    }

    public static string Tag(Answer answer) => answer.Headers.ETag?.ToString() ?? "(none)";

    public static string? Modified(Answer answer) => answer.ContentHeaders.LastModified?.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Codes and texts of what an answer says of itself; empty when it has no such entry.</summary>
    public static IReadOnlyList<(string? Code, string? Text)> Outcome(Answer answer)
    {
        var entries = answer.Entries.Where(static entry => entry.At("search")?.Text("mode") == "outcome").ToList();
        Assert.That(entries, Has.Count.LessThan(2));
        Assert.That(entries.Select(static entry => entry.GetProperty("resource").Text("resourceType")), Is.All.EqualTo("OperationOutcome"));
        Assert.That(answer.OfType("OperationOutcome"), Has.Count.EqualTo(entries.Count));
        return [.. entries.SelectMany(static (JsonElement entry) => entry.GetProperty("resource").Items("issue")).Select(static issue => (issue.Text("code"), issue.Text("diagnostics")))];
    }

    public async ValueTask DisposeAsync()
    {
        First.Open();
        Second.Open();
        await Hub.DisposeAsync();
        await First.DisposeAsync();
        await Second.DisposeAsync();
        _files.Dispose();
    }

    private static string Adapters(string timeout, params IEnumerable<JsonObject> vendors)
    {
        var defaults = JsonNode.Parse($$"""
            {"poll":{"every":"1.00:00:00","window":"3.00:00:00","jitter":0},
             "limits":{"rps":100,"concurrency":4,"timeout":"{{timeout}}","retries":0,"breaker":{"failures":20,"pause":"00:00:01"} },
             "freshness":{"staleAfter":"02:00:00","dropAfter":"06:00:00","emptyRunGuard":"00:10:00"} }
            """);
        return new JsonObject { ["defaults"] = defaults, ["vendors"] = new JsonArray([.. vendors]) }.ToJsonString();
    }
}
