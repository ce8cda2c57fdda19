using System.Collections.Concurrent;

using Microsoft.Extensions.DependencyInjection;

using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Polling;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Tests.Polling;

/// <summary>The polling room around the real index, with vendors whose every pull the test answers.</summary>
internal sealed class RefreshRig : IAsyncDisposable
{
    public static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(10);

    public static readonly TimeSpan Within = TimeSpan.FromMilliseconds(900);

    private readonly ConcurrentDictionary<string, PatientVendor> _vendors = new();

    public RefreshRig(Action<PollingSettings>? settings = null)
    {
        Polling = new PollingRig(services =>
        {
            services.AddSingleton<AvailabilityIndex>();
            services.AddSingleton<IAvailabilityWriter>(static provider => provider.GetRequiredService<AvailabilityIndex>());
            services.AddSingleton<IAvailabilityReader>(static provider => provider.GetRequiredService<AvailabilityIndex>());
            services.Configure(settings ?? (static _ => { }));
        });
        Polling.Adapters.Prepare = (id, adapter) => adapter.Script = Vendor(id).PullAsync;
        Index = Polling.Resolve<IAvailabilityReader>();
        Refresher = Polling.Resolve<IOwnerRefresher>();
    }

    public PollingRig Polling { get; }

    public IAvailabilityReader Index { get; }

    public IOwnerRefresher Refresher { get; }

    public static VendorModel Model(string id, int concurrency = 2, int perCall = 25, string fingerprint = "1") =>
        PollSamples.Vendor(id, concurrency, 0, fingerprint) with { Poll = new PollSettings(PollSamples.Every, TimeSpan.FromHours(48), 0, perCall) };

    public PatientVendor Vendor(string id) => _vendors.GetOrAdd(id, static _ => new PatientVendor());

    /// <summary>Starts a vendor and lets its first polls bring one slot for everybody, half a minute ago.</summary>
    public async Task<PatientVendor> StartAsync(VendorModel model, int owners)
    {
        Polling.Directory.Targets[model.Id] = PollSamples.Targets(owners);
        await Polling.Registry.OnChangedAsync(PollSamples.Added(model), CancellationToken.None);
        var vendor = Vendor(model.Id);
        for (var answered = 0; answered < owners;)
        {
            var pull = await vendor.NextAsync();
            pull.Answer(1);
            answered += pull.Request.Targets.Count;
        }

        await Polling.UntilAsync(model.Id, static status => status.State == VendorState.Ok);
        Polling.Clock.Advance(TimeSpan.FromSeconds(30));
        return vendor;
    }

    public Task RefreshAsync(params int[] owners) => RefreshAsync(MaxAge, owners);

    public Task RefreshAsync(TimeSpan maxAge, params int[] owners) =>
        Refresher.RefreshAsync([.. owners.Select(static number => PollSamples.Target(number).Owner)], maxAge, Within, CancellationToken.None);

    /// <summary>Slots of an owner in the index, over all vendors.</summary>
    public int SlotsOf(int owner) => Index.Find(PollSamples.Target(owner).Owner)?.Lanes.Sum(static lane => lane.Slots.Length) ?? 0;

    public DateTimeOffset? SeenAt(string vendorId, int owner) => Index.Find(PollSamples.Target(owner).Owner)?.SeenAt(vendorId);

    public int Lines(int eventId) => Polling.Logs.Lines.Count(line => line.Id == eventId);

    public async ValueTask DisposeAsync() => await Polling.DisposeAsync();
}
