using System.Net;
using System.Text.Json;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Security;
using Sas.Interop.Hub.Security.Callers;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Tests.Telemetry;

internal sealed class HealthEndpointsTests
{
    private VendorStatusBoard _board = new(TimeProvider.System);
    private StorageStatus _storage = new(TimeProvider.System);
    private WebApplication _server = null!; // Made in SetUp, before any test.
    private HttpClient _client = null!; // Made in SetUp, before any test.

    [SetUp]
    public async Task StartServerAsync()
    {
        (_board, _storage) = (new(TimeProvider.System), new(TimeProvider.System));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(_board);
        builder.Services.AddSingleton(_storage);
        builder.Services.AddSingleton(new CallerMode(Certificates: false));
        builder.Services.AddSingleton<CallersState>();
        builder.Services.AddSingleton<ReadySources>();
        builder.Services.AddSingleton(TimeProvider.System);
        _server = builder.Build();
        _server.MapTelemetryRoom();
        await _server.StartAsync();
        _client = new HttpClient { BaseAddress = new Uri(_server.Urls.First()) };
    }

    [TearDown]
    public async Task StopServerAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Test]
    public async Task Ready_WhileVendorsStart_NamesTheCulpritsAndSaysNothingElse()
    {
        // Whatever happens, the process is alive.
        Assert.That((await _client.GetAsync("/health/live")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await ReadyAsync(HttpStatusCode.ServiceUnavailable), Is.EqualTo(("starting", string.Empty)), "The catalog is not loaded.");

        _board.MarkCatalogLoaded();
        _board.Register("well", 1);
        _board.Register("hung", 2);
        Record("well", 0, null);
        Assert.That(await ReadyAsync(HttpStatusCode.ServiceUnavailable), Is.EqualTo(("starting", "hung")));

        Record("hung", 0, new HubError(HubErrorCode.VendorTimeout, "https://vendor.invalid/?key=secret"));
        Assert.That(await ReadyAsync(HttpStatusCode.OK), Is.EqualTo(("degraded", "hung")));
        var text = await _client.GetStringAsync("/health/ready");
        Assert.That(text, Does.Contain("\"state\": \"failing\"").And.Contain("\"code\": \"VendorTimeout\"").And.Not.Contain("secret"));

        Record("hung", 0, null);
        Record("hung", 1, null);
        Assert.That(await ReadyAsync(HttpStatusCode.OK), Is.EqualTo(("ready", string.Empty)));
    }

    [Test]
    public async Task Ready_DatabaseFails_StaysReadyAndSaysSinceWhen()
    {
        _board.MarkCatalogLoaded();
        _storage.Failed();
        var since = _storage.FailingSince;
        _storage.Failed();
        Assert.That(await ReadyAsync(HttpStatusCode.OK), Is.EqualTo(("degraded", string.Empty)), "Searches need no database.");
        var storage = JsonElement.Parse(await _client.GetStringAsync("/health/ready")).GetProperty("storage");
        Assert.That(storage.GetProperty("state").GetString(), Is.EqualTo("failing"));
        Assert.That(storage.GetProperty("since").GetDateTimeOffset(), Is.EqualTo(since), "Since the first failure.");

        _storage.Worked();
        Assert.That(await ReadyAsync(HttpStatusCode.OK), Is.EqualTo(("ready", string.Empty)));
        Assert.That(await _client.GetStringAsync("/health/ready"), Does.Not.Contain("failing"));
    }

    private void Record(string vendorId, int partition, HubError? error) => _board.Record(vendorId, new PollReport
    {
        Partition = partition,
        Verdict = error is null ? PollVerdict.Ok : PollVerdict.Failed,
        EndedAt = TimeProvider.System.GetUtcNow(),
        Error = error,
    });

    private async Task<(string? Status, string Culprits)> ReadyAsync(HttpStatusCode expected)
    {
        var response = await _client.GetAsync("/health/ready");
        Assert.That((response.StatusCode, response.Headers.CacheControl?.NoStore), Is.EqualTo((expected, true)));
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var culprits = json.RootElement.GetProperty("culprits").EnumerateArray().Select(static culprit => culprit.GetString());
        return (json.RootElement.GetProperty("status").GetString(), string.Join(',', culprits));
    }
}
