using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Polling;
using Sas.Interop.Hub.Telemetry;
using Sas.Interop.TestKit;

namespace Sas.Interop.Hub.Tests.Polling;

/// <summary>The polling room as the host registers it, with fakes around it and a clock that stands still.</summary>
internal sealed class PollingRig : IAsyncDisposable
{
    private readonly IHost _host;

    public PollingRig(Action<IServiceCollection>? more = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddProvider(Logs).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddMetrics();
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton(new PollRandomness(() => Random));
        builder.Services.AddSingleton<IAvailabilityWriter>(Writer);
        builder.Services.AddSingleton<IDirectory>(Directory);
        builder.Services.AddSingleton<IDirectoryLookup>(Directory);
        builder.Services.AddSingleton<IPollTimetable>(Timetable);
        builder.Services.AddSingleton<IVendorAdapterFactory>(Adapters);
        builder.Services.AddSingleton<VendorStatusBoard>();
        builder.Services.AddSingleton<HubMeters>();
        more?.Invoke(builder.Services);
        builder.AddPollingRoom();
        _host = builder.Build();
        Registry = _host.Services.GetRequiredService<AdapterRegistry>();
        Board = _host.Services.GetRequiredService<VendorStatusBoard>();
    }

    public ManualTimeProvider Clock { get; } = new(PollSamples.Start);

    public double Random { get; set; } = 0.5;

    public LogRecorder Logs { get; } = new();

    public RecordingWriter Writer { get; } = new();

    public FakeDirectory Directory { get; } = new();

    public FakeTimetable Timetable { get; } = new();

    public ScriptedFactory Adapters { get; } = new();

    public AdapterRegistry Registry { get; }

    public VendorStatusBoard Board { get; }

    public PollSurroundings Surroundings => Resolve<PollSurroundings>();

    public T Resolve<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>Waits until the status of a vendor is as wanted; the board is the last to hear of a poll.</summary>
    public async Task<VendorStatus> UntilAsync(string vendorId, Func<VendorStatus, bool> wanted)
    {
        using var patience = new CancellationTokenSource(PollSamples.Patience);
        while (true)
        {
            if (Board.Find(vendorId) is { } status && wanted(status))
            {
                return status;
            }

            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public async Task StopAsync()
    {
        await Registry.StoppingAsync(CancellationToken.None);
        await Registry.StopAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _host.Dispose();
    }
}
