using System.Net;

using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Hosting;
using Sas.Interop.Hub.Polling;
using Sas.Interop.Hub.Telemetry;
using Sas.Interop.Hub.Tests.Polling;
using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Hub.Tests.Hosting;

/// <summary>The telemetry and polling rooms in a real host on real time; the catalog, the directory and the index are fakes.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class HostedRoomsTests : IDisposable
{
    private readonly TestFolder _folder = new("hub-host-");
    private readonly ScriptedFactory _adapters = new();
    private readonly RecordingWriter _writer = new();

    public void Dispose() => _folder.Dispose();

    [Test]
    public async Task StopAsync_VendorAndRequestHang_EndsWithoutAFault()
    {
        var never = new TaskCompletionSource();
        _adapters.Prepare = (id, adapter) => adapter.Script = id == "deaf" ? (_, _) => Deaf(never.Task) : adapter.Script;
        await using var app = CreateSut(PollSamples.Vendor("deaf"), PollSamples.Vendor("well"));
        var entered = new TaskCompletionSource();
        app.Map("/hang", _ =>
        {
            entered.SetResult();
            return never.Task;
        });
        await app.StartAsync();
        await _adapters.Latest("deaf").NextPullAsync();
        await _writer.NextAppliedAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var hanging = client.GetAsync("/hang");
        await entered.Task.WaitAsync(PollSamples.Patience);
        Assert.That((await client.GetAsync("/health/ready")).StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));

        await app.StopAsync().WaitAsync(TimeSpan.FromSeconds(10));

        Assert.That(_adapters.Latest("well").Disposed.IsCompletedSuccessfully);
        Assert.That(_adapters.Latest("deaf").Disposed.IsCompletedSuccessfully);
        Assert.That(async () => await hanging, Throws.InstanceOf<HttpRequestException>());
    }

    [Test]
    public async Task StartAsync_VendorsAnswer_BecomesReady()
    {
        await using var app = CreateSut(PollSamples.Vendor("a"), PollSamples.Vendor("b"));

        await app.StartAsync();

        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        using var patience = new CancellationTokenSource(PollSamples.Patience);
        while ((await client.GetAsync("/health/ready", patience.Token)).StatusCode != HttpStatusCode.OK)
        {
            await Task.Yield();
        }

        await app.StopAsync();
    }

    [Test]
    public async Task StartAsync_PollingSettingOutOfBounds_StopsTheStart()
    {
        await using var app = CreateSut(("Hub:Polling:TriggersPerVendor", "0"));

        Assert.That(async () => await app.StartAsync(), Throws.InstanceOf<Microsoft.Extensions.Options.OptionsValidationException>());
    }

    private static async IAsyncEnumerable<PullResult> Deaf(Task never)
    {
        await never;
        yield break;
    }

    private WebApplication CreateSut(params VendorModel[] vendors) => CreateSut(("Hub:Polling:StopWithin", "00:00:00.2"), vendors);

    private WebApplication CreateSut((string Key, string Value) setting, params VendorModel[] vendors)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["Hub:DataFolder"] = _folder.FullName,
            [setting.Key] = setting.Value,
        });
        Assert.That(builder.AddHubHost(), Is.Null);
        builder.Services.Configure<HostOptions>(static options => options.ShutdownTimeout = TimeSpan.FromSeconds(0.3));
        builder.Services.AddSingleton<IVendorAdapterFactory>(_adapters);
        builder.Services.AddSingleton<IAvailabilityWriter>(_writer);
        builder.Services.AddSingleton<IDirectory, FakeDirectory>();
        builder.Services.AddSingleton<IDirectoryLookup, FakeDirectory>();
        builder.AddTelemetryRoom(builder.DataFolder());
        builder.AddPollingRoom();
        builder.Services.AddHostedService(provider => new CatalogStart(provider.GetServices<IVendorCatalogListener>(), vendors));
        var app = builder.Build();
        app.MapTelemetryRoom();
        return app;
    }

    private sealed class CatalogStart(IEnumerable<IVendorCatalogListener> listeners, VendorModel[] vendors) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            foreach (var listener in listeners)
            {
                await listener.OnChangedAsync(PollSamples.Added(vendors), cancellationToken);
            }
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
